// What must hold of a workspace after a kill, read from outside with its key.
import { createHash } from 'node:crypto'
import { logSetsOf } from '#main/db/log/log-sets.ts'
import { chainOf, headerOf } from '#main/db/log/set-header.ts'
import { openConnection } from '#main/db/raw-connection.ts'
import { createOutgoing } from '#main/db/replicate/outgoing.ts'

export interface Acknowledged {
  readonly kind: 'company' | 'archived'
  readonly id: string
  readonly name: string
  /** The name of an update that was under way. */
  readonly under?: string
  /** It was archived and brought back. */
  readonly isInUse?: boolean
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
    const { chains, vector } = createOutgoing(raw)
    const [[origin, newest] = ['', 0], ...more] = [...vector()]
    if (more.length > 0) throw new Error('Change sets of others are in the log.')
    const sets = [...logSetsOf(raw).from(0)].toSorted((one, other) => one.seq - other.seq)
    let before: Uint8Array = new Uint8Array(16)
    for (const [index, set] of sets.entries()) {
      if (set.seq !== index + 1) throw new Error(`The change log has a gap before ${set.seq}.`)
      if (!set.body) throw new Error(`The change log has nothing at ${set.seq}.`)
      const header = headerOf(set, origin, set.undoes_op === null ? null : `${origin}-${set.undoes_op}`)
      before = chainOf(before, header, createHash('sha256').update(set.body).digest())
      if (chains([[origin, set.seq]])[0] !== Buffer.from(before).toString('hex'))
        throw new Error(`The chain breaks at ${set.seq}.`)
    }
    if (sets.length !== newest) throw new Error(`The change log ends at ${sets.length} and not at ${newest}.`)
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
