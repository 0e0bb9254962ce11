// The writer waits for those who read, and is not kept from its work by them.
import { expect, test } from 'vitest'
import { createReading, giveWayTo } from '#main/engine/reading.ts'

/** A writer whose clock goes on by its work, and by as long as it waits. */
const writerBeside = (word: SharedArrayBuffer) => {
  const clock = { now: 0 }
  const waits: number[] = []
  const giveWay = giveWayTo(
    word,
    () => clock.now,
    (_count, _index, _reading, ms) => {
      waits.push(ms)
      clock.now += ms
    },
  )
  const work = (ms: number): void => {
    clock.now += ms
    giveWay()
  }
  return { work, waits }
}

test('who works goes on at once while nobody is answered', () => {
  const { work, waits } = writerBeside(createReading().word)
  for (let round = 0; round < 100; round++) work(1)
  expect(waits).toEqual([])
})

test('who works waits for an answer, ten milliseconds at most, and no longer than it worked', async () => {
  const reading = createReading()
  const { work, waits } = writerBeside(reading.word)
  const { promise, resolve } = Promise.withResolvers<number>()
  const answer = reading.during(() => promise)
  for (const ms of [4, 0.5, 0.5, 1000, 0, 3]) work(ms)
  expect(waits).toEqual([4, 1, 10, 3])
  resolve(7)
  expect(await answer).toBe(7)
  work(1000)
  expect(waits).toHaveLength(4)
})

test('it wakes as soon as the answer is there', async () => {
  const reading = createReading()
  const count = new Int32Array(reading.word)
  const woken = reading.during(() => Promise.resolve(Atomics.waitAsync(count, 0, 1)))
  const { async, value } = await woken
  expect(async).toBe(true)
  expect(await value).toBe('ok')
})

test('an answer that fails is counted as ended, too', async () => {
  const reading = createReading()
  await expect(reading.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(new Int32Array(reading.word)[0]).toBe(0)
})
