// A change of many records through the door, beside the bare writes of the same rows, each on a fresh copy of the file.
import { copyFileSync, rmSync } from 'node:fs'
import { randomFillSync } from 'node:crypto'
import { join } from 'node:path'
import { openExisting, openWriter } from '#main/db/open-workspace.ts'
import { openConnection, READER_CACHE_MB } from '#main/db/raw-connection.ts'
import { type BenchFile, writingDoor } from './door.ts'
import { median, ratioRow, type Row } from './measure.ts'

const CHANGED = 12_431

/** The limit writes the same rows with log and search index, but asks no rule. */
export const benchChange = async (at: BenchFile, rounds: number): Promise<Row> => {
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const ids = raw.prepare<[], string>(`SELECT id FROM companies ORDER BY no LIMIT ${CHANGED}`).pluck().all()
  raw.close()
  const times: { limit: number[]; kith: number[] } = { limit: [], kith: [] }
  const copy = { file: join(at.file, '..', 'change.db'), key: at.key }
  const onCopy = async (work: () => Promise<number>): Promise<number> => {
    copyFileSync(at.file, copy.file)
    const took = await work()
    for (const ending of ['', '-wal', '-shm']) rmSync(copy.file + ending, { force: true })
    return took
  }
  for (let round = 0; round < rounds; round++) {
    times.limit.push(
      await onCopy(async () => {
        const writer = openWriter(await openExisting(copy), {
          nowMs: () => Date.now(),
          random: (bytes) => void randomFillSync(bytes),
        })
        const start = performance.now()
        writer.write({ actor: null, procedure: 'bench', isBulk: true }, (tx) => {
          for (const id of ids) tx.update('companies', id, { city: '宁波' })
        })
        const took = performance.now() - start
        writer.close()
        return took
      }),
    )
    times.kith.push(
      await onCopy(async () => {
        const door = await writingDoor(copy)
        const start = performance.now()
        const { changed } = await door.ask('lists.change', { entity: 'companies', selection: { ids }, changes: { city: '宁波' } })
        const took = performance.now() - start
        door.close()
        if (changed !== CHANGED) throw new Error(`Only ${changed} of ${CHANGED} were changed.`)
        return took
      }),
    )
  }
  return ratioRow(
    `${CHANGED.toLocaleString('en')} records changed, with log and search index`,
    { limit: median(times.limit), kith: median(times.kith) },
    3,
  )
}
