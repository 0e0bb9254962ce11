// Two machines that have the same change sets compare what they show, once they are quiet.
import { afterEach, expect, test, vi } from 'vitest'
import { digestTypes } from '#main/sync/digest-messages.ts'
import { createDigestAudit } from '#main/sync/digest-topic.ts'
import { answerDigests } from '#main/sync/local-digests.ts'
import { encodeMessage } from '#main/sync/messages.ts'
import { askable, auditOf, identities, talk } from '../../support/linked-machines.ts'
import { type Machine, newMachine } from '../../support/replicas.ts'

const COMPANIES = 10
const machines: Machine[] = []
afterEach(() => {
  for (const { writer } of machines.splice(0)) writer.close()
})

const office = async () => {
  const [one, other] = await Promise.all([newMachine(0), newMachine(1)])
  machines.push(one, other)
  one.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => {
    for (let index = 0; index < 400; index++) tx.insert('companies', { id: `c${index}`, name: `Harbour ${index}` })
  })
  const [mine, theirs] = await identities(2)
  if (!mine || !theirs) throw new Error('two were asked for')
  const [left, right] = [auditOf(answerDigests(one.writer)), auditOf(answerDigests(other.writer))]
  const [askOne, askOther] = [askable(one), askable(other)]
  const speak = () => talk([askOne, askOther], [mine, theirs], undefined, [[left.audit.topic], [right.audit.topic]])
  /** Round the log: what a damaged file says. */
  const damage = (name: string): void => {
    other.writer.raw.exec(
      `UPDATE temp.writing SET open = 1; UPDATE companies SET name = '${name}' WHERE id = 'c77'; UPDATE temp.writing SET open = 0`,
    )
  }
  return { one, other, left, right, speak, theirs, mine, askOther, damage }
}

test('what shows the same is compared once an hour, and nothing is said', { timeout: 60_000 }, async () => {
  const { left, right, speak } = await office()
  const first = await speak()
  await vi.waitFor(() => expect(right.asked).toEqual(['tables']), { timeout: 20_000 })
  await vi.waitFor(() => expect(left.asked).toEqual(['tables']))
  await first.close()
  const { progress, close } = await speak()
  await vi.waitFor(() => expect(progress[0].at(-1)).toMatchObject({ toSend: 0, toTake: 0 }), { timeout: 20_000 })
  await close()
  expect([left.asked, right.asked]).toEqual([['tables'], ['tables']])
  expect([left.found, right.found]).toEqual([[], []])
})

test('a clock that was set back does not put the comparing off', { timeout: 60_000 }, async () => {
  const { left, right, speak } = await office()
  const first = await speak()
  await vi.waitFor(() => expect(right.asked).toEqual(['tables']), { timeout: 20_000 })
  await first.close()
  left.pass(-24 * 3_600_000)
  const second = await speak()
  await vi.waitFor(() => expect(right.asked).toEqual(['tables', 'tables']), { timeout: 20_000 })
  await second.close()
})

test('a row that was tampered with is named on both, until it is right again', { timeout: 60_000 }, async () => {
  const { left, right, speak, theirs, mine, damage } = await office()
  const first = await speak()
  await vi.waitFor(() => expect(right.asked).toEqual(['tables']), { timeout: 20_000 })
  await first.close()
  damage('Somebody else')
  left.pass(3_600_001)
  const second = await speak()
  await vi.waitFor(() => expect(right.found).toEqual([[{ table: COMPANIES, rows: ['c77'] }]]), { timeout: 20_000 })
  expect(left.found).toEqual(right.found)
  expect([left.audit.differs(theirs.deviceId), right.audit.differs(mine.deviceId)]).toEqual([true, true])
  await second.close()

  damage('Harbour 77')
  left.pass(3_600_001)
  const third = await speak()
  await vi.waitFor(() => expect(right.found.at(-1)).toEqual([]), { timeout: 20_000 })
  expect(left.audit.differs(theirs.deviceId)).toBe(false)
  await third.close()
})

test('a machine that was set right asks again at once, whoever called, also one that was away', { timeout: 60_000 }, async () => {
  const { left, right, speak, theirs, mine, damage } = await office()
  const first = await speak()
  await vi.waitFor(() => expect(right.asked).toEqual(['tables']), { timeout: 20_000 })
  await first.close()
  damage('Somebody else')
  left.pass(3_600_001)
  const second = await speak()
  await vi.waitFor(() => expect(right.found).toHaveLength(1), { timeout: 20_000 })
  damage('Harbour 77')
  right.audit.again()
  await vi.waitFor(() => expect([left.found.at(-1), right.found.at(-1)]).toEqual([[], []]), { timeout: 20_000 })

  damage('Somebody else')
  left.pass(3_600_001)
  await second.close()
  const third = await speak()
  await vi.waitFor(() => expect(right.audit.differs(mine.deviceId)).toBe(true), { timeout: 20_000 })
  await third.close()
  damage('Harbour 77')
  right.audit.again()
  const fourth = await speak()
  await vi.waitFor(() => expect(left.audit.differs(theirs.deviceId)).toBe(false), { timeout: 20_000 })
  await fourth.close()
})

test('a machine that was set right while something was on its way asks again a minute later', { timeout: 60_000 }, async () => {
  const { other, left, right, speak, theirs, mine, askOther, damage } = await office()
  const first = await speak()
  await vi.waitFor(() => expect(right.asked).toEqual(['tables']), { timeout: 20_000 })
  await first.close()
  const writeOne = (id: string) =>
    other.writer.write({ actor: 'ben', procedure: 'test' }, (tx) => tx.insert('companies', { id, name: id }))
  damage('Somebody else')
  left.pass(3_600_001)
  const second = await speak()
  await vi.waitFor(() => expect(right.audit.differs(mine.deviceId)).toBe(true), { timeout: 20_000 })
  damage('Harbour 77')
  // Written here, and not there yet.
  const before = right.asked.length
  writeOne('new')
  right.audit.again()
  await vi.waitFor(() => expect(right.asked.length).toBeGreaterThan(before), { timeout: 20_000 })
  let minutes = 0
  const aMinuteLater = (): void => {
    right.pass(60_001)
    writeOne(`new${(minutes += 1)}`)
    askOther.committed()
    expect(right.audit.differs(mine.deviceId)).toBe(false)
  }
  await vi.waitFor(aMinuteLater, { timeout: 20_000, interval: 1000 })
  await vi.waitFor(() => expect(left.audit.differs(theirs.deviceId)).toBe(false), { timeout: 20_000 })
  await second.close()
})

test('two histories under one name are no damage: they are not in the same state', async () => {
  const [one, copy] = await Promise.all([newMachine(0), newMachine(0)])
  machines.push(one, copy)
  const write = ({ writer }: Machine, name: string) =>
    writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { id: 'c1', name }))
  write(one, 'Harbour')
  write(copy, 'Port')
  expect(one.writer.outgoing.vector()).toEqual(copy.writer.outgoing.vector())
  const stateOf = ({ writer }: Machine): string => answerDigests(writer)({ kind: 'tables' }).state
  expect(stateOf(one)).not.toBe(stateOf(copy))
})

test('two that are never in the same state, for one has an older Kith, go over their rows less and less often', async () => {
  const { one } = await office()
  const { audit, asked, found, pass } = auditOf(answerDigests(one.writer))
  const never = (): never => {
    throw new Error('It is at peace.')
  }
  const end = { address: '127.0.0.1', port: 47311 }
  const work: Promise<void>[] = []
  const other = encodeMessage({ kind: 'tables', state: '0'.repeat(64), tables: [] })
  const part = audit.topic.begin({
    ...{ isOpen: () => true, isBusy: () => false, sendBytes: never, drained: never, close: never, leave: never, refuse: never },
    facts: { ownId: 'cd', deviceId: 'ab', side: 'dialled', exporter: Buffer.alloc(32), remote: end, local: end },
    say: () => void part.hear({ type: digestTypes.answer, payload: other }),
    aside: (promise) => void work.push(promise),
  })
  const askedAt: number[] = []
  for (let minute = 0; minute <= 250; minute++) {
    const before = asked.length
    part.settled?.()
    await Promise.all(work.splice(0))
    if (asked.length > before) askedAt.push(minute)
    pass(60_000)
  }
  // Twice as long each time, and an hour at most.
  expect(askedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243])
  expect(found).toEqual([])
})

test('a machine that asks again before it is answered is put out', { timeout: 60_000 }, async () => {
  const { one, other, mine, theirs } = await office()
  const asked: string[] = []
  const never = createDigestAudit({
    digests: ({ kind }) => {
      asked.push(kind)
      return new Promise(() => undefined)
    },
    ...{ nowMs: () => 0, onFound: () => undefined },
  })
  const { sessions, links, close } = await talk([askable(one), askable(other)], [mine, theirs], undefined, [
    [auditOf(answerDigests(one.writer)).audit.topic],
    [never.topic],
  ])
  await vi.waitFor(() => expect(asked).toEqual(['tables']), { timeout: 20_000 })
  links[0].send(digestTypes.ask, encodeMessage({ kind: 'tables' }))
  expect(await sessions[1].ended).toBe('bad_message')
  expect(asked).toEqual(['tables'])
  await close()
})
