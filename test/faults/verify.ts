// What must hold of a workspace after a kill, read from outside with its key.
import { openConnection } from '#main/db/raw-connection.ts'
import { checkLog } from '../support/log-check.ts'

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
    const log = checkLog(raw)
    if (log.size > 1) throw new Error('Change sets of others are in the log.')
    const sets = [...log.values()].flat()
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
