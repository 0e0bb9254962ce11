// Numbers that two machines gave under one letter before they met: told on both, changed by nobody but a person, and never given a third time.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Apart, createApart } from '../../support/apart.ts'
import type { TestApp } from '../../support/test-app.ts'

let apart: Apart
beforeEach(async () => {
  apart = await createApart()
  // As after a restore on both: each counts with A.
  for (const app of [apart.anna, apart.ben])
    app.writer.write({ actor: null, procedure: 'test.letter' }, (tx) => tx.takeLetter('A'))
})
afterEach(() => apart.close())

const ticket = (app: TestApp, subject: string) => app.ask('tickets.create', { subject })
const numberOf = async (app: TestApp, id: string) => (await app.ask('tickets.get', { id })).number
const doubled = (app: TestApp) => app.ask('conflicts.sameNumbers', {})
const both = () => [apart.anna, apart.ben] as const

/** A ticket of Anna and a later one of Ben, both T-A-1001. */
const twice = async () => {
  const { anna, ben, meet } = apart
  const first = await ticket(anna, 'Printer is silent')
  ben.pass(60_000)
  const later = await ticket(ben, 'Parcel is late')
  expect([first.number, later.number]).toEqual(['T-A-1001', 'T-A-1001'])
  meet()
  return { first: first.id, later: later.id }
}

test('both machines tell of it alike, count it, and change no number by themselves', async () => {
  const { first, later } = await twice()
  for (const app of both()) {
    expect(await doubled(app)).toMatchObject([
      {
        ...{ recordType: 'ticket', number: 'T-A-1001' },
        first: { id: first, name: 'Printer is silent', actorName: 'Anna Berg', deviceName: 'test-machine' },
        later: { id: later, name: 'Parcel is late', actorName: 'Ben Okafor', deviceName: 'second-machine' },
      },
    ])
    expect(await app.ask('conflicts.count', {})).toMatchObject({ open: 1, records: 1 })
    expect(await app.ask('conflicts.sameNumbers', { recordId: first })).toHaveLength(1)
    expect([await numberOf(app, first), await numberOf(app, later)]).toEqual(['T-A-1001', 'T-A-1001'])
  }
})

test('what is written after they met has numbers that stand on nothing else', async () => {
  await twice()
  const { anna, ben, meet } = apart
  await ticket(ben, 'Second of Ben')
  meet()
  expect((await ticket(anna, 'Second of Anna')).number).toBe('T-A-1003')
})

describe('a decision counts on both machines, and taken back asks again on both', () => {
  test('the later one gets a number of its own', async () => {
    const { first, later } = await twice()
    const { anna, meet } = apart
    expect(await anna.ask('conflicts.renumber', { recordType: 'ticket', id: later })).toEqual({ number: 'T-A-1002' })
    meet()
    for (const app of both()) {
      expect([await numberOf(app, first), await numberOf(app, later)]).toEqual(['T-A-1001', 'T-A-1002'])
      expect(await doubled(app)).toEqual([])
    }
    await anna.ask('history.undoLast', {})
    meet()
    for (const app of both()) expect([await numberOf(app, later), (await doubled(app)).length]).toEqual(['T-A-1001', 1])
  })

  test('both keep it', async () => {
    const { first, later } = await twice()
    const { ben, meet } = apart
    await ben.ask('conflicts.keepNumbers', { recordType: 'ticket', ids: [later, first] })
    meet()
    for (const app of both()) expect([await numberOf(app, later), await doubled(app)]).toEqual(['T-A-1001', []])
    await ben.ask('history.undoLast', {})
    meet()
    for (const app of both()) expect(await doubled(app)).toHaveLength(1)
  })
})

test('a number that only one record has is never changed', async () => {
  const { anna } = apart
  const { id } = await ticket(anna, 'Alone')
  const reply = await anna.call('conflicts.renumber', { recordType: 'ticket', id })
  expect(reply.ok ? null : reply.error.messageKey).toBe('conflicts.decided')
  expect(await numberOf(anna, id)).toBe('T-A-1001')
})

test('of orders as of tickets, by the customer; a number typed twice on one machine is nobody’s conflict', async () => {
  const { anna, ben, meet } = apart
  const { id: companyId } = await anna.ask('companies.create', { name: 'Harbour Tools' })
  meet()
  await anna.ask('orders.create', { companyId })
  ben.pass(60_000)
  await ben.ask('orders.create', { companyId })
  for (let round = 0; round < 2; round += 1) await anna.ask('orders.create', { companyId, number: 'O-A-7' })
  meet()
  for (const app of both())
    expect(await doubled(app)).toMatchObject([{ recordType: 'order', number: 'O-A-1', later: { name: 'Harbour Tools' } }])
})

test('an archived ticket takes its number out of the question until it is back', async () => {
  const { later } = await twice()
  await apart.anna.ask('tickets.archive', { id: later })
  expect(await doubled(apart.anna)).toEqual([])
  await apart.anna.ask('tickets.restore', { id: later })
  expect(await doubled(apart.anna)).toHaveLength(1)
})
