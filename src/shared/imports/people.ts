// People who take part in something, named by their e-mail addresses: `Anna Berg <anna@nordlicht.example>; b@acme.example`.
import { isEmail } from '#shared/base/addresses.ts'
import { type CellReading, empty, taken } from './cell.ts'

export interface NamedPerson {
  readonly name: string | null
  readonly email: string | null
}

const WITH_ADDRESS = /^(?<name>.*?)\s*[<(（](?<email>[^\s<>()（）]+@[^\s<>()（）]+)[>)）]$/u

/** A name without an address is kept as it is written. */
export const personIn = (text: string): NamedPerson => {
  const { name = '', email } = WITH_ADDRESS.exec(text)?.groups ?? {}
  if (email !== undefined) return { name: name === '' ? null : name.replace(/^["'“]|["'”]$/gu, ''), email: email.toLowerCase() }
  return isEmail(text) ? { name: null, email: text.toLowerCase() } : { name: text, email: null }
}

/** Each person of a cell as they are written, once. */
export const readPeople = (cell: string): CellReading<readonly string[]> => {
  const people = cell
    .split(/[;；\n]|,(?=[^<]*(?:<|@|$))|、/u)
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
  return people.length === 0 ? empty : taken([...new Set(people)])
}
