// People of the customers by name. A name alone is little: the company decides which of several is meant.
import { foldName } from '#shared/imports/fold-name.ts'
import type { Named } from './imports.repository.ts'
import type { Found } from './name-register.ts'

export interface MadeContact extends Named {
  readonly companyId: string | null
}

export interface ContactRegister {
  /** `companyId` is null where the row names no company, and `new` where its company is not there yet. */
  readonly find: (name: string, companyId: string | null) => Found
  readonly ensure: (name: string, companyId: string | null) => string
  readonly made: readonly MadeContact[]
}

export const NEW_COMPANY = 'new'

interface Person {
  readonly id: string
  readonly companyIds: Set<string>
}

export const createContactRegister = (
  existing: readonly (Named & { readonly companyId: string | null })[],
  newId: () => string,
): ContactRegister => {
  const byName = new Map<string, Map<string, Person>>()
  const made: MadeContact[] = []
  const add = (name: string, id: string, companyId: string | null): void => {
    const key = foldName(name)
    const people = byName.get(key) ?? new Map<string, Person>()
    const person = people.get(id) ?? { id, companyIds: new Set() }
    if (companyId !== null) person.companyIds.add(companyId)
    byName.set(key, people.set(id, person))
  }
  for (const { id, name, companyId } of existing) add(name, id, companyId)

  /** At the company if one is named, anywhere if not. Someone of that name at another company is someone else. */
  const find = (name: string, companyId: string | null): Found => {
    const people = [...(byName.get(foldName(name))?.values() ?? [])]
    const meant = companyId === null ? people : people.filter((person) => person.companyIds.has(companyId))
    const [only, ...more] = meant
    if (only === undefined) return null
    return more.length > 0 ? 'ambiguous' : { id: only.id }
  }
  const ensure = (name: string, companyId: string | null): string => {
    const found = find(name, companyId)
    if (found !== null && found !== 'ambiguous') return found.id
    const id = newId()
    made.push({ id, name, companyId })
    add(name, id, companyId)
    return id
  }
  return { find, ensure, made }
}
