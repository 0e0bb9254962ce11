import { expect, test } from 'vitest'
import { createPrintQueue } from '#main/shell/print-queue.ts'

test('prints run one after the other, and one that fails does not hold up the next', async () => {
  const queue = createPrintQueue()
  const steps: string[] = []
  const job = (name: string, fails = false) =>
    queue.add(async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      steps.push(`${name} ends`)
      if (fails) throw new Error('out of paper')
      return name
    })

  const first = job('first', true)
  const second = job('second')
  expect(queue.isBusy()).toBe(true)
  await expect(first).rejects.toThrow('out of paper')
  await expect(second).resolves.toBe('second')
  expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('the queue is idle after its last print', async () => {
  const queue = createPrintQueue()
  const done: string[] = []
  void queue.add(async () => done.push('page'))
  await queue.whenIdle()
  expect(done).toEqual(['page'])
  expect(queue.isBusy()).toBe(false)
})
