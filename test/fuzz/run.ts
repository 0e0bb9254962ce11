// `npm run fuzz`: what comes from the network, turned over and made up. Arguments: how many streams (200,000) and the seed (drawn, and printed).
import { fuzzBatches } from './batches.ts'
import { fuzzFrames } from './frames.ts'
import { fuzzPairing } from './pairing.ts'

const [count = '200000', seed = String(Math.floor(Math.random() * 2 ** 32))] = process.argv.slice(2)
const PAIRINGS_OF_STREAMS = 50

console.log(`Seed ${seed}.`)
const { streams, frames, refused, mostKept, slowestMs } = fuzzFrames(Number(count), Number(seed))
console.log(
  `${streams} streams: ${frames} frames read, ${refused} streams refused, at most ${mostKept} bytes kept beyond twice what came, slowest ${slowestMs.toFixed(1)} ms.`,
)
const { talks, reasons } = await fuzzPairing(Math.ceil(Number(count) / PAIRINGS_OF_STREAMS), Number(seed))
const told = Object.entries(reasons).map(([reason, times]) => `${reason} ${times}`)
console.log(`${talks} pairings with a stranger: nobody let in; ${told.join(', ')}.`)

const {
  batches,
  taken,
  refused: reasonsOfBatches,
  slowestMs: slowestBatchMs,
  mostHeapMb,
} = await fuzzBatches(Number(count), Number(seed))
const toldOfBatches = Object.entries(reasonsOfBatches).map(([reason, times]) => `${reason} ${times}`)
console.log(
  `${batches} batches: ${taken} taken whole, refused ${toldOfBatches.join(', ')}; slowest ${slowestBatchMs.toFixed(1)} ms, at most ${mostHeapMb.toFixed(0)} MiB more.`,
)
