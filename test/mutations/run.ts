// `npm run test:mutations`: puts each fault of the list into a copy of the tree, one at a time, and demands that the suite of the replicas fails.
// Words of names as arguments choose among them.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mutated } from './mutated.ts'
import { type Mutation, mutations } from './mutations.ts'

const PROCESSES = 2
const HISTORIES = process.env['KITH_HISTORIES'] ?? '600'
const project = fileURLToPath(new URL('../..', import.meta.url))

interface Outcome {
  readonly mutation: Mutation
  /** The test that failed first; null: none did. */
  readonly killedBy: string | null
  readonly seconds: number
}

const copyTree = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'kith-mutations-'))
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(project, part), join(copy, part), { recursive: true })
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** The name of the test that failed first; null: all passed. The random histories, which take longest, come last. */
const firstFailure = async (copy: string): Promise<string | null> =>
  (await failureAmong(copy, ['test/main/replicas', '--exclude=**/convergence*'])) ??
  (await failureAmong(copy, ['test/main/replicas/convergence']))

const failureAmong = (copy: string, among: readonly string[]): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const report = join(copy, 'report.json')
    rmSync(report, { force: true })
    const child = spawn(
      process.execPath,
      [
        ...[join(copy, 'node_modules/vitest/vitest.mjs'), 'run', '--project=node', ...among],
        ...['--bail=1', '--maxWorkers=1', '--reporter=json', `--outputFile=${report}`],
      ],
      {
        cwd: copy,
        stdio: 'ignore',
        env: { ...process.env, KITH_HISTORIES: HISTORIES, KITH_SEED: '1', KITH_PLAIN_FAILURES: '1' },
      },
    )
    child.on('error', reject)
    child.on('exit', (code) => resolve(code === 0 ? null : failedIn(report)))
  })

interface Report {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[]
  }[]
}

const failedIn = (report: string): string => {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed')
  if (failed) return failed.title
  throw new Error(`The suite did not run: ${testResults.map(({ message }) => message).join(' ')}`)
}

const work = async (queue: Mutation[], copy: string, told: (outcome: Outcome) => void): Promise<void> => {
  for (let mutation = queue.shift(); mutation; mutation = queue.shift()) {
    const since = performance.now()
    const texts = mutated(copy, mutation)
    const before = [...texts.keys()].map((file) => [file, readFileSync(join(copy, file))] as const)
    for (const [file, text] of texts) writeFileSync(join(copy, file), text)
    const killedBy = await firstFailure(copy)
    for (const [file, text] of before) writeFileSync(join(copy, file), text)
    told({ mutation, killedBy, seconds: (performance.now() - since) / 1000 })
  }
}

const words = process.argv.slice(2).map((word) => word.toLowerCase())
const chosen = mutations.filter(({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)))
// Before anything runs: a text that is not found any more.
for (const mutation of chosen) mutated(project, mutation)

const copies = Array.from({ length: PROCESSES }, copyTree)
const outcomes: Outcome[] = []
try {
  const [first = ''] = copies
  const failed = words.length === 0 ? await firstFailure(first) : null
  if (failed !== null) throw new Error(`The suite fails without any mutation: ${failed}`)
  const queue = [...chosen]
  await Promise.all(
    copies.map((copy) =>
      work(queue, copy, (outcome) => {
        outcomes.push(outcome)
        console.log(
          `${outcome.mutation.name} → ${outcome.killedBy ?? 'SURVIVES'} (${outcome.seconds.toFixed(0)} s; ${outcomes.length} of ${chosen.length})`,
        )
      }),
    ),
  )
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true })
}

const survivors = outcomes.filter(({ killedBy }) => killedBy === null)
console.log(`\n| Mutation | Killed by |\n|---|---|`)
for (const mutation of chosen) {
  const outcome = outcomes.find((each) => each.mutation === mutation)
  console.log(`| ${mutation.name} | ${outcome?.killedBy ?? '**nothing**'} |`)
}
console.log(`\n${outcomes.length - survivors.length} of ${outcomes.length} killed.`)
process.exitCode = survivors.length === 0 ? 0 : 1
