// One machine of the office as a process: the engine with its threads and its encrypted file. Calls come as lines of JSON, replies go as such.
// arguments: folder, folder of its own beside it, where to listen as JSON or "-"
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type EngineOptions, startEngine } from '#main/engine/engine.ts'
import { quickCosts } from '../../main/workspace/key-material.ts'

const [folder = '', own = '', place = '-'] = process.argv.slice(2)
const source = (path: string): URL => new URL(`../../../src/main/${path}`, import.meta.url)

const engine = await startEngine({
  ...{ folder, runtimeFolder: join(own, 'run'), costs: quickCosts, now: () => Date.now(), appVersion: '0.0.0' },
  machine: { id: own, folder: join(own, 'machine') },
  logBug: (traceId, error) =>
    process.stderr.write(`${traceId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  workers: { engine: source('engine/engine-worker.ts'), argon2: source('workspace/argon2-worker.ts') },
  // Written by `grounds.ts`.
  ...(place === '-' ? {} : { networkPlace: JSON.parse(place) as NonNullable<EngineOptions['networkPlace']> }),
})
const session = engine.openSession({ resolveFile: (path) => path })

/** At once and whole: a kill never leaves half a line. */
const say = (line: unknown): number => writeSync(1, `${JSON.stringify(line)}\n`)

const orders = createInterface({ input: process.stdin })
// Whoever started it is gone.
orders.once('close', () => process.exit(1))
orders.on('line', (line) => {
  // Lines come from `machine-process.ts` alone.
  const { id, path, input } = JSON.parse(line) as { id: number; path: string; input: unknown }
  void session.call(path, input).then((reply) => say({ id, reply }))
})
process.once('SIGTERM', () => void engine.close().then(() => process.exit(0)))
say({ id: 0, reply: null })
