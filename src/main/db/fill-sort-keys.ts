// Rows from before a sort key was stored get theirs when the workspace is opened: a migration does not know how text sorts. Not logged, like all
// that is derived. Must run before the guard is made.
import type { RawConnection } from './raw-connection.ts'
import { sortKey } from './search/sort-key.ts'

type Fill = { readonly table: string; readonly text: string; readonly key: string; readonly made: (text: string) => string }

/** By the mark that says it was done. */
const FILLS: Readonly<Record<string, readonly Fill[]>> = {
  sortKeysFilled: [
    { table: 'deals', text: 'title', key: 'sortTitle', made: sortKey },
    { table: 'tickets', text: 'subject', key: 'sortSubject', made: sortKey },
    { table: 'activities', text: 'title', key: 'sortTitle', made: sortKey },
  ],
  nameKeysFilled: [
    { table: 'companies', text: 'name', key: 'nameKey', made: sortKey },
    { table: 'contacts', text: 'name', key: 'nameKey', made: sortKey },
  ],
}

export const fillSortKeys = (raw: RawConnection): void => {
  for (const [mark, fills] of Object.entries(FILLS)) {
    if (raw.prepare('SELECT 1 FROM sync_meta WHERE k = ?').get(mark) === undefined) fillAll(raw, mark, fills)
  }
}

const fillAll = (raw: RawConnection, mark: string, fills: readonly Fill[]): void => {
  raw.transaction(() => {
    for (const { table, text, key, made } of fills) {
      raw.function('key_of', { deterministic: true, directOnly: true }, (value: unknown) =>
        made(typeof value === 'string' ? value : ''),
      )
      raw.exec(`UPDATE ${table} SET ${key} = key_of(${text}) WHERE ${key} IS NULL`)
    }
    raw.prepare('INSERT INTO sync_meta (k, v) VALUES (?, 1)').run(mark)
  })()
}
