// One search over everything: the index finds rows, each kind fetches its own, exact names come first within a kind.
import type { z } from 'zod'
import { type SearchHit, searchKind } from '#shared/search/search.contract.ts'
import type { Db } from '#main/db/database.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { sortKey } from '#main/db/search/sort-key.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import {
  findActivities,
  findCompanies,
  findCompaniesCalled,
  findContacts,
  findContactsCalled,
  findDeals,
  findTickets,
  type FoundRecord,
} from './search.repository.ts'

type Kind = z.infer<typeof searchKind>

interface Source {
  readonly table: TableName
  readonly fetch: (db: Db, numbers: readonly number[]) => FoundRecord[]
  readonly called?: typeof findCompaniesCalled
}

const sources: Record<Kind, Source> = {
  company: { table: 'companies', fetch: findCompanies, called: findCompaniesCalled },
  contact: { table: 'contacts', fetch: findContacts, called: findContactsCalled },
  deal: { table: 'deals', fetch: findDeals },
  ticket: { table: 'tickets', fetch: findTickets },
  activity: { table: 'activities', fetch: findActivities },
}

/** Two details are enough to tell hits apart. */
const DETAILS = 2

export const searchHandlers: Handlers['search'] = {
  find: ({ db, search }, { text, kinds, limit }) => {
    const name = text.trim()
    if (name === '') return []
    const asked = searchKind.options.filter((kind) => kinds.length === 0 || kinds.includes(kind))
    const rows = search.find(text, {
      kinds: kinds.length === 0 ? [] : asked.map((kind) => searchKindOf(sources[kind].table)),
      limit,
    })
    // What the index gave short of the limit is all there is; only a full page can have left the exact name out.
    const namesakes = { name, sortName: sortKey(name), limit }
    return asked
      .flatMap((kind) => {
        const { table, fetch, called } = sources[kind]
        const number = searchKindOf(table)
        const indexed = rows.filter((row) => row.kind === number).map(({ no }) => no)
        const exact = rows.length < limit ? [] : (called?.(db, namesakes) ?? [])
        const numbers = exact.length === 0 ? indexed : [...new Set([...exact, ...indexed])]
        return numbers.length === 0 ? [] : inOrder(fetch(db, numbers), numbers, name).map((record) => toHit(kind, record))
      })
      .slice(0, limit)
  },
}

/** Exact names first, then the order of the index, which is newest first. */
const inOrder = (found: readonly FoundRecord[], numbers: readonly number[], name: string): FoundRecord[] => {
  const byNumber = new Map(found.map((record) => [record.no, record]))
  const ordered = numbers.flatMap((no) => byNumber.get(no) ?? [])
  const wanted = folded(name)
  const exact = ordered.filter(({ title }) => title.length === name.length && folded(title) === wanted)
  return exact.length === 0 ? ordered : [...exact, ...ordered.filter((record) => !exact.includes(record))]
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const toHit = (kind: Kind, { id, title, details, on }: FoundRecord): SearchHit => ({
  kind,
  id,
  title,
  detail:
    details
      .filter((detail) => detail !== null && detail !== '')
      .slice(0, DETAILS)
      .join(' · ') || null,
  open: on ?? { kind, id },
})
