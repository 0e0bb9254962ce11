// Work that comes faster than it is done.
import { expect, test, vi } from 'vitest'
import { fewAtOnce } from '#main/sync/few-at-once.ts'

const line = () => {
  const running = new Map<string, () => void>()
  const logBug = vi.fn()
  const take = fewAtOnce({
    ...{ atOnce: 2, mostWaiting: 3, logBug },
    work: (item: string) => new Promise<void>((resolve) => running.set(item, resolve)),
  })
  const finish = async (item: string): Promise<void> => {
    running.get(item)?.()
    running.delete(item)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { running: () => [...running.keys()], take, finish, logBug }
}

test('a few are worked on, some wait, the rest is turned away until there is room', async () => {
  const { running, take, finish } = line()
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map((one) => take(one, one))).toEqual([true, true, true, true, true, false])
  expect(running()).toEqual(['a', 'b'])
  await finish('b')
  expect(running()).toEqual(['a', 'c'])
  expect(take('f', 'f')).toBe(true)
  for (const one of ['a', 'c', 'd', 'e', 'f']) await finish(one)
  expect(running()).toEqual([])
  expect(take('g', 'g')).toBe(true)
  expect(running()).toEqual(['g'])
})

test('of what waits the newest counts, in its old place, also when the line is full', async () => {
  const { running, take, finish } = line()
  for (const one of ['a', 'b', 'c', 'd', 'e']) take(one, one)
  expect(take('c', 'newer')).toBe(true)
  await finish('a')
  expect(running()).toEqual(['b', 'newer'])
})

test('one that fails is logged, and the others get their turn', async () => {
  const logBug = vi.fn()
  const done: string[] = []
  const take = fewAtOnce({
    ...{ atOnce: 1, mostWaiting: 9, logBug },
    work: async (item: string) => {
      if (item === 'bad') throw new Error(item)
      done.push(item)
    },
  })
  for (const one of ['bad', 'good']) take(one, one)
  await vi.waitFor(() => expect(done).toEqual(['good']))
  expect(logBug).toHaveBeenCalledOnce()
})
