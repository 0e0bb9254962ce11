// A log that is packed says the same as one that is not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logSetsOf } from '#main/db/log/log-sets.ts'
import { decodePack, encodePack } from '#main/db/log/pack.ts'
import type { PackSizes } from '#main/db/log/packing.ts'
import { createDatabase, openExisting, openWriter, type Writer } from '#main/db/open-workspace.ts'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'
import { testBirth } from '../../support/test-database.ts'

const NEVER: PackSizes = { sets: 1_000_000, loose: 0 }
/** A moment that a date can hold, ms. */
const MOMENTS = { min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }
const meta = { actor: 'anna', procedure: 'test.write' }

type Step =
  | { readonly kind: 'insert' | 'rename' | 'archive'; readonly at: number; readonly name: string }
  | { readonly kind: 'many' | 'long' | 'undo' | 'fail' | 'foreign'; readonly at: number }

const at = fc.nat(1000)
const name = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((text) => text.isWellFormed() && !text.includes('\0'))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('insert', 'rename', 'archive'), at, name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('many', 'long', 'undo', 'fail', 'foreign'), at }) },
)

const idsOf = ({ raw }: Writer): string[] => raw.prepare<[], string>('SELECT id FROM companies ORDER BY no').pluck().all()
const write = ({ writer }: Machine, work: Parameters<Writer['write']>[1]): void => {
  writer.write(meta, work)
}

const run = (machine: Machine, other: Machine, one: Step): void => {
  const { writer, clock } = machine
  clock.now += one.at
  const ids = idsOf(writer)
  const id = ids[one.at % Math.max(1, ids.length)] ?? ''
  if (one.kind === 'insert' || ids.length === 0)
    return write(machine, (tx) => tx.insert('companies', { name: 'name' in one ? one.name : 'x' }))
  if (one.kind === 'rename') return write(machine, (tx) => tx.update('companies', id, { name: one.name }))
  if (one.kind === 'archive') return write(machine, (tx) => tx.archive('companies', id))
  if (one.kind === 'long') return write(machine, (tx) => tx.update('companies', id, { description: `${one.at} `.repeat(900) }))
  if (one.kind === 'many')
    return write(machine, (tx) => {
      for (let row = 0; row < 600; row++) tx.insert('tags', { name: `Tag ${row}`, colour: 'blue' })
    })
  if (one.kind === 'undo') {
    const [last] = writer.logOf(new Set()).operations(null, 1)
    if (last && last.undoneBy === null && last.deviceName === 'machine-0')
      writer.write({ actor: 'anna', procedure: 'history.undo' }, () => writer.logOf(new Set()).undo(last.id))
    return
  }
  if (one.kind === 'fail') {
    const failing = (): void =>
      write(machine, (tx) => {
        tx.insert('companies', { name: 'gone' })
        throw new RangeError('on purpose')
      })
    return expect(failing).toThrow('on purpose')
  }
  for (let row = 0; row < one.at % 12; row++) other.writer.write(meta, (tx) => tx.insert('companies', { name: `Foreign ${row}` }))
  pull(machine, other, { bytes: 100 * (one.at % 20) })
}

/** Everything that can be asked of a log. */
const told = ({ writer }: Pick<Machine, 'writer'>): unknown => {
  const { outgoing, raw } = writer
  const log = writer.logOf(new Set())
  const sets = logSetsOf(raw)
  const vector = outgoing.vector()
  const origins = raw.prepare<[], number>('SELECT oid FROM sync_origin ORDER BY oid').pluck().all()
  const places = [...vector].flatMap(([origin, seq]) => Array.from({ length: seq }, (_, before) => [origin, before + 1] as const))
  const newest = Number(raw.prepare('SELECT max(lsn) FROM sync_change').pluck().get() ?? 0)
  const plain = ({ body, ...set }: { readonly body: Uint8Array | null }): unknown => ({
    ...set,
    body_hash: null,
    body: body && Buffer.from(body).toString('hex'),
  })
  const pages: unknown[] = []
  for (let before: number | null = null; ;) {
    const page = log.operations(before, 3)
    pages.push(page)
    before = page.at(-1)?.lsn ?? null
    if (before === null) break
  }
  return {
    vector,
    pages,
    chains: outgoing.chains(places),
    sets: origins.map((oid) =>
      Array.from({ length: newest + 2 }, (_, seq) => [sets.at(oid, seq), sets.stampAt(oid, seq)]).map(([set, stamp]) => [
        typeof set === 'object' && plain(set),
        stamp,
      ]),
    ),
    newest: origins.map((oid) => [sets.newestOf(oid), sets.newestOf(oid, 3)]),
    from: [0, Math.floor(newest / 2), newest].map((lsn) => Array.from(sets.from(lsn), plain)),
    before: [2, Math.floor(newest / 2), newest + 1].map((lsn) => Array.from(sets.before(lsn, 5), plain)),
    missing: [0, Math.floor(newest / 3)].map((after) => outgoing.missing(new Map(), after, 2000)),
    rows: idsOf(writer).map((id) => [log.ofRow('companies', id), log.ofRow('companies', id, { before: null, count: 2 })]),
    again: log.goingBack(new Date(0).toISOString(), () => undefined),
  }
}

test('whatever is asked of a packed log, it answers as one that is not packed', { timeout: 300_000 }, async () => {
  let packs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), fc.integer({ min: 1, max: 6 }), async (steps, size) => {
      const packed = await newMachine(0, { sets: size, loose: 1 + (size % 3) })
      const loose = await newMachine(0, NEVER)
      const others = [await newMachine(1), await newMachine(1)] as const
      for (const one of steps) {
        run(packed, others[0], one)
        run(loose, others[1], one)
      }
      packs += Number(packed.writer.raw.prepare('SELECT count(*) FROM sync_pack').pluck().get())
      expect(loose.writer.raw.prepare('SELECT count(*) FROM sync_pack').pluck().get()).toBe(0)
      expect(told(packed)).toEqual(told(loose))
      for (const { writer } of [packed, loose, ...others]) writer.close()
    }),
    { numRuns: 40 },
  )
  expect(packs).toBeGreaterThan(100)
})

test('what is packed is unpacked as it was, whatever it says', () => {
  const int = fc.integer({ min: 0, max: 2 ** 52 })
  const set = fc.record({
    ...{ lsn: int, oid: int, seq: int, hlc: fc.maxSafeInteger(), wall: fc.integer(MOMENTS), sv: int, rows: int },
    ...{ actor: fc.option(fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed())), proc: fc.string() },
    body: fc.uint8Array({ maxLength: 300 }),
  })
  fc.assert(
    fc.property(fc.array(set, { minLength: 1, maxLength: 30 }), (sets) => {
      const again = decodePack(encodePack(sets)).map((one) => ({ ...one, body: Uint8Array.from(one.body) }))
      expect(again).toEqual(sets.map((one) => ({ ...one, body: Uint8Array.from(one.body) })))
    }),
  )
})

test('a log that was never packed catches up while it is written to, and is the same after the file was closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-packed-'))
  const at = { file: join(folder, 'kith.db'), key: new Uint8Array(32).fill(7) }
  const random = (bytes: Uint8Array): void => void bytes.fill((counter += 1))
  let counter = 0
  const open = async (packSizes: PackSizes, isNew: boolean): Promise<Writer> =>
    openWriter(await (isNew ? createDatabase(at, testBirth) : openExisting(at)), {
      nowMs: () => 1e12 + counter,
      random,
      packSizes,
    })
  try {
    const before = await open(NEVER, true)
    for (let row = 0; row < 500; row++) before.write(meta, (tx) => tx.insert('companies', { name: `Company ${row}` }))
    before.close()
    const after = await open({ sets: 10, loose: 20 }, false)
    const loose = (writer: Writer): unknown => writer.raw.prepare('SELECT count(*) FROM sync_change').pluck().get()
    const counts = Array.from({ length: 8 }, (_, row) => {
      after.write(meta, (tx) => tx.insert('companies', { name: `Later ${row}` }))
      return loose(after)
    })
    // 80 at a time, and the newest twenty stay.
    expect(counts).toEqual([421, 342, 263, 184, 105, 26, 27, 28])
    const said = told({ writer: after })
    after.close()
    const again = await open(NEVER, false)
    expect(told({ writer: again })).toEqual(said)
    expect(again.outgoing.vector().get(again.outgoing.ownOrigin())).toBe(508)
    again.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a transaction that fails after it has packed leaves the log as it was', async () => {
  const machine = await newMachine(0, { sets: 4, loose: 2 })
  for (let row = 0; row < 30; row++) write(machine, (tx) => tx.insert('companies', { name: `Company ${row}` }))
  const other = await newMachine(1)
  for (let row = 0; row < 30; row++) write(other, (tx) => tx.insert('companies', { name: `Foreign ${row}` }))
  const before = told(machine)
  // The last of many does not fit: those before it were packed in the same transaction, or would have been.
  const spoilt = (): unknown =>
    pull(machine, other, {
      bytes: 1e6,
      onTheWay: (sets) => sets.map((set, place) => (place === sets.length - 1 ? { ...set, procedure: 'other' } : set)),
    })
  expect(spoilt).toThrow(/does not follow/u)
  expect(told(machine)).toEqual(before)
  pull(machine, other, { bytes: 1e6 })
  expect(machine.writer.outgoing.vector().get(other.originHex)).toBe(30)
})
