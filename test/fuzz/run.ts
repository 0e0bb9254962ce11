// `npm run fuzz`: what comes from the network, turned over and made up. Arguments: how many streams (200,000) and the seed (drawn, and printed).
// Exits 1 if one of the limits in `limits.ts` is exceeded.
import { fuzzBatches } from './batches.ts'
import { fuzzFrames } from './frames.ts'
import { BATCH_MS, EACH_MS, exceeded, HEAP_MB, KEPT_BYTES, MESSAGE_MS, mostSlow, STREAM_MS } from './limits.ts'
import { fuzzMessages } from './messages.ts'
import { fuzzPairing } from './pairing.ts'

const [count = '200000', seed = String(Math.floor(Math.random() * 2 ** 32))] = process.argv.slice(2)
const PAIRINGS_OF_STREAMS = 50
/** Each is a conversation, or a part of one. */
const MESSAGES_OF_STREAMS = 10

console.log(`Seed ${seed}.`)
const streams = fuzzFrames(Number(count), Number(seed))
console.log(
  `${streams.streams} streams: ${streams.frames} frames read, ${streams.refused} streams refused, at most ${streams.mostKept} bytes kept beyond twice what came, slowest ${streams.slowestMs.toFixed(1)} ms, ${streams.slow} over ${EACH_MS} ms of the processor.`,
)
const { talks, reasons } = await fuzzPairing(Math.ceil(Number(count) / PAIRINGS_OF_STREAMS), Number(seed))
const told = Object.entries(reasons).map(([reason, times]) => `${reason} ${times}`)
console.log(`${talks} pairings with a stranger: nobody let in; ${told.join(', ')}.`)

const batches = await fuzzBatches(Number(count), Number(seed))
const toldOfBatches = Object.entries(batches.refused).map(([reason, times]) => `${reason} ${times}`)
console.log(
  `${batches.batches} batches: ${batches.taken} taken whole, refused ${toldOfBatches.join(', ')}; slowest ${batches.slowestMs.toFixed(1)} ms, ${batches.slow} over ${EACH_MS} ms of the processor, at most ${batches.mostHeapMb.toFixed(0)} MiB more.`,
)

const said = await fuzzMessages(Math.ceil(Number(count) / MESSAGES_OF_STREAMS), Number(seed))
const toldOfMessages = Object.entries(said.outcomes).map(([topic, outcomes]) => {
  const byOutcome = Object.entries(outcomes).map(([outcome, times]) => `${outcome} ${times}`)
  return `${topic}: ${byOutcome.join(', ')}`
})
console.log(
  `${said.messages} messages of a member: ${toldOfMessages.join('; ')}; slowest ${said.slowestMs.toFixed(1)} ms, ${said.slow} over ${EACH_MS} ms of the processor, at most ${said.mostHeapMb.toFixed(0)} MiB more.`,
)

const complaints = exceeded([
  { what: 'A reader kept beyond twice what came', value: streams.mostKept, most: KEPT_BYTES, unit: 'bytes' },
  { what: 'The slowest stream', value: streams.slowestMs, most: STREAM_MS, unit: 'ms' },
  { what: `Over ${EACH_MS} ms of the processor`, value: streams.slow, most: mostSlow(streams.streams), unit: 'streams' },
  { what: 'The slowest batch', value: batches.slowestMs, most: BATCH_MS, unit: 'ms' },
  { what: `Over ${EACH_MS} ms of the processor`, value: batches.slow, most: mostSlow(batches.batches), unit: 'batches' },
  { what: 'The slowest message', value: said.slowestMs, most: MESSAGE_MS, unit: 'ms' },
  { what: `Over ${EACH_MS} ms of the processor`, value: said.slow, most: mostSlow(said.messages), unit: 'messages' },
  { what: 'The heap grew under messages by', value: said.mostHeapMb, most: HEAP_MB, unit: 'MiB' },
  { what: 'The heap grew by', value: batches.mostHeapMb, most: HEAP_MB, unit: 'MiB' },
])
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1
