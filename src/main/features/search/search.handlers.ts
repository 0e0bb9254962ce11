// One search over everything: the index finds rows, each kind fetches its own; exact names first, then what fits best, then what is newest.
import type { z } from 'zod'
import { type SearchHit, searchKind } from '#shared/search/search.contract.ts'
import type { Db } from '#main/db/database.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { sortKey } from '#main/db/search/sort-key.ts'
import type { SearchRow } from '#main/db/search/search-index.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import {
  findActivities,
  findCompanies,
  findCompaniesCalled,
  findContacts,
  findContactsCalled,
  findDeals,
  findFiles,
  findOrders,
  findProducts,
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
  product: { table: 'products', fetch: findProducts },
  order: { table: 'orders', fetch: findOrders },
  ticket: { table: 'tickets', fetch: findTickets },
  activity: { table: 'activities', fetch: findActivities },
  file: { table: 'attachments', fetch: findFiles },
}

/** A customer is looked for more often than what stands on one: by so many steps a kind stands behind. */
const BEHIND: Readonly<Record<Kind, number>> = {
  ...{ company: 0, contact: 0, deal: 2, product: 2, order: 2, ticket: 2, activity: 3, file: 3 },
}

/** Two details are enough to tell hits apart. */
const DETAILS = 2

export const searchHandlers: Handlers['search'] = {
  find: ({ db, search }, { text, kinds, limit }) => {
    const name = text.trim()
    if (name === '') return []
    const asked = searchKind.options.filter((kind) => kinds.length === 0 || kinds.includes(kind))
    const rows = search.find(text, { kinds: kinds.length === 0 ? [] : asked.map(numberOf), limit })
    const best = inTurns(rows, limit)
    // What the index gave short of the limit is all there is; only a full page can have left the exact name out.
    const namesakes = { name, sortName: sortKey(name), limit }
    return asked
      .flatMap((kind) => {
        const { fetch, called } = sources[kind]
        const number = numberOf(kind)
        const steps = new Map(best.filter((row) => row.kind === number).map(({ no, step }) => [no, step]))
        if (rows.length >= limit) for (const no of called?.(db, namesakes) ?? []) steps.set(no, 0)
        return steps.size === 0
          ? []
          : fetch(db, [...steps.keys()]).map((record) => ({ kind, record, step: steps.get(record.no) ?? 0 }))
      })
      .map(({ kind, record, step }) => ({ kind, record, isExact: isCalled(record, name), step: step + BEHIND[kind] }))
      .toSorted(
        (a, b) =>
          Number(b.isExact) - Number(a.isExact) || a.step - b.step || b.record.updatedAt.localeCompare(a.record.updatedAt),
      )
      .slice(0, limit)
      .map(({ kind, record }) => toHit(kind, record))
  },
}

const numberOf = (kind: Kind): number => searchKindOf(sources[kind].table)

/** The best `limit` rows; of equally good ones each kind gives one in turn, so that none crowds out the others. */
const inTurns = (rows: readonly SearchRow[], limit: number): SearchRow[] => {
  const places = new Map<string, number>()
  return rows
    .map((row) => {
      const key = `${row.step} ${row.kind}`
      const place = places.get(key) ?? 0
      places.set(key, place + 1)
      return { row, place }
    })
    .toSorted((a, b) => a.row.step - b.row.step || a.place - b.place || b.row.kind - a.row.kind)
    .slice(0, limit)
    .map(({ row }) => row)
}

/** Typed in full: the name, or a number that only this record has. */
const isCalled = ({ title, numbers }: FoundRecord, name: string): boolean => {
  const wanted = folded(name)
  return folded(title) === wanted || numbers.some((number) => number !== null && numberForms(number).includes(wanted))
}

/** `T-A-1042` is also called 1042. */
const numberForms = (number: string): readonly string[] => [folded(number), /\d+$/u.exec(number)?.[0] ?? '']

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
