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
  findContacts,
  findDeals,
  findTickets,
  type FoundRecord,
  type Wanted,
} from './search.repository.ts'

type Kind = z.infer<typeof searchKind>

const sources: Record<Kind, { readonly table: TableName; readonly fetch: (db: Db, wanted: Wanted) => FoundRecord[] }> = {
  company: { table: 'companies', fetch: findCompanies },
  contact: { table: 'contacts', fetch: findContacts },
  deal: { table: 'deals', fetch: findDeals },
  ticket: { table: 'tickets', fetch: findTickets },
  activity: { table: 'activities', fetch: findActivities },
}

/** Two details are enough to tell hits apart. */
const DETAILS = 2

export const searchHandlers: Handlers['search'] = {
  find: ({ db, search }, { text, kinds, limit }) => {
    if (text.trim() === '') return []
    const asked = searchKind.options.filter((kind) => kinds.length === 0 || kinds.includes(kind))
    const rows = search.find(text, { kinds: asked.map((kind) => searchKindOf(sources[kind].table)), limit })
    const name = text.trim()
    return asked
      .flatMap((kind) => {
        const number = searchKindOf(sources[kind].table)
        const numbers = rows.filter((row) => row.kind === number).map(({ no }) => no)
        const found = sources[kind].fetch(db, { numbers, name, sortName: sortKey(name) })
        return inOrder(found, numbers, name).map((record) => toHit(kind, record))
      })
      .slice(0, limit)
  },
}

/** Exact names first, then the order of the index, which is newest first. */
const inOrder = (found: readonly FoundRecord[], numbers: readonly number[], name: string): FoundRecord[] => {
  const place = new Map(numbers.map((no, index) => [no, index]))
  const isOther = ({ title }: FoundRecord): number => (folded(title) === folded(name) ? 0 : 1)
  return found.toSorted(
    (a, b) => isOther(a) - isOther(b) || (place.get(a.no) ?? Infinity) - (place.get(b.no) ?? Infinity) || b.no - a.no,
  )
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
