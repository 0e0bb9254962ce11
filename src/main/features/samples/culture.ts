// What sample data need of a culture: names, places and sentences as its offices write them. No name, number or address is anyone's.
import type { Faker } from '@faker-js/faker'
import type { TagColour } from '#shared/tags/tag.ts'

export interface Place {
  readonly city: string
  readonly country: string
}

export interface SampleCompany {
  readonly name: string
  readonly industry: string
  /** A domain of the reserved ending `.example`. */
  readonly domain: string
}

export interface SampleTicket {
  readonly subject: string
  readonly request: string
  readonly reply: string
  readonly note: string
}

/** A call or meeting that is planned for one of the coming working days. */
export interface SamplePlan {
  readonly kind: 'call' | 'meeting'
  readonly title: string
  /** So many working days from today. */
  readonly ahead: number
  readonly dueTime: string
  readonly durationMinutes: number
  readonly location: string | null
}

export interface Culture {
  /** Seeded by who makes the samples, so that they are the same each time. */
  readonly faker: Faker
  readonly currency: string
  readonly places: readonly Place[]
  readonly company: (place: Place, number: number) => SampleCompany
  readonly person: () => { readonly name: string; readonly mailbox: string }
  /** A number that the country assigns to nobody. */
  readonly phone: (place: Place) => string
  readonly address: (place: Place) => string
  readonly roles: readonly string[]
  readonly products: readonly { readonly name: string; readonly priceMinor: number }[]
  readonly dealTitle: (product: string, company: string) => string
  readonly lossReasons: readonly string[]
  readonly notes: readonly string[]
  readonly calls: readonly string[]
  readonly meetings: readonly string[]
  readonly emails: readonly string[]
  readonly tasks: readonly string[]
  readonly tickets: readonly SampleTicket[]
  /** Where customers came from. */
  readonly sources: readonly string[]
  readonly tags: readonly { readonly name: string; readonly colour: TagColour }[]
  readonly plans: readonly SamplePlan[]
  /** A task of every Friday. */
  readonly weekly: string
  /** What is kept above the timeline of a good customer. */
  readonly pinned: string
  readonly messenger: string
}
