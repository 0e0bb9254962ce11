// Writes to the search index, held back until the change set ends: an index write between two row writes costs several times as much.
import type { SearchText } from '../registry/columns.ts'
import type { TableLayout, StoredValues } from '../registry/layout.ts'
import type { RawConnection } from '../raw-connection.ts'
import { documentNumber, documentOf } from '../search/documents.ts'

type Pending = { readonly was: boolean; readonly row: StoredValues | null; readonly layout: TableLayout }

interface ContactPoint {
  readonly kind: string
  readonly value: string
  readonly city: string | null
}

export interface SearchWriter {
  /** The record is to be found by `row`, or (null) no more. `was`: it could be found before this change. */
  readonly set: (layout: TableLayout, no: number, was: boolean, row: StoredValues | null) => void
  readonly pending: () => number
  readonly flush: () => void
  readonly forget: () => void
}

export const createSearchWriter = (raw: RawConnection): SearchWriter => {
  const pending = new Map<number, Pending>()
  const insertWords = raw.prepare<unknown[]>(
    'INSERT INTO search (rowid, name, pinyin, initials, phone, words) VALUES (?,?,?,?,?,?)',
  )
  const insertParts = raw.prepare<unknown[]>('INSERT INTO searchParts (rowid, parts) VALUES (?,?)')
  const deleteWords = raw.prepare<unknown[]>('DELETE FROM search WHERE rowid = ?')
  const deleteParts = raw.prepare<unknown[]>('DELETE FROM searchParts WHERE rowid = ?')
  const contactPoints = raw.prepare<[string], ContactPoint>(
    'SELECT kind, value, city FROM contactPoints WHERE recordId = ? AND archivedAt IS NULL',
  )

  /** What a record is found by, its further phone numbers and addresses too. */
  const textOf = ({ search }: TableLayout, row: StoredValues): SearchText => {
    if (!search) throw new Error('Only what is searched has a text.')
    const own = search.text(row)
    const points = search.hasContactPoints && row['id'] !== undefined ? contactPoints.all(String(row['id'])) : []
    if (points.length === 0) return own
    return {
      name: own.name,
      phones: [...own.phones, ...points.flatMap(({ kind, value }) => (kind === 'phone' || kind === 'messenger' ? [value] : []))],
      words: [...own.words, ...points.flatMap(({ kind, value, city }) => (kind === 'phone' ? [] : [value, city]))],
      parts: [...own.parts, ...points.flatMap(({ kind, value }) => (kind === 'phone' || kind === 'address' ? [] : [value]))],
    }
  }

  return {
    set: (layout, no, was, row) => {
      if (!layout.search) return
      const document = documentNumber(layout.search.kind, no)
      const before = pending.get(document)
      pending.set(document, { was: before ? before.was : was, row, layout })
    },
    pending: () => pending.size,
    flush: () => {
      for (const [document, { was, row, layout }] of pending) {
        if (was) {
          deleteWords.run(document)
          deleteParts.run(document)
        }
        if (row === null || !layout.search) continue
        const { columns, parts } = documentOf(textOf(layout, row))
        insertWords.run(document, ...columns)
        if (parts !== '') insertParts.run(document, parts)
      }
      pending.clear()
    },
    forget: () => pending.clear(),
  }
}
