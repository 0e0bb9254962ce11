// What must hold of a workspace after a kill, read from outside with its key.
import { createHash } from 'node:crypto'
import { chainOf, headerOf, type StoredHeader } from '#main/db/log/log-store.ts'
import { openConnection } from '#main/db/raw-connection.ts'

export interface Acknowledged {
  readonly kind: 'company' | 'archived'
  readonly id: string
  readonly name: string
  /** The name of an update that was under way. */
  readonly under?: string
  /** It was archived and brought back. */
  readonly isInUse?: boolean
}

interface Logged extends StoredHeader {
  readonly undoes: string | null
  readonly origin: Uint8Array
  readonly body: Uint8Array
  readonly chain: Uint8Array
}

/** Throws a sentence for the first thing that does not hold. Answers how many companies came from an import. */
export const verify = (
  file: string,
  key: Uint8Array,
  acknowledged: readonly Acknowledged[],
): { imported: number; sets: number } => {
  const raw = openConnection({ file, key, cacheMb: 16 })
  try {
    const integrity = raw.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`)
    const sets = raw
      .prepare<[], Logged>(
        `SELECT c.*, o.origin, CASE WHEN c.undoes_op IS NOT NULL THEN lower(hex(o.origin)) || '-' || c.undoes_op END AS undoes
         FROM sync_change c JOIN sync_origin o ON o.oid = c.oid ORDER BY c.seq`,
      )
      .all()
    let before: Uint8Array = new Uint8Array(16)
    for (const [index, set] of sets.entries()) {
      if (set.seq !== index + 1) throw new Error(`The change log has a gap before ${set.seq}.`)
      const header = headerOf(set, Buffer.from(set.origin).toString('hex'), set.undoes)
      before = chainOf(before, header, createHash('sha256').update(set.body).digest())
      if (!Buffer.from(set.chain).equals(before)) throw new Error(`The chain breaks at ${set.seq}.`)
    }
    const unfinished = sets.filter(({ op }) => !sets.some((other) => other.op === op && other.last === 1))
    if (unfinished.length > 0) throw new Error(`Operation ${unfinished[0]?.op} is not whole.`)
    const select = raw.prepare<[string], { name: string; archivedAt: string | null }>(
      'SELECT name, archivedAt FROM companies WHERE id = ?',
    )
    for (const { kind, id, name, under, isInUse } of acknowledged) {
      const row = select.get(id)
      if (!row) throw new Error(`${id} was acknowledged and is gone.`)
      if (row.name !== name && row.name !== under) throw new Error(`${id} is called ${row.name}, acknowledged was ${name}.`)
      if (kind === 'archived' && row.archivedAt === null) throw new Error(`${id} was archived and is not.`)
      if (isInUse && row.archivedAt !== null) throw new Error(`${id} was brought back and is archived.`)
    }
    const imported = raw.prepare<[], number>("SELECT count(*) FROM companies WHERE name LIKE 'Imported %'").pluck().get() ?? 0
    return { imported, sets: sets.length }
  } finally {
    raw.close()
  }
}
