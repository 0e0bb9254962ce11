// Machines that are set back as a whole and work on: what they wrote under numbers that others know for something else goes over to an origin of its
// own, and nobody can tell from any row that it was ever written otherwise.
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, expect, test, vi } from 'vitest'
import { openWriter } from '#main/db/open-workspace.ts'
import { type Branch, leaveBranch } from '#main/db/replicate/leave-branch.ts'
import { checkMachines } from '../../support/history-check.ts'
import { askable, identities, talk } from '../../support/linked-machines.ts'
import { commonOf, type Machine, meet, newMachine, pull } from '../../support/replicas.ts'

const opened: Machine[] = []
afterEach(() => {
  for (const { writer } of opened.splice(0)) writer.close()
})

/** The machine as its image holds it: the same origin, the same log. It leaves a branch before it is opened. */
const fromImage = (image: Buffer, clock: { now: number }, leaves: (Branch & { readonly newOrigin: number }) | null): Machine => {
  const raw = new Database(image)
  if (leaves) leaveBranch(raw, leaves, { origin: new Uint8Array(16).fill(leaves.newOrigin), deviceName: 'set back' })
  const writer = openWriter(raw, { nowMs: () => clock.now, random: (bytes) => void bytes.fill(7) })
  const prepare = (sql: string) => raw.prepare(sql)
  // The types are those that the caller names.
  const machine: Machine = { writer, originHex: writer.outgoing.ownOrigin(), clock, prepare: prepare as Machine['prepare'] }
  opened.push(machine)
  return machine
}
const imageOf = ({ writer }: Machine): Buffer => writer.raw.serialize()

const randomBy = (seed: number) => {
  let state = seed * 2_654_435_761
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0
    return (state >>> 3) % below
  }
}

const work = (machine: Machine, count: number, random: (below: number) => number): void => {
  const { writer, clock, prepare } = machine
  const last = prepare<[], { id: string }>(
    "SELECT lower(hex(origin)) || '-' || op AS id FROM sync_change JOIN sync_origin USING (oid) WHERE last = 1 ORDER BY lsn DESC LIMIT 1",
  )
  for (let index = 0; index < count; index++) {
    clock.now += random(3)
    const id = `h-${random(6)}`
    const row = prepare<[string], { archivedAt: string | null }>('SELECT archivedAt FROM companies WHERE id = ?').get(id)
    const kind = random(8)
    writer.write({ actor: 'anna', procedure: 'test' }, (tx) => {
      if (!row) tx.insert('companies', { id, name: `n${random(100)}`, city: 'c' })
      else if (kind === 0) tx.archive('companies', id)
      else if (kind === 1 && row.archivedAt !== null) tx.restore('companies', id)
      else if (kind === 2) {
        // Twice within one operation: two change sets.
        tx.update('companies', id, { city: `c${random(100)}` })
        tx.update('companies', id, { city: `c${random(100)}` })
      } else tx.update('companies', id, kind < 5 ? { name: `n${random(100)}` } : { city: `c${random(100)}` })
    })
    if (kind === 7) {
      const undone = last.get()?.id ?? ''
      writer.write({ actor: 'anna', procedure: 'history.undo' }, () => writer.logOf(new Set()).undo(undone))
    }
  }
}

const three = async (): Promise<readonly [Machine, Machine, Machine]> => {
  const [anna, ben, chen] = await Promise.all([newMachine(0), newMachine(1), newMachine(2)])
  if (!anna || !ben || !chen) throw new Error('three were asked for')
  opened.push(anna, ben, chen)
  return [anna, ben, chen]
}

const seeds = [...Array(25).keys()]

test.each(seeds)('what a machine wrote after it was set back stands beside what it had lost (%i)', async (seed) => {
  const random = randomBy(seed + 1)
  const [anna, ben, chen] = await three()
  work(anna, 6, random)
  meet([anna, ben, chen])
  work(ben, 3, random)
  meet([anna, ben])
  const image = imageOf(anna)
  work(anna, random(6), random)
  pull(ben, anna)
  work(ben, 3, random)
  pull(chen, ben)
  work(chen, 2, random)

  // Nobody has seen anything of what the image goes on to write.
  const again = fromImage(image, anna.clock, null)
  work(again, random(6), random)
  const after = commonOf(anna.originHex, again, ben)
  const healed = fromImage(imageOf(again), anna.clock, { originHex: anna.originHex, after, newOrigin: 0xd1 })
  const before = again.writer.outgoing.vector().get(anna.originHex) ?? 0
  const known = again.writer.outgoing.vector()
  const moved = [...healed.writer.outgoing.vector()].filter(([originHex]) => !known.has(originHex)).map(([, count]) => count)
  expect(moved).toEqual(before > after ? [before - after] : [])
  work(healed, 3, random)
  meet([healed, ben, chen])
  expect(() => checkMachines([healed, ben, chen], 'h', 0)).not.toThrow()
})

test.each(seeds)(
  'two ways under one name are one office again after those who stand on one of them went over (%i)',
  async (seed) => {
    const random = randomBy(seed + 100)
    const [anna, ben, chen] = await three()
    work(anna, 6, random)
    meet([anna, ben, chen])
    const image = imageOf(anna)
    work(anna, 4, random)
    pull(ben, anna)
    work(ben, 3, random)

    // The image met somebody who knew no better, and who worked on what it got.
    const again = fromImage(image, anna.clock, null)
    work(again, 4, random)
    pull(chen, again)
    work(chen, 3, random)
    pull(again, chen)
    work(again, 2, random)

    const after = commonOf(anna.originHex, again, ben)
    const healed = fromImage(imageOf(again), anna.clock, { originHex: anna.originHex, after, newOrigin: 0xd1 })
    const other = fromImage(imageOf(chen), chen.clock, { originHex: anna.originHex, after, newOrigin: 0xd2 })
    meet([healed, other, ben])
    expect(() => checkMachines([healed, other, ben], 'h', 0)).not.toThrow()
    work(healed, 2, random)
    work(other, 2, random)
    work(ben, 2, random)
    meet([healed, other, ben])
    expect(() => checkMachines([healed, other, ben], 'h', 0)).not.toThrow()
  },
)

test('what was deleted on a way that two machines left stays deleted', async () => {
  const [anna, ben, chen] = await three()
  const meta = { actor: 'anna', procedure: 'test' }
  anna.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-0', name: 'n' }))
  meet([anna, ben, chen])
  const image = imageOf(anna)
  anna.writer.write(meta, (tx) => tx.update('companies', 'c-0', { name: 'lost' }))
  pull(ben, anna)
  const back = fromImage(image, anna.clock, null)
  back.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-1', name: 'n' }))
  back.writer.write(meta, (tx) => tx.archive('companies', 'c-1'))
  pull(chen, back)
  const after = commonOf(anna.originHex, back, ben)
  const leave = (machine: Machine, newOrigin: number): Machine =>
    fromImage(imageOf(machine), machine.clock, { originHex: anna.originHex, after, newOrigin })
  const all = [leave(back, 0xd1), leave(chen, 0xd2), ben]
  meet(all)
  for (const { prepare } of all)
    expect(
      prepare<[], { archivedAt: string | null }>("SELECT archivedAt FROM companies WHERE id = 'c-1'").get()?.archivedAt,
    ).not.toBeNull()
})

test('a machine that only lost something is asked about the moment from which it is, and one outside of an office is not', async () => {
  const [anna] = await three()
  const meta = { actor: 'anna', procedure: 'test' }
  anna.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-0', name: 'n' }))
  const copyOf = (): unknown => {
    const after = anna.writer.outgoing.vector().get(anna.originHex) ?? 0
    const back = fromImage(imageOf(anna), anna.clock, { originHex: anna.originHex, after, stays: true, newOrigin: 0xd1 })
    expect(back.originHex).not.toBe(anna.originHex)
    return back.prepare("SELECT value FROM local_state WHERE scope = 'copy'").pluck().get()
  }
  expect(copyOf()).toBeUndefined()
  anna.clock.now += 60_000
  anna.writer.write(meta, (tx) => tx.insert('devices', { id: 'ab'.repeat(32), name: 'Front desk', letter: 'A', addedById: null }))
  const copiedAt = anna.clock.now
  expect(copyOf()).toBe(new Date(copiedAt).toISOString())
})

test('who still goes a way leaves it where another machine has, before it takes the same steps in under their other name', async () => {
  const [anna, ben, chen] = await three()
  const meta = { actor: 'anna', procedure: 'test' }
  anna.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-0', name: 'n' }))
  meet([anna, ben, chen])
  const back = fromImage(imageOf(anna), anna.clock, null)
  anna.writer.write(meta, (tx) => tx.update('companies', 'c-0', { name: 'lost' }))
  pull(ben, anna)
  back.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-1', name: 'n' }))
  back.writer.write(meta, (tx) => tx.archive('companies', 'c-1'))
  pull(chen, back)
  // It met Ben, and the line was cut before anything came over.
  const after = commonOf(anna.originHex, back, ben)
  const healed = fromImage(imageOf(back), anna.clock, { originHex: anna.originHex, after, newOrigin: 0xd1 })

  let { writer } = chen
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const { close } = await talk([askable(healed), askable(chen, (left) => (writer = left))], [mine, theirs])
  await vi.waitFor(() => expect(writer.outgoing.vector()).toEqual(healed.writer.outgoing.vector()), { timeout: 20_000 })
  await close()
  expect(writer.outgoing.vector().get(anna.originHex)).toBe(after)
  const archived = writer.raw.prepare("SELECT archivedAt FROM companies WHERE id = 'c-1'").pluck().get()
  expect(archived).not.toBeNull()
})

test('a machine that was set back sees so by the name of the way that others left, where nobody has that under its own', async () => {
  const [anna, ben] = await three()
  const meta = { actor: 'anna', procedure: 'test' }
  anna.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-0', name: 'n' }))
  const image = imageOf(anna)
  anna.writer.write(meta, (tx) => tx.update('companies', 'c-0', { name: 'lost' }))
  pull(ben, anna)
  // Ben met somebody who went the other way.
  const left = fromImage(imageOf(ben), ben.clock, { originHex: anna.originHex, after: 1, newOrigin: 0xd1 })
  const back = fromImage(image, anna.clock, null)
  back.writer.write(meta, (tx) => tx.insert('companies', { id: 'c-1', name: 'n' }))

  let { writer } = back
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const { close } = await talk([askable(back, (next) => (writer = next)), askable(left)], [mine, theirs])
  await vi.waitFor(() => expect(writer.outgoing.vector()).toEqual(left.writer.outgoing.vector()), { timeout: 20_000 })
  await close()
  expect(writer.outgoing.ownOrigin()).not.toBe(anna.originHex)
  expect(writer.outgoing.vector().get(anna.originHex)).toBe(2)
})
