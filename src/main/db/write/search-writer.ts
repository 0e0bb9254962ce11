// Writes to the search index, held back until the change set ends: an index write between two row writes costs several times as much.
import type { TableLayout, StoredValues } from '../registry/layout.ts'
import type { RawConnection } from '../raw-connection.ts'
import { documentNumber, documentOf } from '../search/documents.ts'

type Pending = { readonly was: boolean; readonly row: StoredValues | null; readonly layout: TableLayout }

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
        const { columns, parts } = documentOf(layout.search.text(row))
        insertWords.run(document, ...columns)
        if (parts !== '') insertParts.run(document, parts)
      }
      pending.clear()
    },
    forget: () => pending.clear(),
  }
}
