// Triggers that abort any write to a synced table or the log that goes round the write path. They live in memory, made at every open.
import { layouts } from '../registry/layout.ts'
import type { RawConnection } from '../raw-connection.ts'

export interface Guard {
  readonly open: () => void
  readonly close: () => void
}

export const guardedTables: readonly string[] = [...layouts.keys(), 'sync_change']

export const createGuard = (raw: RawConnection): Guard => {
  raw.exec('CREATE TEMP TABLE writing (open INTEGER NOT NULL); INSERT INTO temp.writing VALUES (0)')
  // Before the first row there is nothing to take back, so to fail is enough; to abort would have SQLite keep, in each write that is allowed,
  // a copy of every page that it changes.
  for (const table of guardedTables) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      raw.exec(
        `CREATE TEMP TRIGGER guard_${table}_${event} BEFORE ${event} ON main.${table} WHEN (SELECT open FROM temp.writing) = 0
         BEGIN SELECT RAISE(FAIL, 'a write to ${table} went round the change log'); END`,
      )
    }
  }
  const open = raw.prepare('UPDATE temp.writing SET open = 1')
  const close = raw.prepare('UPDATE temp.writing SET open = 0')
  return { open: () => void open.run(), close: () => void close.run() }
}
