// The search index over one connection.
import type { RawConnection } from '../raw-connection.ts'
import { documentNumber, kindOf, noOf } from './documents.ts'
import type { SearchIndex } from './search-index.ts'
import { archivedCondition, FOLDED, folded } from './archived-rows.ts'
import { searchQuery } from './search-query.ts'
import { createSortKeys, SORT_KEY } from './sort-key.ts'

export type SearchIndexOf = (reads: Set<string>) => SearchIndex

type Matches = ReturnType<typeof prepareMatches>
const prepareMatches = (raw: RawConnection, table: string) =>
  raw.prepare<[string, number, number, number], { rowid: number }>(
    `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND ${RANGE} ORDER BY rowid DESC LIMIT 0 + ?`,
  )

interface Step {
  readonly index: Matches
  readonly match: string
}

/** Numbers are bound as reals, and the index seeks its way to integers only: it would go through all that stands above. */
const RANGE = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)'

export const createSearchIndex = (raw: RawConnection): SearchIndexOf => {
  raw.function(FOLDED, { deterministic: true, directOnly: true }, folded)
  raw.function(SORT_KEY, { deterministic: true, directOnly: true }, createSortKeys())
  const words = prepareMatches(raw, 'search')
  const parts = prepareMatches(raw, 'searchParts')

  const ranges = (kinds: readonly number[]): (readonly [number, number])[] =>
    kinds.length === 0
      ? [[0, Number.MAX_SAFE_INTEGER]]
      : [...kinds].sort((a, b) => b - a).map((kind) => [documentNumber(kind, 0), documentNumber(kind + 1, 0) - 1])

  return (reads) => {
    reads.add('search')
    return {
      find: (text, { kinds = [], limit }) => {
        const query = searchQuery(text)
        const steps: readonly Step[] = [
          ...query.steps.map((match) => ({ index: words, match })),
          ...(query.parts === null ? [] : [{ index: parts, match: query.parts }]),
        ]
        const found = new Map<number, number>()
        const counts = new Map<number, number>()
        const isFull = (kind: number): boolean => (counts.get(kind) ?? 0) >= limit
        const add = (document: number, step: number): void => {
          const kind = kindOf(document)
          if (found.has(document) || isFull(kind)) return
          found.set(document, step)
          counts.set(kind, (counts.get(kind) ?? 0) + 1)
        }
        for (const [step, { index, match }] of steps.entries()) {
          if (found.size >= limit) break
          for (const range of ranges(kinds)) {
            const [from] = range
            let [, to] = range
            // Newest of the highest kind first: a kind that fills the page hides those below it, which are asked on their own.
            for (;;) {
              const rows = from > to ? [] : index.all(match, from, to, limit)
              for (const { rowid } of rows) add(rowid, step)
              const last = rows.at(-1)?.rowid
              if (last === undefined || rows.length < limit) break
              to = documentNumber(kindOf(last), 0) - 1
            }
          }
        }
        return [...found].map(([document, step]) => ({ kind: kindOf(document), no: noOf(document), step }))
      },
      condition: (text, kind, state) => {
        const query = searchQuery(text)
        if (state === 'archived') return archivedCondition(text, kind)
        if (query.words === null) return null
        const base = documentNumber(kind, 0)
        const range = [base, documentNumber(kind + 1, 0) - 1]
        const fromWords = `SELECT rowid - ${base} FROM search WHERE search MATCH ? AND ${RANGE}`
        if (query.parts === null) return { sql: fromWords, parameters: [query.words, ...range] }
        const fromParts = `SELECT rowid - ${base} FROM searchParts WHERE searchParts MATCH ? AND ${RANGE}`
        return { sql: `${fromWords} UNION ${fromParts}`, parameters: [query.words, ...range, query.parts, ...range] }
      },
    }
  }
}
