// Two machines of an office over a real connection: nothing is lost by a cut, what is written while they talk arrives, strangers get nothing.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { type Asked, askable, identities, talk } from '../../support/linked-machines.ts'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'

const machines: Machine[] = []
afterEach(() => {
  for (const { writer } of machines.splice(0)) writer.close()
})

const office = async (count: number): Promise<{ readonly machine: Machine; readonly asked: Asked }[]> => {
  const made = await Promise.all([...Array(count).keys()].map((index) => newMachine(index)))
  machines.push(...made)
  return made.map((machine) => ({ machine, asked: askable(machine) }))
}

const insert = ({ writer }: Machine, count: number, name: string): void => {
  for (let index = 0; index < count; index++)
    writer.write({ actor: 'anna', procedure: 'test' }, (tx) =>
      tx.insert('companies', { name: `${name} ${index} 公司`, city: '上海' }),
    )
}

const names = ({ writer }: Machine): string[] =>
  writer.raw
    .prepare<[], { name: string }>('SELECT name FROM companies ORDER BY name')
    .all()
    .map(({ name }) => name)

const equal = (one: Machine, other: Machine): Promise<void> =>
  vi.waitFor(() => expect(one.writer.outgoing.vector()).toEqual(other.writer.outgoing.vector()), {
    timeout: 20_000,
    interval: 20,
  })

test('what each wrote apart, both have; what is written while they talk arrives at once', { timeout: 60_000 }, async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  insert(one.machine, 300, 'Nord')
  insert(other.machine, 200, 'Süd')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const { close, progress } = await talk([one.asked, other.asked], [mine, theirs])
  await equal(one.machine, other.machine)
  expect(names(other.machine)).toHaveLength(500)
  expect(names(one.machine)).toEqual(names(other.machine))

  insert(one.machine, 1, 'Later')
  one.asked.committed()
  await equal(one.machine, other.machine)
  expect(names(other.machine)).toContain('Later 0 公司')
  await vi.waitFor(() => expect(progress[0].at(-1)).toMatchObject({ toSend: 0, toTake: 0 }))
  expect(Math.abs(progress[0].findLast(({ clockAheadMs }) => clockAheadMs !== null)?.clockAheadMs ?? 1e9)).toBeLessThan(1000)
  await close()
})

test('what came from the other side is not sent back there', { timeout: 60_000 }, async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const taken: number[] = []
  const { replica } = one.asked
  const watched: Asked = {
    ...one.asked,
    replica: {
      ...replica,
      take: async (bytes, origins) => {
        taken.push(bytes.length)
        return replica.take(bytes, origins)
      },
    },
  }
  // As in the program, where the word of a commit is quicker than the answer.
  const late: Asked = {
    ...other.asked,
    replica: {
      ...other.asked.replica,
      take: async (bytes, origins) => {
        const answer = await other.asked.replica.take(bytes, origins)
        await sleep(5)
        return answer
      },
    },
  }
  const { close, progress } = await talk([watched, late], [mine, theirs])
  for (let index = 0; index < 20; index++) {
    insert(one.machine, 1, `Live ${index}`)
    one.asked.committed()
    await equal(one.machine, other.machine)
  }
  insert(other.machine, 1, 'Answer')
  other.asked.committed()
  await equal(one.machine, other.machine)
  await vi.waitFor(() => expect(progress[1].at(-1)).toMatchObject({ toSend: 0, toTake: 0 }))
  expect(taken).toHaveLength(1)
  await close()
})

test('a cut in the middle costs nothing: the next talk goes on where the last batch was kept', { timeout: 60_000 }, async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  insert(one.machine, 3000, 'Nord')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const first = await talk([one.asked, other.asked], [mine, theirs])
  await vi.waitFor(() => expect(names(other.machine).length).toBeGreaterThan(0), { timeout: 20_000, interval: 1 })
  first.links[0].abort('closed')
  await first.ended
  const kept = names(other.machine).length
  expect(kept).toBeGreaterThan(0)

  const second = await talk([one.asked, other.asked], [mine, theirs])
  await equal(one.machine, other.machine)
  expect(names(other.machine)).toHaveLength(3000)
  await second.close()
})

test('what is still being written when the link ends counts as held by who sent it', { timeout: 60_000 }, async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: cut, resolve: goOn } = Promise.withResolvers<void>()
  const slow: Asked = {
    ...other.asked,
    replica: {
      ...other.asked.replica,
      take: async (bytes, origins) => {
        begin()
        await cut
        return other.asked.replica.take(bytes, origins)
      },
    },
  }
  const { links, progress, ended, close } = await talk([one.asked, slow], [mine, theirs])
  await vi.waitFor(() => expect(progress[1].at(-1)?.theirs).toBeDefined())
  insert(one.machine, 1, 'Last word')
  one.asked.committed()
  await begun
  links[0].abort('closed')
  await ended
  const told = progress[1].length
  goOn()
  await equal(one.machine, other.machine)
  await vi.waitFor(() => expect(progress[1].at(-1)?.theirs).toEqual(one.machine.writer.outgoing.vector()))
  // Nobody is there any more to whom it could be told.
  expect(progress[1]).toHaveLength(told)
  await close()
})

test('a machine of another workspace is told so and gets nothing', async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  insert(one.machine, 3, 'Nord')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const { ended } = await talk([one.asked, other.asked], [mine, theirs], [['01'.repeat(32)], ['02'.repeat(32)]])
  expect(await ended).toContain('other_workspace')
  expect(names(other.machine)).toEqual([])
})

test('a machine that was set back gets what it lost, and what it wrote since goes out under another name', async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  insert(one.machine, 3, 'Nord')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const talked = await talk([one.asked, other.asked], [mine, theirs])
  await equal(one.machine, other.machine)
  await talked.close()

  // The same origin, from before its changes: a restored image.
  const again = await newMachine(0)
  machines.push(again)
  again.clock.now += 60_000
  insert(again, 1, 'Anders')
  let now = again.writer
  const asked = askable(again, (writer) => {
    now = writer
  })
  const { close } = await talk([asked, other.asked], [mine, theirs])
  await vi.waitFor(() => expect(now.outgoing.vector()).toEqual(other.machine.writer.outgoing.vector()), { timeout: 20_000 })
  expect(names(other.machine)).toEqual(['Anders 0 公司', 'Nord 0 公司', 'Nord 1 公司', 'Nord 2 公司'])
  expect(names({ ...again, writer: now })).toEqual(names(other.machine))
  expect([...now.outgoing.vector().values()].toSorted((one, other) => one - other)).toEqual([1, 3])
  await close()
  now.close()
})

test('what comes third-hand arrives too', { timeout: 60_000 }, async () => {
  const [one, middle, far] = await office(3)
  if (!one || !middle || !far) throw new Error('three were asked for')
  const [a, b, c] = await identities(3)
  if (!a || !b || !c) throw new Error('three were asked for')
  const near = await talk([one.asked, middle.asked], [a, b])
  const away = await talk([middle.asked, far.asked], [b, c])
  insert(one.machine, 50, 'Nord')
  one.asked.committed()
  insert(far.machine, 50, 'Süd')
  far.asked.committed()
  await equal(one.machine, far.machine)
  expect(names(one.machine)).toEqual(names(far.machine))
  expect(names(one.machine)).toHaveLength(100)
  await near.close()
  await away.close()
})

test('a row of very much text arrives, although it is longer than a frame', { timeout: 60_000 }, async () => {
  const [one, other] = await office(2)
  if (!one || !other) throw new Error('two were asked for')
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  // Digits of an expansion: nothing that packing would make small.
  let state = 1
  const text = Array.from({ length: 5_000_000 }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode(48 + (state % 64))
  }).join('')
  one.machine.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => {
    tx.insert('companies', { name: 'Before' })
    tx.insert('companies', { name: 'Long', description: text })
    tx.insert('companies', { name: 'After' })
  })
  const { close } = await talk([one.asked, other.asked], [mine, theirs])
  await equal(one.machine, other.machine)
  expect(names(other.machine)).toEqual(['After', 'Before', 'Long'])
  const [long] = other.machine.writer.raw
    .prepare<[], { description: string }>("SELECT description FROM companies WHERE name = 'Long'")
    .all()
  expect(long?.description === text).toBe(true)
  await close()
})

test(
  'two that hold different histories of a third machine agree on who leaves which, and both keep all of it',
  { timeout: 60_000 },
  async () => {
    const [anna, ben, chen] = await office(3)
    if (!anna || !ben || !chen) throw new Error('three were asked for')
    insert(anna.machine, 3, 'Nord')
    pull(ben.machine, anna.machine)
    const again = await newMachine(0)
    machines.push(again)
    again.clock.now += 60_000
    insert(again, 2, 'Anders')
    pull(chen.machine, again)

    const now = [ben.machine.writer, chen.machine.writer]
    const asked = [ben, chen].map(({ machine }, index) =>
      askable(machine, (writer) => {
        now[index] = writer
        machines.push({ ...machine, writer })
      }),
    )
    const [one, other] = asked
    const [mine, theirs] = await identities(2)
    if (!one || !other || !mine || !theirs) throw new Error('two were asked for')
    const { close } = await talk([one, other], [mine, theirs])
    await vi.waitFor(() => expect(now[0]?.outgoing.vector().size).toBe(2), { timeout: 20_000 })
    await vi.waitFor(() => expect(now[0]?.outgoing.vector()).toEqual(now[1]?.outgoing.vector()), { timeout: 20_000 })
    for (const [index, { machine }] of [ben, chen].entries())
      expect(names({ ...machine, writer: now[index] ?? machine.writer })).toEqual([
        ...['Anders 0 公司', 'Anders 1 公司', 'Nord 0 公司', 'Nord 1 公司', 'Nord 2 公司'],
      ])
    await close()
  },
)
