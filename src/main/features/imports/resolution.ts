// What the rows of a file become: records with links, and the records that those links ask for.
import type { Stage } from '#shared/deals/deal.ts'
import type { Draft } from '#shared/imports/draft.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import type { ContactRegister, MadeContact } from './contact-register.ts'
import type { Named } from './imports.repository.ts'
import type { NameRegister } from './name-register.ts'

/** A row that comes in, with the records it is tied to. */
export interface ResolvedRow {
  readonly id: string
  readonly draft: Draft
  readonly ownerId: string | null
  /** The company of a contact or a deal; of a company its parent. */
  readonly companyId: string | null
  readonly contactId: string | null
  /** Of a deal. */
  readonly stage: Pick<Stage, 'id' | 'outcome'> | null
}

/** The stages and tags of companies and people. */
export interface Around {
  readonly stageIdOf: (name: string | null) => string | null
  readonly tagIdOf: (name: string) => string
  /** Those that the office does not have yet. */
  readonly newTags: readonly Named[]
  /** How many tags there are already, for the colours of the new ones. */
  readonly knownTags: number
}

export interface Resolution {
  readonly rows: readonly RowReading[]
  readonly accepted: readonly ResolvedRow[]
  readonly people: readonly Named[]
  readonly companies: readonly Named[]
  readonly contacts: readonly MadeContact[]
  readonly stages: readonly Stage[]
  readonly pipelineId: string | null
  /** Of companies and people: their stages and tags. */
  readonly around: Around | null
}

/** What names are looked up in. */
export interface Registers {
  readonly people: NameRegister
  readonly companies: NameRegister
  readonly contacts: ContactRegister
  readonly newId: () => string
}
