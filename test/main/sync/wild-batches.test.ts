// What a member gone wild sends is refused by name, or taken whole: the everyday part of `npm run fuzz`.
import { zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chainOf, sha256 } from '#main/db/log/set-header.ts'
import { decodeSets, encodeSets, layOut } from '#main/db/replicate/wire.ts'
import { replicaTake } from '#main/sync/local-replica.ts'
import { fuzzBatches } from '../../fuzz/batches.ts'
import { newMachine } from '../../support/replicas.ts'

test(
  'of 600 made-up batches each is refused by name and leaves nothing behind, or is taken whole',
  { timeout: 120_000 },
  async () => {
    const { taken, refused, mostHeapMb } = await fuzzBatches(600, 20_261_122)
    expect(taken).toBeGreaterThan(50)
    for (const reason of ['body', 'chain', 'causality']) expect(refused[reason]).toBeGreaterThan(5)
    expect(mostHeapMb).toBeLessThan(256)
  },
)

test('a batch that would be gigabytes unpacked is refused before it is', { timeout: 120_000 }, async () => {
  const { writer, originHex } = await newMachine(0)
  const packed = zstdCompressSync(Buffer.from(`{"o":[],"g":[]${' '.repeat(12 * 1024 * 1024)}}`))
  expect(packed.length).toBeLessThan(4096)
  let chain: Uint8Array = new Uint8Array(16)
  const sets = Array.from({ length: 300 }, (_, at) => {
    const said = {
      ...{ originHex: 'ab'.repeat(16), seq: at + 1, op: at + 1, part: 1, isLast: true, hlc: at, wallMs: at, schemaVersion: 7 },
      ...{ actor: null, procedure: 'test', undoes: null, rows: 0 },
    }
    chain = chainOf(chain, said, sha256(packed))
    return { ...said, chain, bodyHash: null, body: packed }
  })
  const take = replicaTake(writer, () => undefined)
  const origins = new Map([['ab'.repeat(16), { device: 'x', introduction: null }]])
  // Five of them are as long as a batch may be; one after the other they are taken.
  expect(take(encodeSets(sets), origins)).toMatchObject({ ok: false, reason: 'body' })
  expect(take(zstdCompressSync(Buffer.alloc(64 * 1024 * 1024)), origins)).toMatchObject({ ok: false, reason: 'body' })
  expect(writer.outgoing.vector().size).toBe(0)
  for (const set of sets.slice(0, 3)) expect(take(encodeSets([set]), origins)).toMatchObject({ ok: true, sets: 1 })
  expect(writer.outgoing.ownOrigin()).toBe(originHex)
  writer.close()
})

test('change sets travel as they are, those whose body was erased too', async () => {
  const { writer } = await newMachine(0)
  for (let at = 0; at < 200; at++)
    writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name: `华腾 ${at}` }))
  const { sets } = writer.outgoing.missing(new Map(), 0, Number.POSITIVE_INFINITY)
  const some = sets.map((set, at) =>
    at % 2 === 0 ? set : { ...set, body: null, bodyHash: sha256(set.body ?? new Uint8Array()) },
  )
  const bytes = encodeSets(some)
  expect(decodeSets(bytes)).toEqual(some)
  expect(bytes.length).toBeLessThan(layOut(some).length / 3)
  writer.close()
})
