// Who takes part in what a row tells, by their e-mail addresses.
import { personIn } from '#shared/imports/people.ts'
import type { RowReading } from '#shared/imports/reading.ts'
import { keyTextOf } from './match-keys.ts'
import type { World } from './world.ts'

export interface People {
  /** Ids of contacts, in the order of the cell. */
  readonly known: readonly string[]
  /** As they are written. */
  readonly others: readonly string[]
}

/** An address that several contacts share means the first of them. */
export const peopleOf = (world: World, { values: { attendees } }: RowReading): People => {
  if (!Array.isArray(attendees)) return { known: [], others: [] }
  const set = world.setOf('contact')
  const known = new Set<string>()
  const others: string[] = []
  // The field holds what readPeople read.
  for (const written of attendees as readonly string[]) {
    const { email } = personIn(written)
    const text = email === null ? null : keyTextOf('contact', 'email', email)
    const [record] = text === null ? [] : set.find('email', text)
    if (record === undefined) others.push(written)
    else known.add(set.idOf(record))
  }
  return { known: [...known], others }
}
