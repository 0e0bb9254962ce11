// What a machine's encrypted file holds, read from outside with its key.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openConnection, type RawConnection } from '#main/db/raw-connection.ts'
import { createOutgoing } from '#main/db/replicate/outgoing.ts'
import { DATABASE } from '#main/workspace/workspace-folder.ts'
import { dataKeyOf } from '../../main/engine/test-engine.ts'
import type { Holding } from './history.ts'

const TABLES = ['companies', 'tickets', 'orders', 'orderLines', 'devices', 'users', 'settings', 'activities'] as const
/** A row's number, and its clock in the numbers of this file. */
const OWN_COLUMNS = ['no', 'ver', 'cells']

export interface OpenFile {
  /** By origin: the newest change set. */
  readonly vector: () => string
  readonly close: () => void
}

/** The version vector of a file that another process is writing. */
export const watchFile = async (folder: string): Promise<OpenFile> => {
  const raw = openConnection({ file: join(folder, DATABASE), key: await dataKeyOf(folder), readonly: true, cacheMb: 4 })
  return { vector: () => JSON.stringify(logOf(raw)), close: () => raw.close() }
}

/** All of it, once its machine has ended. */
export const readHolding = async (machine: number, folder: string): Promise<Holding> => {
  const raw = openConnection({ file: join(folder, DATABASE), key: await dataKeyOf(folder), cacheMb: 16 })
  try {
    const rows = <Row>(sql: string): Row[] => raw.prepare<[], Row>(sql).all()
    return {
      machine,
      integrity: String(raw.pragma('integrity_check', { simple: true })),
      log: logOf(raw),
      gaps: rows<{ origin: string; lacks: number }>(
        `SELECT lower(hex(origin)) AS origin, max(last) - sum(count) AS lacks FROM (
           SELECT oid, seq AS last, 1 AS count FROM sync_change UNION ALL SELECT oid, seq + count - 1, count FROM sync_run
         ) JOIN sync_origin USING (oid) GROUP BY oid HAVING lacks <> 0`,
      ).map(({ origin, lacks }) => `${lacks} change sets of ${origin}`),
      digest: digestOf(raw),
      companies: rows('SELECT id, name, city FROM companies'),
      lines: rows('SELECT name, netE4 / 10000 AS amount FROM orderLines'),
      tickets: rows('SELECT subject, number, companyId FROM tickets'),
    }
  } finally {
    raw.close()
  }
}

const logOf = (raw: RawConnection): Record<string, string> => {
  const { vector, chains } = createOutgoing(raw)
  const newest = [...vector()].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const heads = chains(newest)
  return Object.fromEntries(newest.map(([origin, seq], index) => [origin, `${seq}:${heads[index] ?? ''}`]))
}

const digestOf = (raw: RawConnection): string => {
  const hash = createHash('sha256')
  for (const table of TABLES) {
    for (const row of raw.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`).iterate()) {
      for (const column of OWN_COLUMNS) delete row[column]
      hash.update(JSON.stringify(row))
    }
  }
  return hash.digest('hex')
}
