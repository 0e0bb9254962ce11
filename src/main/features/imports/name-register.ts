// Names and the records they stand for: those that were there, and those that the import makes for names it does not know.
import { foldName } from '#shared/imports/fold-name.ts'
import type { Named } from './imports.repository.ts'

/** A name that stands for several records stands for none. */
export type Found = { readonly id: string } | 'ambiguous' | null

export interface NameRegister {
  readonly find: (name: string) => Found
  /** The record of the name; a new one where there is none. An ambiguous name must have been refused before. */
  readonly ensure: (name: string) => string
  /** A record that comes in by this import itself: it is meant before those that were there. The first of a name counts. */
  readonly add: (name: string, id: string) => void
  /** What `ensure` made, in order. */
  readonly made: readonly Named[]
}

export const createNameRegister = (existing: readonly Named[], newId: () => string): NameRegister => {
  const known = new Map<string, Found>()
  for (const { id, name } of existing) {
    const key = foldName(name)
    known.set(key, known.has(key) ? 'ambiguous' : { id })
  }
  const own = new Map<string, Found>()
  const made: Named[] = []
  const keys = new Map<string, string>()
  // The same few names stand in thousands of rows.
  const keyOf = (name: string): string => {
    const key = keys.get(name) ?? foldName(name)
    keys.set(name, key)
    return key
  }

  const find = (name: string): Found => {
    const key = keyOf(name)
    return own.get(key) ?? known.get(key) ?? null
  }
  const ensure = (name: string): string => {
    const found = find(name)
    if (found !== null && found !== 'ambiguous') return found.id
    const id = newId()
    made.push({ id, name })
    own.set(keyOf(name), { id })
    return id
  }
  const add = (name: string, id: string): void => {
    const key = keyOf(name)
    if (!own.has(key)) own.set(key, { id })
  }
  return { find, ensure, add, made }
}
