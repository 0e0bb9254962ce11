// Kith's own log: encrypted files, each edit a transaction of its own, with all that hangs on it: the indexes of the lists, the search, the history.
import { randomFillSync } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabase, openWriter, type Writer } from '#main/db/open-workspace.ts'
import { decodeSets, encodeSets } from '#main/db/replicate/wire.ts'
import { clocked, FIELDS, RECORDS, type Result, type Side, type Workload } from './workload.ts'

const BATCH_BYTES = 256 * 1024

/** Answers the bytes that went over. */
const give = (from: Writer, to: Writer): number => {
  const have = to.outgoing.vector()
  let [after, bytes] = [0, 0]
  for (;;) {
    const { sets, upTo } = from.outgoing.missing(have, after, BATCH_BYTES)
    if (sets.length === 0) return bytes
    after = upTo
    const frame = encodeSets(sets)
    bytes += frame.length
    to.receive(decodeSets(frame), from.outgoing.origins())
  }
}

const dropIndexes = ({ raw }: Writer): void => {
  const named = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'companies' AND sql IS NOT NULL")
    .pluck()
  for (const name of named.all()) if (!TWO_INDEXES.includes(name)) raw.exec(`DROP INDEX ${name}`)
}

/** As many as the table of the Merkle log has. */
const TWO_INDEXES = ['companiesByIndustry', 'companiesByUpdate']

export interface KithOptions {
  /** With all indexes of the program's lists; else with two. The other engines keep one index of the ids, or two. */
  readonly hasAllIndexes: boolean
  /** Each edit is on the disk before the next one, as in the program. None of the others waits for that. */
  readonly isFlushed: boolean
}

export const runKith = async (workload: Workload, folder: string, { hasAllIndexes, isFlushed }: KithOptions): Promise<Result> => {
  const { time, times } = clocked()
  const key = new Uint8Array(32).fill(9)
  const open = async (side: Side): Promise<Writer> => {
    const origin = new Uint8Array(16).fill(side === 'a' ? 1 : 2)
    const birth = {
      workspaceId: '01900000-0000-7000-8000-0000000000ce',
      origin,
      deviceName: side,
      seriesLetter: side.toUpperCase(),
    }
    const random = (bytes: Uint8Array): void => void randomFillSync(bytes)
    const file = { file: join(folder, `${side}.db`), key }
    const writer = openWriter(await createDatabase(file, birth), { nowMs: () => Date.now(), random })
    if (!isFlushed) writer.raw.pragma('synchronous = NORMAL')
    if (!hasAllIndexes) dropIndexes(writer)
    return writer
  }
  const machines = { a: await open('a'), b: await open('b') }
  const ids: string[] = []
  await time('baseMs', () => {
    for (let start = 0; start < RECORDS; start += 1000)
      machines.a.write({ actor: null, procedure: 'bench.fill' }, (tx) => {
        for (let record = start; record < start + 1000; record++)
          ids.push(tx.insert('companies', { name: `Company ${record}`, ...workload.first(record) }))
      })
  })
  await time('bootMs', () => give(machines.a, machines.b))
  await time('editsMs', () => {
    for (const side of ['a', 'b'] as const)
      for (const { record, field, value } of workload.edits[side])
        machines[side].write({ actor: null, procedure: 'companies.update' }, (tx) => {
          tx.update('companies', ids[record] ?? '', { [field]: value })
        })
  })
  const wireBytes = await time('syncMs', () => give(machines.a, machines.b) + give(machines.b, machines.a))

  const stateOf = ({ raw }: Writer): string =>
    JSON.stringify(raw.prepare(`SELECT id, ${FIELDS.join()} FROM companies ORDER BY id`).raw().all())
  const isEqual = stateOf(machines.a) === stateOf(machines.b)
  const conflicts = machines.a.raw.prepare('SELECT count(*) FROM sync_conflict').pluck().get()
  machines.a.raw.pragma('wal_checkpoint(TRUNCATE)')
  const diskBytes = statSync(join(folder, 'a.db')).size
  const logBytes =
    machines.a.raw.prepare<[], number>("SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%sync_%'").pluck().get() ?? 0
  machines.a.close()
  machines.b.close()
  const indexes = hasAllIndexes ? 'all indexes of its lists' : 'two indexes'
  const engine = `Kith, encrypted, ${indexes}${isFlushed ? ', each edit on the disk before the next' : ''}`
  return { engine, ...times(), wireBytes, diskBytes, logBytes, conflicts: `${String(conflicts)} values`, isEqual }
}
