// The engine with its threads: unlocking, searching while an import runs, and memory with warm caches.
import { join } from 'node:path'
import { boundRow, median, percentile, type Row } from './measure.ts'
import { keyOf, PASSWORD, startOffice } from './office.ts'
import { memoryOfWarmEngine } from './warm-engine.ts'
import { writeCsv } from './writes.ts'

const SEARCH_EVERY_MS = 25
const WORDS = ['Schmidt', '华腾', 'zjh', '8013', 'Beacon', '王']

export const benchUnlock = async (folder: string): Promise<Row[]> => {
  const times: number[] = []
  const derivations: number[] = []
  for (let round = 0; round < 5; round++) {
    derivations.push((await keyOf(folder)).derivationMs)
    const { engine, ask } = await startOffice(folder)
    const start = performance.now()
    await ask('workspace.unlock', { password: PASSWORD })
    times.push(performance.now() - start)
    await engine.close()
  }
  const [unlock, derivation] = [median(times), median(derivations)]
  return [
    boundRow('opening the workspace with its password', unlock, 1000, 'ms', `key derivation ${derivation.toFixed(0)} ms`),
    {
      what: 'key derivation’s share of it',
      limit: '',
      kith: `${((100 * derivation) / unlock).toFixed(0)} %`,
      goal: 'the largest part',
      isMet: derivation > unlock / 2,
    },
  ]
}

/** Searches every 25 ms, whether the one before has answered or not; the import is taken back afterwards. */
export const benchSearchDuringImport = async (folder: string, rows: number): Promise<Row[]> => {
  const csv = join(folder, '..', 'during.csv')
  writeCsv(csv, rows)
  const { engine, session, ask } = await startOffice(folder)
  await ask('workspace.unlock', { password: PASSWORD })
  const { plan } = (await ask('imports.inspect', { files: [csv], entity: 'company' })) as { plan: unknown }
  for (const text of WORDS) await ask('search.find', { text, limit: 50 })

  let isImporting = true
  const importing = session.call('imports.run', { files: [csv], plan }).finally(() => {
    isImporting = false
  })
  const waits: Promise<number>[] = []
  while (isImporting) {
    const start = performance.now()
    waits.push(
      ask('search.find', { text: WORDS[waits.length % WORDS.length] ?? '', limit: 50 }).then(() => performance.now() - start),
    )
    await new Promise((resolve) => setTimeout(resolve, SEARCH_EVERY_MS))
  }
  const reply = await importing
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  const times = await Promise.all(waits)
  await engine.close()
  const note = `${times.length} searches, p50 ${median(times).toFixed(1)} ms`
  return [
    boundRow(`search while ${rows.toLocaleString('en')} rows come in, p95`, percentile(times, 0.95), 50, 'ms', note),
    boundRow('… the slowest of them', Math.max(...times), 50, 'ms', note),
  ]
}

export const benchMemory = async (folder: string): Promise<Row[]> => [
  boundRow('memory of the headless engine, caches warm', await memoryOfWarmEngine(folder), 260, 'MB'),
]
