// Removing the samples: all that nobody touched since they were made, and nothing that the user's own work hangs on.
import type { WriteTx } from '#main/db/database.ts'
import type { ChangeLog } from '#main/db/log/change-log.ts'
import { listLinks } from './kept-samples.repository.ts'
import { listSamples, nameOfSample, partTables, recordTables, type SampleTable } from './samples.repository.ts'

export interface Removal {
  readonly removed: number
  readonly kept: { table: string; id: string; name: string }[]
}

/** One pass of the caller's operation, so that one undo brings all of them back. */
export const removeSamples = (tx: WriteTx, log: ChangeLog): Removal => {
  const tables: readonly SampleTable[] = [...recordTables, ...partTables]
  const samples = tables.flatMap((table) => listSamples(tx, table).map((row) => ({ table, row })))
  const keeping = new Set(samples.filter(({ table, row }) => log.isTouched(table, row)).map(({ row }) => row.id))
  keepWhatIsNeeded(tx, keeping)

  const going = samples.filter(({ row }) => !keeping.has(row.id))
  for (const { table, row } of going) tx.archive(table, row.id, 'sample')

  const isRecord = (table: SampleTable): table is (typeof recordTables)[number] => recordTables.some((name) => name === table)
  return {
    removed: going.filter(({ table }) => isRecord(table)).length,
    kept: samples.flatMap(({ table, row }) =>
      isRecord(table) && keeping.has(row.id) ? [{ table, id: row.id, name: nameOfSample(tx, table, row.id) }] : [],
    ),
  }
}

/** Adds to `keeping` the samples on which the user's own rows, or samples that stay, hang; as often as that finds more. */
const keepWhatIsNeeded = (tx: WriteTx, keeping: Set<string>): void => {
  const links = listLinks(tx)
  for (let before = -1; before !== keeping.size;) {
    before = keeping.size
    for (const { id, isSample, on } of links) if (!isSample || keeping.has(id)) keeping.add(on)
  }
}
