// Rows from before a sort key was stored get theirs when the workspace is opened: a migration does not know how text sorts. Not logged, like all
// that is derived. Must run before the guard is made.
import type { RawConnection } from './raw-connection.ts'
import { sortKey } from './search/sort-key.ts'

const KEYS = [
  { table: 'deals', text: 'title', key: 'sortTitle' },
  { table: 'tickets', text: 'subject', key: 'sortSubject' },
  { table: 'activities', text: 'title', key: 'sortTitle' },
] as const

const DONE = 'sortKeysFilled'

export const fillSortKeys = (raw: RawConnection): void => {
  if (raw.prepare('SELECT 1 FROM sync_meta WHERE k = ?').get(DONE) !== undefined) return
  raw.function('key_of', { deterministic: true, directOnly: true }, (text: unknown) =>
    sortKey(typeof text === 'string' ? text : null),
  )
  raw.transaction(() => {
    for (const { table, text, key } of KEYS) raw.exec(`UPDATE ${table} SET ${key} = key_of(${text}) WHERE ${key} IS NULL`)
    raw.prepare('INSERT INTO sync_meta (k, v) VALUES (?, 1)').run(DONE)
  })()
}
