// `npm run bench`: the limit and Kith side by side in one run, medians, printed as a table. Exits 1 if a goal is missed.
// Arguments name the parts to run (see parts.ts), `million=200000` with another number of companies; without any, all but the million.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { YOUNG_GENERATION_MB } from '#main/engine/thread.ts'
import { printTable, type Row } from './measure.ts'
import { makeOffice } from './office.ts'
import { parts, WITHOUT_OFFICE } from './parts.ts'
import { SIZES } from './workspace.ts'

const base = mkdtempSync(join(tmpdir(), 'kith-bench-'))
const folder = join(base, 'office')
const partNames = Object.keys(parts)
const asked = new Map(
  process.argv.slice(2).map((argument) => {
    const [name = '', count = ''] = argument.split('=')
    return [name, count]
  }),
)

const unknown = [...asked.keys()].filter((name) => !partNames.includes(name))
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}. Parts: ${partNames.join(' ')}.`)

const runPart = async (name: string, key: Uint8Array): Promise<readonly Row[]> => {
  const child = fork(
    fileURLToPath(new URL('part.ts', import.meta.url)),
    [name, base, Buffer.from(key).toString('hex'), asked.get(name) ?? ''],
    {
      // The young generation of the program's threads, for the limit and for Kith: three half spaces.
      execArgv: [`--max-semi-space-size=${Math.ceil(YOUNG_GENERATION_MB / 3)}`],
    },
  )
  let rows: readonly Row[] | null = null
  // Sent by part.ts.
  child.on('message', (answer) => (rows = answer as readonly Row[]))
  const [code] = await once(child, 'exit')
  if (rows === null) throw new Error(`The part ${name} ended with ${String(code)} and measured nothing.`)
  return rows
}

const makeMeasured = async (): Promise<Uint8Array> => {
  const sizes = Object.entries(SIZES).map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
  console.log(`Making the workspace: ${sizes.join(', ')} …`)
  const start = performance.now()
  const key = await makeOffice(folder)
  const size = statSync(join(folder, 'kith.db')).size
  console.log(`… in ${((performance.now() - start) / 1000).toFixed(1)} s, ${(size / 1e6).toFixed(0)} MB.`)
  return key
}

try {
  const names = partNames.filter((name) => (asked.size > 0 ? asked.has(name) : name !== 'million'))
  const key = names.every((name) => WITHOUT_OFFICE.includes(name)) ? new Uint8Array() : await makeMeasured()
  const rows: Row[] = []
  for (const name of names) {
    console.log(`${name} …`)
    rows.push(...(await runPart(name, key)))
  }
  printTable(rows)
  process.exitCode = rows.every(({ isMet }) => isMet) ? 0 : 1
} finally {
  rmSync(base, { recursive: true, force: true })
}
