// What the makers of samples share: what they are told, and what they make.
import type { Stage } from '#shared/deals/deal.ts'
import type { Tag } from '#shared/tags/tag.ts'
import type { TicketStatus } from '#shared/tickets/ticket.ts'
import type { NewRow } from '#main/db/database.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { Culture } from './culture.ts'
import type { SampleTimes } from './sample-times.ts'

export interface SampleSurroundings {
  readonly culture: Culture
  readonly now: string
  readonly newId: () => string
  /** Owns most of the samples. */
  readonly ownerId: string | null
  readonly pipelineId: string
  readonly stages: readonly Stage[]
  readonly statuses: readonly TicketStatus[]
  /** The stages of the lifecycle, in their order. */
  readonly lifecycle: readonly string[]
  /** The tags of the office that are called as those of the samples: these are used, and stay. */
  readonly knownTags: readonly Pick<Tag, 'id' | 'name'>[]
}

/** What every maker of samples works with. */
export interface Making extends SampleSurroundings {
  readonly times: SampleTimes
  /** A whole number from `min` to `max`. */
  readonly between: (min: number, max: number) => number
  readonly one: <Value>(values: readonly Value[]) => Value
  /** The owner of one record: now and then nobody. */
  readonly owner: () => string | null
}

export type Sample<T extends TableName> = NewRow<T> & { readonly id: string }
export type SampleContact = Sample<'contacts'> & { readonly companyId: string; readonly role: string }
/** Its position comes from the board. */
export type SampleDeal = Omit<NewRow<'deals'>, 'position'> & { readonly id: string; readonly openedDaysAgo: number }
/** Its number comes from the machine's series. */
export type SampleTicket = Omit<NewRow<'tickets'>, 'number'> & { readonly id: string; readonly daysAgo: number }

export interface Samples {
  readonly companies: readonly Sample<'companies'>[]
  readonly contacts: readonly SampleContact[]
  readonly deals: readonly SampleDeal[]
  readonly tickets: readonly SampleTicket[]
  readonly messages: readonly NewRow<'ticketMessages'>[]
  readonly activities: readonly NewRow<'activities'>[]
  readonly moves: readonly NewRow<'lifecycleMoves'>[]
  readonly points: readonly NewRow<'contactPoints'>[]
  readonly relations: readonly NewRow<'relations'>[]
  /** Those that the office does not have. */
  readonly tags: readonly Sample<'tags'>[]
  readonly recordTags: readonly NewRow<'recordTags'>[]
}
