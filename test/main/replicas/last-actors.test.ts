// Who wrote last at a machine, in a log that is packed, and at a machine that has begun anew.
import { expect, test } from 'vitest'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'

const [front, back] = ['a'.repeat(64), 'b'.repeat(64)] as [string, string]
const write = ({ writer }: Machine, actor: string | null, count = 1): void => {
  for (let row = 0; row < count; row++)
    writer.write({ actor, procedure: 'test.write' }, (tx) => tx.insert('companies', { name: `Company ${row}` }))
}
const isOf = ({ writer, originHex }: Machine, deviceId: string): void =>
  writer.vouch(new Map([[originHex, JSON.stringify({ deviceId })]]))
const lastAt = ({ writer }: Machine): unknown => Object.fromEntries(writer.logOf(new Set()).lastActors())

test('whoever wrote last is found behind much that nobody wrote, and in packs', async () => {
  const [one, other] = [await newMachine(1), await newMachine(2)]
  isOf(one, front)
  write(one, 'anna')
  write(one, null, 30)
  expect(lastAt(one)).toEqual({ [front]: 'anna' })
  write(one, null, 1100)
  expect(lastAt(one)).toEqual({ [front]: 'anna' })
  isOf(other, back)
  pull(other, one)
  // Too far back for one who looks for the first time.
  expect(lastAt(other)).toEqual({})
  write(other, 'ben')
  write(other, 'cleo')
  write(one, 'anna')
  pull(other, one)
  expect(lastAt(other)).toEqual({ [front]: 'anna', [back]: 'cleo' })
})

test('of several names that one machine wrote under the newest change counts', async () => {
  const [before, after, reader] = [await newMachine(1), await newMachine(2), await newMachine(3)]
  for (const machine of [before, after]) isOf(machine, front)
  write(after, 'ben')
  before.clock.now += 60_000
  write(before, 'anna')
  for (const machine of [before, after]) pull(reader, machine)
  expect(lastAt(reader)).toEqual({ [front]: 'anna' })
  after.clock.now += 120_000
  write(after, 'cleo')
  pull(reader, after)
  expect(lastAt(reader)).toEqual({ [front]: 'cleo' })
})
