// The search index over one connection.
import type { RawConnection } from '../raw-connection.ts'
import { documentNumber, kindOf, noOf } from './documents.ts'
import type { SearchIndex, SearchRow } from './search-index.ts'
import { archivedCondition, FOLDED, folded } from './archived-rows.ts'
import { searchQuery } from './search-query.ts'

export type SearchIndexOf = (reads: Set<string>) => SearchIndex

const RANGE = 'rowid BETWEEN ? AND ?'

export const createSearchIndex = (raw: RawConnection): SearchIndexOf => {
  raw.function(FOLDED, { deterministic: true, directOnly: true }, folded)
  const words = raw.prepare<[string, number, number, number], { rowid: number }>(
    `SELECT rowid FROM search WHERE search MATCH ? AND ${RANGE} ORDER BY rowid DESC LIMIT 0 + ?`,
  )
  const parts = raw.prepare<[string, number, number, number], { rowid: number }>(
    `SELECT rowid FROM searchParts WHERE searchParts MATCH ? AND ${RANGE} ORDER BY rowid DESC LIMIT 0 + ?`,
  )

  const ranges = (kinds: readonly number[]): (readonly [number, number])[] =>
    kinds.length === 0
      ? [[0, Number.MAX_SAFE_INTEGER]]
      : [...kinds].sort((a, b) => b - a).map((kind) => [documentNumber(kind, 0), documentNumber(kind + 1, 0) - 1])

  return (reads) => {
    reads.add('search')
    return {
      find: (text, { kinds = [], limit }) => {
        const query = searchQuery(text)
        if (query.words === null) return []
        const found = new Set<number>()
        for (const [from, to] of ranges(kinds)) {
          for (const { rowid } of words.all(query.words, from, to, limit)) found.add(rowid)
          if (query.parts !== null && found.size < limit)
            for (const { rowid } of parts.all(query.parts, from, to, limit)) found.add(rowid)
        }
        const rows: SearchRow[] = []
        for (const document of found) if (rows.length < limit) rows.push({ kind: kindOf(document), no: noOf(document) })
        return rows
      },
      condition: (text, kind, state) => {
        const query = searchQuery(text)
        if (query.words === null) return null
        if (state === 'archived') return archivedCondition(text, kind)
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
