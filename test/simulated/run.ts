// `npm run test:simulated -- 100 10`: a hundred histories of ten machines in a simulated network, one after the other, each of the next seed. A third
// argument names the first seed (drawn, and printed). Goes on after a failure, and says its seed.
import { checkBounds, type Measured, runSimulation } from '../support/simulated-history.ts'

const [histories = '3', machines = '50', first = String(Math.floor(2 ** 31 * Math.random()))] = process.argv.slice(2)

const most = (all: readonly Measured[], value: (one: Measured) => number): string =>
  all.reduce((sofar, one) => Math.max(sofar, value(one)), 0).toFixed(1)

const all: Measured[] = []
const failed: number[] = []
console.log(`${histories} histories of ${machines} machines, first seed ${first}.`)
for (let seed = Number(first); seed < Number(first) + Number(histories); seed++) {
  try {
    const measured = await runSimulation(Number(machines), seed)
    all.push(measured)
    checkBounds(measured)
    console.log(`Seed ${seed}: ${JSON.stringify(measured)}`)
  } catch (error) {
    failed.push(seed)
    console.error(`Seed ${seed}:`, error)
  }
}
console.log(
  `The most of ${all.length} histories: alike ${most(all, ({ healedMs }) => healedMs / 1000)} s after the trouble, ` +
    `in the calm after ${most(all, ({ rounds }) => rounds)} rounds, ${most(all, ({ copies }) => copies)} copies and ` +
    `${most(all, ({ bytes }) => bytes)} bytes for each change set and machine; ` +
    `${most(all, ({ mostUnsent }) => mostUnsent)} bytes waited at one end.`,
)
if (failed.length > 0) console.log(`Failed: seeds ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
