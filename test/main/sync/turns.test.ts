// A machine that was away takes what it lacks from one of the others, whoever else is there.
import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Holdings } from '#main/sync/replica.ts'
import { createTurns } from '#main/sync/turns.ts'
import { type Asked, askable, identities, talk } from '../../support/linked-machines.ts'
import { newMachine, pull } from '../../support/replicas.ts'

test('one goes on, the others wait until nothing new comes from there, all has come, or it lasts too long', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { came, over, waitOf } = createTurns({ holdings: vi.fn() })
  expect(waitOf('B')).toBeNull()
  came('A')
  came('B')
  expect(waitOf('A')).toBeNull()
  const wentOn = vi.fn()
  void waitOf('B')?.then(wentOn)
  for (let at = 0; at < 6; at++) {
    await vi.advanceTimersByTimeAsync(800)
    came('A')
    over('B')
  }
  expect(wentOn).not.toHaveBeenCalled()
  // A slow one is not waited for without end.
  await vi.advanceTimersByTimeAsync(200)
  expect(wentOn).toHaveBeenCalledTimes(1)

  void waitOf('B')?.then(wentOn)
  await vi.advanceTimersByTimeAsync(2800)
  expect(wentOn).toHaveBeenCalledTimes(2)
  came('B')
  expect(waitOf('B')).toBeNull()
  void waitOf('A')?.then(wentOn)
  over('B')
  await vi.advanceTimersByTimeAsync(0)
  expect(wentOn).toHaveBeenCalledTimes(3)
})

test('all that go on at once ask once what is held, and nobody who need not know', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const held: Holdings = { vector: new Map([['aa', 7]]), heads: new Map(), origins: new Map(), ownOrigin: 'aa' }
  const holdings = vi.fn(async () => held)
  const { came, over, waitOf } = createTurns({ holdings })
  came('A')
  const answers = ['B', 'C', 'B', 'D'].map(async (deviceId) => (await waitOf(deviceId))?.())
  void waitOf('E')
  over('A')
  expect(await Promise.all(answers)).toEqual([held, held, held, held])
  expect(holdings).toHaveBeenCalledTimes(1)

  // What they wait for next may hold more.
  came('A')
  const next = waitOf('B')?.then((ask) => ask())
  over('A')
  await next
  expect(holdings).toHaveBeenCalledTimes(2)

  came('A')
  void waitOf('B')
  over('A')
  await vi.advanceTimersByTimeAsync(0)
  expect(holdings).toHaveBeenCalledTimes(2)
})

test(
  'of two machines that have the same, a newcomer takes nearly all from one, and what only the other has as well',
  { timeout: 60_000 },
  async () => {
    const machines = await Promise.all([0, 1, 2].map((index) => newMachine(index)))
    onTestFinished(() => machines.forEach(({ writer }) => writer.close()))
    const [newcomer, one, other] = machines
    const [mine, first, second] = await identities(3)
    if (!newcomer || !one || !other || !mine || !first || !second) throw new Error('three were asked for')
    const insert = ({ writer }: typeof one, count: number): void => {
      for (let index = 0; index < count; index++)
        writer.write({ actor: 'anna', procedure: 'test' }, (tx) =>
          tx.insert('companies', { name: `${index} 公司`, description: randomBytes(1000).toString('hex') }),
        )
    }
    insert(one, 4000)
    pull(other, one)
    insert(other, 10)
    const asked = askable(newcomer)
    const taken = [0, 0]
    const counted = (index: 0 | 1): Asked => ({
      ...asked,
      replica: {
        ...asked.replica,
        take: async (bytes, origins) => {
          taken[index] = (taken[index] ?? 0) + bytes.length
          return asked.replica.take(bytes, origins)
        },
      },
    })
    const talks = [
      await talk([askable(one), counted(0)], [first, mine]),
      await talk([askable(other), counted(1)], [second, mine]),
    ]
    await vi.waitFor(() => expect(newcomer.writer.outgoing.vector()).toEqual(other.writer.outgoing.vector()), {
      ...{ timeout: 30_000, interval: 20 },
    })
    // Nobody goes on to believe that something is missing.
    await vi.waitFor(
      () => {
        for (const { progress } of talks) for (const side of progress) expect(side.at(-1)).toMatchObject({ toTake: 0 })
        for (const { progress } of talks) expect(progress[0].at(-1)).toMatchObject({ toSend: 0 })
      },
      { timeout: 10_000 },
    )
    // Whoever has the turn sends all; the other one what was on its way before it waited, and a little more.
    const [less = 0, more = 0] = taken.toSorted((a, b) => a - b)
    expect(more).toBeGreaterThan(4_000_000)
    expect(less).toBeLessThan(0.5 * more)
    for (const { close } of talks) await close()
  },
)
