// kill -9 of the headless engine at random points of a stream of edits and in the middle of imports: `npm run faults`.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { seeded } from '../bench/people.ts'
import { dataKeyOf, testPlace } from '../main/engine/test-engine.ts'
import { type Acknowledged, verify } from './verify.ts'

const IMPORT_ROWS = 5000
const random = seeded(9)

interface Outcome {
  readonly acknowledged: Acknowledged[]
  readonly wasImporting: boolean
  readonly hadImported: boolean
}

/** Lets the process edit until `delayMs` after it was ready (or its import began), then kills it. */
const runUntilKilled = (folder: string, runtimeFolder: string, csv: string, delayMs: number): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'editing-engine.ts'), folder, runtimeFolder, csv], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const newest = new Map<string, Acknowledged>()
    let wasImporting = false
    let hadImported = false
    createInterface({ input: child.stdout }).on('line', (line) => {
      // The child's own JSON; a line cut by the kill cannot be complete, as each is written at once.
      const said = JSON.parse(line) as Acknowledged | { readonly kind: 'ready' | 'importing' | 'imported' }
      if (said.kind === 'imported') hadImported = true
      if (said.kind === 'company' || said.kind === 'archived') newest.set(said.id, said)
      if (said.kind === 'importing') wasImporting = true
      if (said.kind === (csv === '-' ? 'ready' : 'importing')) setTimeout(() => child.kill('SIGKILL'), delayMs)
    })
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve({ acknowledged: [...newest.values()], wasImporting, hadImported })
      else reject(new Error('The editing process ended by itself.'))
    })
  })

/** Of each round its own: what is there already would not come in again. */
const rowsOf = (round: number): string =>
  `name,phone\n${Array.from({ length: IMPORT_ROWS }, (_, index) => `Imported ${round}-${index},${round * IMPORT_ROWS + index}`).join('\n')}\n`

/** Kills the engine so many times on one workspace and checks it after each. Throws at the first thing lost. */
export const killEngine = async (rounds: number): Promise<string> => {
  const place = testPlace()
  try {
    const first = await place.engine()
    await first.create()
    await first.engine.close()
    const key = await dataKeyOf(place.folder)
    const csv = join(place.base, 'companies.csv')
    const runtimeFolder = join(place.base, 'run-killed')
    mkdirSync(runtimeFolder, { mode: 0o700 })

    const all = new Map<string, Acknowledged>()
    let imports = 0
    let cut = 0
    let edits = 0
    for (let round = 0; round < rounds; round++) {
      const isImport = round % 4 === 3
      if (isImport) writeFileSync(csv, rowsOf(round))
      const delay = isImport ? random() * 700 : random() * 400
      const { acknowledged, hadImported } = await runUntilKilled(place.folder, runtimeFolder, isImport ? csv : '-', delay)
      for (const one of acknowledged) all.set(one.id, one)
      edits += acknowledged.length
      const { imported } = verify(join(place.folder, 'kith.db'), key, [...all.values()])
      if (imported % IMPORT_ROWS !== 0) throw new Error(`Round ${round}: an import is there in part, ${imported} rows.`)
      const whole = imported / IMPORT_ROWS
      if (hadImported && whole <= imports) throw new Error(`Round ${round}: an acknowledged import is gone.`)
      if (isImport && whole === imports) cut++
      imports = whole
    }
    return `headless engine killed ${rounds} times: ${edits} acknowledged edits all there, ${imports} imports whole, ${cut} absent, log without a gap`
  } finally {
    await place.remove()
  }
}
