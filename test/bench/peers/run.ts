// `npm run bench:peers`: the same 100,000 changes by Kith and by others, each in a process of its own. The others are installed into a scratch
// folder for this run and taken away again. `-- --slow` also gives Automerge one change per edit, which takes minutes. Below the table all of them
// are compared; exits 1 if Kith is slower or larger than one of them, and says in what.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runAutomerge } from './automerge.ts'
import { runKith } from './kith.ts'
import { runMerkleLog } from './merkle-log.ts'
import { runPouch } from './pouchdb.ts'
import { crossedCells, makeWorkload, type Result } from './workload.ts'

const PEERS = { pouchdb: '9.0.0', '@automerge/automerge': '3.5.0', '@actual-app/crdt': '3.1.3' } as const

/** Loads a package from the scratch folder. */
const load = async (scratch: string, name: keyof typeof PEERS): Promise<unknown> => {
  const path = createRequire(join(scratch, 'package.json')).resolve(name)
  const module: unknown = await import(pathToFileURL(path).href)
  return module
}
const defaultOf = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : module

const engines: Readonly<Record<string, (scratch: string, folder: string) => Promise<Result>>> = {
  kith: (_scratch, folder) => runKith(makeWorkload(), folder, { hasAllIndexes: false, isFlushed: false }),
  'kith-indexed': (_scratch, folder) => runKith(makeWorkload(), folder, { hasAllIndexes: true, isFlushed: false }),
  'kith-flushed': (_scratch, folder) => runKith(makeWorkload(), folder, { hasAllIndexes: true, isFlushed: true }),
  pouchdb: async (scratch, folder) => runPouch(defaultOf(await load(scratch, 'pouchdb')), makeWorkload(), folder),
  merkle: async (scratch, folder) => runMerkleLog(await load(scratch, '@actual-app/crdt'), makeWorkload(), folder),
  automerge: async (scratch, folder) => runAutomerge(await load(scratch, '@automerge/automerge'), makeWorkload(), folder, 100),
  'automerge-slow': async (scratch, folder) =>
    runAutomerge(await load(scratch, '@automerge/automerge'), makeWorkload(), folder, 1),
}

interface Measured extends Result {
  /** Its name above. */
  readonly name: string
  /** The most memory that its process had, with Node, the work to do and both machines in it. */
  readonly peakBytes: number
}

const total = ({ baseMs, bootMs, editsMs, syncMs }: Result): number => baseMs + bootMs + editsMs + syncMs

const print = (results: readonly Measured[]): void => {
  const head = [
    'engine',
    'base',
    'boot',
    '50,000 edits',
    'meeting',
    'total ms',
    'on the wire',
    'on disk',
    'of it the log',
    'peak memory',
    'visible of what crossed',
    'equal',
  ]
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
  const lines = results.map((result) => {
    const { engine, baseMs, bootMs, editsMs, syncMs, wireBytes, diskBytes, logBytes, conflicts, isEqual } = result
    const times = [baseMs, bootMs, editsMs, syncMs, total(result)].map((value) => Math.round(value).toLocaleString('en'))
    const disk = [mb(diskBytes), logBytes === undefined ? '' : mb(logBytes)]
    return [engine, ...times, mb(wireBytes), ...disk, mb(result.peakBytes), conflicts, isEqual ? 'yes' : 'NO']
  })
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)))
  for (const line of [head, ...lines])
    console.log(`| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
}

/** How many times Kith's each other's is: above 1, Kith needs less. */
const printTimes = (results: readonly Measured[]): void => {
  const kith = results.find(({ name }) => name === 'kith')
  if (!kith) return
  console.log(`\nAs many times as ${kith.engine}:`)
  for (const other of results.filter(({ engine }) => !engine.startsWith('Kith'))) {
    const times = (value: (result: Measured) => number): string => (value(other) / value(kith)).toFixed(2)
    const [wire, disk] = [times(({ wireBytes }) => wireBytes), times(({ diskBytes }) => diskBytes)]
    const memory = times(({ peakBytes }) => peakBytes)
    console.log(`${other.engine}: time ${times(total)}, on the wire ${wire}, on disk ${disk}, peak memory ${memory}`)
  }
}

/** Each goal that is missed, in a line. Where each edit is on the disk before the next, Kith does what none of the others does: not compared. */
const shortfalls = (results: readonly Measured[]): string[] => {
  const different = results.filter(({ isEqual }) => !isEqual).map(({ engine }) => `${engine}: the two machines differ.`)
  const others = results.filter(({ engine }) => !engine.startsWith('Kith'))
  const goals = {
    slower: total,
    'larger on the wire': ({ wireBytes }: Measured): number => wireBytes,
    'larger on disk': ({ diskBytes }: Measured): number => diskBytes,
  }
  const behind = results
    .filter(({ engine }) => engine.startsWith('Kith') && !engine.includes('each edit'))
    .flatMap((kith) =>
      Object.entries(goals).flatMap(([what, value]) =>
        others.filter((other) => value(kith) >= value(other)).map((other) => `${kith.engine}: ${what} than ${other.engine}.`),
      ),
    )
  return [...different, ...behind]
}

/** In the parent: all of them, one after the other. */
const compare = async (): Promise<boolean> => {
  const base = mkdtempSync(join(tmpdir(), 'kith-peers-'))
  const scratch = join(base, 'packages')
  try {
    mkdirSync(scratch)
    // LevelDB comes built inside its package. `npm run` hands down that every script has to be allowed or refused.
    const allowScripts = { leveldown: false }
    writeFileSync(join(scratch, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS, allowScripts }))
    console.log(
      `Installing ${Object.entries(PEERS)
        .map((pair) => pair.join(' '))
        .join(', ')} …`,
    )
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: scratch, stdio: 'inherit' })
    console.log(`Both sides wrote ${crossedCells(makeWorkload()).toLocaleString('en')} cells.`)
    const results: Measured[] = []
    const names = Object.keys(engines).filter((name) => name !== 'automerge-slow' || process.argv.includes('--slow'))
    for (const name of names) {
      console.log(`${name} …`)
      const folder = join(base, name)
      mkdirSync(folder)
      const child = fork(fileURLToPath(import.meta.url), [name, scratch, folder])
      let result: Measured | null = null
      // Sent below.
      child.on('message', (answer) => (result = answer as Measured))
      const [code] = await once(child, 'exit')
      if (result === null) throw new Error(`${name} ended with ${String(code)} and measured nothing.`)
      results.push(result)
    }
    print(results)
    printTimes(results)
    const missed = shortfalls(results)
    if (missed.length > 0) console.log(`\nNot met:\n${missed.join('\n')}`)
    return missed.length === 0
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

const [name = '', scratch = '', folder = ''] = process.argv.slice(2)
const engine = engines[name]
if (engine && process.send) {
  const result = await engine(scratch, folder)
  const measured: Measured = { ...result, name, peakBytes: process.resourceUsage().maxRSS * 1024 }
  process.send(measured)
} else process.exitCode = (await compare()) ? 0 : 1
