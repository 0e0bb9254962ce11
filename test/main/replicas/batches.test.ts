// What goes out at once: operations as a whole where they fit, in the order in which they came.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'

let anna: Machine
let ben: Machine
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
})
afterEach(() => {
  for (const { writer } of [anna, ben]) writer.close()
})

/** An operation of so many change sets, each with a text that packing does not make smaller. */
const writeSets = ({ writer, clock }: Machine, id: string, sets: number): void => {
  clock.now += 1000
  writer.write({ actor: 'anna', procedure: 'test' }, (tx) => {
    tx.insert('companies', { id, name: 'Harbour' })
    // A cell that is written again needs a change set of its own.
    for (let index = 1; index < sets; index++) tx.update('companies', id, { name: `Harbour ${index} ${'x'.repeat(300)}` })
  })
}

const batches = (bytes: number): string[] => {
  const answer: string[] = []
  for (let after = 0; ;) {
    const { sets, upTo } = anna.writer.outgoing.missing(new Map(), after, bytes)
    if (sets.length === 0) return answer
    after = upTo
    answer.push(sets.map(({ seq, isLast }) => `${seq}${isLast ? '.' : ''}`).join(' '))
  }
}

test('a batch ends with an operation, although more of the next one would fit', () => {
  for (const id of ['a', 'b', 'c']) writeSets(anna, id, 3)
  expect(batches(2500)).toEqual(['1 2 3.', '4 5 6.', '7 8 9.'])
  expect(batches(4000)).toEqual(['1 2 3. 4 5 6.', '7 8 9.'])
  expect(batches(1e6)).toEqual(['1 2 3. 4 5 6. 7 8 9.'])
})

test('an operation that is a little longer goes as a whole, a very long one in parts', () => {
  writeSets(anna, 'a', 4)
  writeSets(anna, 'b', 2)
  expect(batches(1200)).toEqual(['1 2 3 4.', '5 6.'])
  const inParts = batches(500)
  expect(inParts.length).toBeGreaterThan(2)
  expect(inParts.join(' ')).toBe('1 2 3 4. 5 6.')
})

test('an operation of another machine that came in parts goes on as it is here, and the rest of it later', () => {
  writeSets(anna, 'a', 3)
  pull(ben, anna, { atMost: 2 })
  writeSets(ben, 'b', 1)
  const { sets } = ben.writer.outgoing.missing(new Map(), 0, 1e6)
  expect(sets.map(({ procedure, isLast }) => [procedure, isLast])).toEqual([
    ['test', false],
    ['test', false],
    ['test', true],
  ])
  pull(ben, anna)
  expect(ben.prepare('SELECT id FROM companies ORDER BY id').all()).toEqual([{ id: 'a' }, { id: 'b' }])
})

test('what a batch brought is known while more of it is taken, however long it is', { timeout: 60_000 }, () => {
  // More than the stamps that are kept at hand, and each change follows from the one before.
  const changes = 20_010
  anna.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { id: 'c', name: 'Harbour' }))
  for (let index = 1; index <= changes; index++)
    anna.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.update('companies', 'c', { name: `Harbour ${index}` }))
  const received = pull(ben, anna, { bytes: 1e9 })
  expect(received.map(({ sets }) => sets)).toEqual([changes + 1])
  expect(ben.prepare('SELECT name FROM companies').all()).toEqual([{ name: `Harbour ${changes}` }])
})
