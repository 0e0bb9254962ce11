// `npm run test:convergence -- 200000`: very many histories in two processes. A second argument names the first seed (drawn, and printed). Stops at
// the first history that fails, and says how to see it again: `-- again SEED PATH`.
import { fork } from 'node:child_process'
import { failureOf } from '../support/histories.ts'

const PROCESSES = 2
const HISTORIES_A_SEED = 200
const SAY_EVERY_MS = 10_000

export type Answer = { readonly failure: string | null }
export interface Question {
  readonly seed: number
  readonly runs: number
}

/** Answers whether all ended alike. */
const runMany = async (histories: number, firstSeed: number): Promise<boolean> => {
  const since = performance.now()
  let asked = 0
  let done = 0
  let failed: string | null = null
  const say = (): void => {
    const seconds = (performance.now() - since) / 1000
    console.log(`${done} of ${histories} histories alike, ${(done / seconds).toFixed(1)} a second, after ${seconds.toFixed(0)} s`)
  }
  const nextQuestion = (): Question | null => {
    const runs = Math.min(HISTORIES_A_SEED, histories - asked)
    if (runs <= 0 || failed !== null) return null
    const seed = firstSeed + asked / HISTORIES_A_SEED
    asked += runs
    return { seed, runs }
  }
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(new URL('worker.ts', import.meta.url))
      let question = nextQuestion()
      const ask = (): void => {
        if (question === null) child.kill()
        else child.send(question)
      }
      child.on('message', ({ failure }: Answer) => {
        if (failure === null) done += question?.runs ?? 0
        else failed ??= `Seed ${String(question?.seed)}: ${failure}`
        question = nextQuestion()
        ask()
      })
      child.on('error', reject)
      child.on('exit', (code) => {
        if (question === null || failed !== null) resolve()
        else reject(new Error(`A process ended with ${String(code)} at seed ${question.seed}.`))
      })
      ask()
    })
  const telling = setInterval(say, SAY_EVERY_MS)
  await Promise.all(Array.from({ length: PROCESSES }, work))
  clearInterval(telling)
  say()
  if (failed !== null) console.log(failed)
  return failed === null
}

const [first = '2000', second = String(Math.floor(Math.random() * 2 ** 31)), path = ''] = process.argv.slice(2)
if (first === 'again') {
  const failure = await failureOf({ runs: HISTORIES_A_SEED, seed: Number(second), path })
  console.log(failure ?? 'It ends alike.')
  process.exitCode = failure === null ? 0 : 1
} else {
  console.log(`First seed ${second}, ${HISTORIES_A_SEED} histories each.`)
  process.exitCode = (await runMany(Number(first), Number(second))) ? 0 : 1
}
