// Changes of one field on two machines: both values are shown with who wrote them, and a decision counts on both.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import { type Apart, createApart } from '../../support/apart.ts'
import type { TestApp } from '../../support/test-app.ts'

let apart: Apart
beforeEach(async () => {
  apart = await createApart()
})
afterEach(() => apart.close())

const openOn = async (app: TestApp): Promise<readonly Conflict[]> =>
  (await app.ask('conflicts.list', {})).groups.flatMap(({ conflicts }) => conflicts)
const firstOn = async (app: TestApp): Promise<Conflict> => {
  const [first] = await openOn(app)
  if (!first) throw new Error('Nothing is open.')
  return first
}
const countOn = async (app: TestApp): Promise<number> => (await app.ask('conflicts.count', {})).open
const decisionOf = ({ table, rowId, field, standing, others }: Conflict) => ({
  ...{ table, rowId, field, standing: standing.id, others: others.map(({ id }) => id) },
})

/** A company whose phone Anna and Ben changed apart, Ben later. */
const crossedPhone = async () => {
  const { anna, ben, meet } = apart
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', phone: '030 100' })
  meet()
  await anna.ask('companies.update', { id, phone: '030 200', city: 'Bonn' })
  ben.pass(60_000)
  await ben.ask('companies.update', { id, phone: '030 300' })
  meet()
  return id
}

test('both values are told with their people, machines and times, and what they came from', async () => {
  const id = await crossedPhone()
  for (const app of [apart.anna, apart.ben]) {
    const { groups, open, total } = await app.ask('conflicts.list', {})
    expect({ open, total }).toEqual({ open: 1, total: 1 })
    expect(groups).toMatchObject([
      {
        ...{ id, recordType: 'company', name: 'Harbour Tools' },
        conflicts: [
          {
            ...{ kind: 'value', field: 'phone', row: null, editor: 'field' },
            standing: { actorName: 'Ben Okafor', deviceName: 'second-machine', values: [{ value: '030 300' }] },
            others: [
              {
                ...{ actorName: 'Anna Berg', deviceName: 'test-machine', values: [{ value: '030 200' }] },
                base: [{ value: '030 100' }],
              },
            ],
          },
        ],
      },
    ])
    expect(await app.ask('companies.get', { id })).toMatchObject({ phone: '030 300', city: 'Bonn' })
    expect(await app.ask('conflicts.ofRecord', { recordType: 'company', recordId: id })).toHaveLength(1)
  }
})

test('after several changes on each side the base is what both had', async () => {
  const { anna, ben, meet } = apart
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', phone: '030 100' })
  meet()
  for (const phone of ['030 210', '030 220']) await anna.ask('companies.update', { id, phone })
  for (const phone of ['030 310', '030 320']) await ben.ask('companies.update', { id, phone })
  meet()
  for (const app of [anna, ben]) {
    const { standing, others } = await firstOn(app)
    expect(new Set([standing, ...others].map(({ values }) => values[0]?.value))).toEqual(new Set(['030 220', '030 320']))
    expect(others.map(({ base }) => base?.[0]?.value)).toEqual(['030 100'])
  }
})

test('the undoing of a change that the other machine has is a change like any other', async () => {
  const { anna, ben, meet } = apart
  const { id } = await anna.ask('companies.create', { name: 'Harbour Tools', phone: '030 100' })
  await anna.ask('companies.update', { id, phone: '030 200' })
  meet()
  await anna.ask('history.undoLast', {})
  meet()
  expect(await ben.ask('companies.get', { id })).toMatchObject({ phone: '030 100' })
  expect(await countOn(ben)).toBe(0)

  // Where Ben wrote meanwhile, the undoing crosses his change as any change of Anna's would.
  await anna.ask('companies.update', { id, phone: '030 300' })
  meet()
  await anna.ask('history.undoLast', {})
  await ben.ask('companies.update', { id, phone: '030 400' })
  meet()
  for (const app of [anna, ben]) {
    const { standing, others } = await firstOn(app)
    expect(new Set([standing, ...others].map(({ values }) => values[0]?.value))).toEqual(new Set(['030 100', '030 400']))
    expect(others.map(({ base }) => base?.[0]?.value)).toEqual(['030 300'])
  }
})

describe('a decision closes the entry on both machines, and taken back opens it again on both', () => {
  const choices = [
    ['keeps what shows', () => ({ kind: 'keep' }) as const, '030 300'],
    ['takes the other', (one: Conflict) => ({ kind: 'take', claim: one.others[0]?.id ?? '' }) as const, '030 200'],
    ['writes it anew', () => ({ kind: 'write', value: '030 400' }) as const, '030 400'],
  ] as const
  for (const [how, choiceOf, phone] of choices) {
    test(`it ${how}`, async () => {
      const id = await crossedPhone()
      const { anna, ben, meet } = apart
      const one = await firstOn(anna)
      await anna.ask('conflicts.decide', { decisions: [{ ...decisionOf(one), choice: choiceOf(one) }] })
      expect(await countOn(anna)).toBe(0)
      meet()
      expect([await countOn(ben), (await ben.ask('companies.get', { id })).phone]).toEqual([0, phone])

      expect(await anna.ask('history.undoLast', {})).toMatchObject({ procedure: 'conflicts.decide', rows: 1 })
      meet()
      for (const app of [anna, ben]) {
        expect([await countOn(app), (await app.ask('companies.get', { id })).phone]).toEqual([1, '030 300'])
        expect((await firstOn(app)).standing).toMatchObject({ actorName: 'Ben Okafor', deviceName: 'second-machine' })
      }
      await anna.ask('history.redoLast', {})
      meet()
      for (const app of [anna, ben]) {
        expect([await countOn(app), (await app.ask('companies.get', { id })).phone]).toEqual([0, phone])
      }
    })
  }
})

test('one entry is told by its field as in the list, until it is decided about', async () => {
  await crossedPhone()
  const { anna } = apart
  const one = await firstOn(anna)
  const { table, rowId, field } = one
  expect(await anna.ask('conflicts.get', { table, rowId, field })).toEqual(one)
  expect(await anna.ask('conflicts.get', { table, rowId, field: 'city' })).toBeNull()
  await anna.ask('conflicts.decide', { decisions: [{ ...decisionOf(one), choice: { kind: 'keep' } }] })
  expect(await anna.ask('conflicts.get', { table, rowId, field })).toBeNull()
})

test('a number of fields are decided about in one operation', async () => {
  const { anna, ben, meet } = apart
  const id = await crossedPhone()
  await anna.ask('companies.update', { id, city: 'Köln', employees: 40 })
  await ben.ask('companies.update', { id, city: 'Cologne', employees: 50 })
  meet()
  const open = await openOn(ben)
  expect(open.map(({ field }) => field).toSorted()).toEqual(['city', 'employees', 'phone'])
  const decisions = open.map((one) => ({
    ...decisionOf(one),
    choice: { kind: 'take' as const, claim: one.others[0]?.id ?? '' },
  }))
  expect(await ben.ask('conflicts.decide', { decisions })).toEqual({ decided: 3 })
  expect(await countOn(ben)).toBe(0)
  await ben.ask('history.undoLast', {})
  expect(await countOn(ben)).toBe(3)
})

test('values that look alike are no conflict, and what lost once more stays open when another edit follows', async () => {
  const { anna, ben, meet } = apart
  const id = await crossedPhone()
  await anna.ask('companies.update', { id, city: 'Kiel' })
  await ben.ask('companies.update', { id, city: 'Kiel' })
  meet()
  expect((await openOn(anna)).map(({ field }) => field)).toEqual(['phone'])
  await ben.ask('companies.update', { id, phone: '030 999' })
  expect(await firstOn(ben)).toMatchObject({
    standing: { values: [{ value: '030 999' }] },
    others: [{ base: [{ value: '030 100' }] }],
  })
})

test('a deal’s place is one entry with the names of its stages, and is taken whole', async () => {
  const { anna, ben, meet } = apart
  const [pipeline] = await anna.ask('deals.pipelines', {})
  const [, second, third] = pipeline?.stages ?? []
  const { id } = await anna.ask('deals.create', { title: 'Fleet', amountMinor: 100_00 })
  meet()
  await anna.ask('deals.move', { id, stageId: second?.id ?? '' })
  ben.pass(60_000)
  await ben.ask('deals.move', { id, stageId: third?.id ?? '' })
  meet()
  const one = await firstOn(anna)
  expect(one).toMatchObject({ field: 'stageId', standing: { values: [{ value: third?.name }, {}, {}] } })
  await anna.ask('conflicts.decide', {
    decisions: [{ ...decisionOf(one), choice: { kind: 'take', claim: one.others[0]?.id ?? '' } }],
  })
  meet()
  expect((await ben.ask('deals.get', { id })).stageId).toBe(second?.id)
  expect(await countOn(ben)).toBe(0)
})

test('people are told by their names, amounts with their currency, own fields by what they are called', async () => {
  const { anna, ben, meet } = apart
  const field = await anna.ask('customFields.create', { entity: 'deal', name: 'Budget class', type: 'text' })
  const { id } = await anna.ask('deals.create', { title: 'Fleet', amountMinor: 100_00 })
  meet()
  await anna.ask('deals.update', { id, ownerId: anna.owner.userId, amountMinor: 200_00, custom: { [field.key]: 'A' } })
  ben.pass(60_000)
  await ben.ask('deals.update', { id, ownerId: ben.owner.userId, amountMinor: 300_00, custom: { [field.key]: 'B' } })
  meet()
  const open = await openOn(anna)
  const told = open.map(({ field: name, label, standing, others }) => [
    name,
    label,
    standing.values[0],
    others[0]?.values[0]?.value,
  ])
  expect(told).toContainEqual(['ownerId', null, expect.objectContaining({ value: 'Ben Okafor' }), 'Anna Berg'])
  expect(told).toContainEqual(['amountMinor', null, expect.objectContaining({ value: 300_00, currency: 'EUR' }), 200_00])
  expect(told).toContainEqual([field.key, 'Budget class', expect.objectContaining({ value: 'B' }), 'A'])
  const own = open.find(({ label }) => label !== null)
  if (!own) throw new Error('The own field is not open.')
  await anna.ask('conflicts.decide', { decisions: [{ ...decisionOf(own), choice: { kind: 'write', value: 'C' } }] })
  expect((await anna.ask('deals.get', { id })).custom).toEqual({ [field.key]: 'C' })
})

describe('deleted on one machine, worked on at another', () => {
  const outlived = async () => {
    const { anna, ben, meet } = apart
    const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
    meet()
    await ben.ask('companies.archive', { id })
    await anna.ask('companies.update', { id, phone: '030 200' })
    meet()
    return { id, row: { table: 'companies', rowId: id } }
  }
  const isArchived = async (app: TestApp, id: string) => (await app.ask('companies.get', { id })).archivedAt !== null

  test('the record stays, and tells who did what', async () => {
    await outlived()
    for (const app of [apart.anna, apart.ben]) {
      expect(await firstOn(app)).toMatchObject({
        ...{ kind: 'kept', row: null },
        standing: { actorName: 'Anna Berg', values: [{ field: 'phone' }] },
        others: [{ actorName: 'Ben Okafor', deviceName: 'second-machine' }],
      })
    }
  })

  for (const [procedure, isGone] of [
    ['conflicts.keep', false],
    ['conflicts.archiveAgain', true],
  ] as const) {
    test(`${procedure} counts on both machines, and taken back asks again on both`, async () => {
      const { id, row } = await outlived()
      const { anna, ben, meet } = apart
      await ben.ask(procedure, row)
      meet()
      for (const app of [anna, ben]) expect([await countOn(app), await isArchived(app, id)]).toEqual([0, isGone])
      await ben.ask('history.undoLast', {})
      meet()
      for (const app of [anna, ben]) expect([await countOn(app), await isArchived(app, id)]).toEqual([1, false])
      expect(await firstOn(anna)).toMatchObject({ kind: 'kept', others: [{ actorName: 'Ben Okafor' }] })
      await anna.ask(procedure, row)
      meet()
      for (const app of [anna, ben]) expect([await countOn(app), await isArchived(app, id)]).toEqual([0, isGone])
    })
  }

  test('what crossed on a record that is archived waits unseen, and is back with it', async () => {
    const { anna } = apart
    const id = await crossedPhone()
    await anna.ask('companies.archive', { id })
    expect(await countOn(anna)).toBe(0)
    await anna.ask('companies.restore', { id })
    expect(await countOn(anna)).toBe(1)
  })
})

describe('a decision is refused', () => {
  const refusal = async (app: TestApp, path: string, input: unknown) => {
    const reply = await app.call(path, input)
    return reply.ok ? 'done' : [reply.error.code, reply.error.messageKey]
  }

  test('when another value stands by now, or somebody was faster', async () => {
    const id = await crossedPhone()
    const { anna, ben, meet } = apart
    const decisions = [{ ...decisionOf(await firstOn(anna)), choice: { kind: 'keep' } }]
    await anna.ask('companies.update', { id, phone: '030 777' })
    expect(await refusal(anna, 'conflicts.decide', { decisions })).toEqual(['conflict', 'conflicts.changed'])
    await ben.ask('conflicts.decide', { decisions: [{ ...decisionOf(await firstOn(ben)), choice: { kind: 'keep' } }] })
    meet()
    const late = [{ ...decisionOf(await firstOn(anna)), choice: { kind: 'keep' } }]
    await anna.ask('conflicts.decide', { decisions: [{ ...decisionOf(await firstOn(anna)), choice: { kind: 'keep' } }] })
    expect(await refusal(anna, 'conflicts.decide', { decisions: late })).toEqual(['conflict', 'conflicts.decided'])
    expect(await refusal(anna, 'conflicts.keep', { table: 'companies', rowId: id })).toEqual(['conflict', 'conflicts.decided'])
  })

  test('when a value came that was not among those that were looked at', async () => {
    const id = await crossedPhone()
    const { anna, ben, meet } = apart
    await ben.ask('companies.update', { id, phone: '030 666' })
    anna.pass(60_000)
    await anna.ask('companies.update', { id, phone: '030 777' })
    const seen = await firstOn(anna)
    meet()
    const now = await firstOn(anna)
    expect([seen.standing.id, seen.others.length, now.others.length]).toEqual([now.standing.id, 1, 2])
    const keep = { kind: 'keep' }
    expect(await refusal(anna, 'conflicts.decide', { decisions: [{ ...decisionOf(seen), choice: keep }] })).toEqual([
      'conflict',
      'conflicts.changed',
    ])
    expect(await countOn(anna)).toBe(1)
    expect(await refusal(anna, 'conflicts.decide', { decisions: [{ ...decisionOf(now), choice: keep }] })).toBe('done')
  })

  test('when the new value breaks a rule of its field, and then nothing is written', async () => {
    await crossedPhone()
    const { anna, ben, meet } = apart
    const { id } = await anna.ask('contacts.create', { name: 'Mia' })
    meet()
    await anna.ask('contacts.update', { id, name: 'Mia Wolf' })
    await ben.ask('contacts.update', { id, name: 'Mia Stone' })
    meet()
    const open = await openOn(anna)
    const decisions = open.map((one) => ({ ...decisionOf(one), choice: { kind: 'write', value: null } }))
    expect(await refusal(anna, 'conflicts.decide', { decisions })).toEqual(['invalid_input', expect.any(String)])
    expect(await countOn(anna)).toBe(2)
  })

  test('when the value names what has been removed since', async () => {
    const { anna, ben, meet } = apart
    const parent = await anna.ask('companies.create', { name: 'Holding' })
    const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
    meet()
    await anna.ask('companies.update', { id, parentId: parent.id })
    ben.pass(60_000)
    await ben.ask('companies.update', { id, parentId: (await ben.ask('companies.create', { name: 'Group' })).id })
    meet()
    await anna.ask('companies.archive', { id: parent.id })
    const one = await firstOn(anna)
    const decisions = [{ ...decisionOf(one), choice: { kind: 'take', claim: one.others[0]?.id } }]
    expect(await refusal(anna, 'conflicts.decide', { decisions })).toEqual(['conflict', 'conflicts.targetGone'])
  })

  test('without the right to decide', async () => {
    await crossedPhone()
    const reader = { ...apart.anna.owner, rights: ['conflicts.view'] }
    const decisions = [{ ...decisionOf(await firstOn(apart.anna)), choice: { kind: 'keep' } }]
    const reply = await apart.anna.call('conflicts.decide', { decisions }, reader)
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

test('records with conflicts come in pages, crossed last first', async () => {
  const { anna, ben, meet } = apart
  const ids: string[] = []
  for (let index = 0; index < 5; index++) ids.push((await anna.ask('companies.create', { name: `Company ${index}` })).id)
  meet()
  for (const id of ids) {
    await anna.ask('companies.update', { id, phone: '1' })
    await ben.ask('companies.update', { id, phone: '2' })
  }
  meet()
  const seen: string[] = []
  for (let after = null as { key: string | number | null; id: string } | null, more = true; more;) {
    const page = await anna.ask('conflicts.list', { after, limit: 2 })
    seen.push(...page.groups.map(({ id }) => id))
    after = page.next
    more = page.next !== null
  }
  expect(seen).toEqual(ids.toReversed())
})

test('a record’s history shows the change that lost, marked, before and after the decision', async () => {
  const id = await crossedPhone()
  const { anna, ben } = apart
  const phonesOf = async (app: TestApp) =>
    (await app.ask('history.ofRecord', { table: 'companies', id })).flatMap(({ actorName, changes }) =>
      changes.flatMap(({ field, to, isLost }) => (field === 'phone' ? [[actorName, to, isLost ?? false]] : [])),
    )
  const before = [
    ['Ben Okafor', '030 300', false],
    ['Anna Berg', '030 200', true],
    ['Anna Berg', '030 100', false],
  ]
  expect(await phonesOf(anna)).toEqual(before)
  expect(await phonesOf(ben)).toEqual(before)
  await anna.ask('conflicts.decide', { decisions: [{ ...decisionOf(await firstOn(anna)), choice: { kind: 'keep' } }] })
  expect(await phonesOf(anna)).toEqual(before)
})

describe('a company that one deletes while another works on what belongs to it stays, and says so', () => {
  const works = [
    ['makes a deal of it', (id: string) => apart.ben.ask('deals.create', { title: 'Forty benches', companyId: id })],
    ['takes a ticket of it', (id: string) => apart.ben.ask('tickets.create', { subject: 'A bench wobbles', companyId: id })],
    ['notes a further number', (id: string) => apart.ben.ask('companies.update', { id, phone: '030 7' })],
  ] as const
  for (const [how, work] of works) {
    test(`Ben ${how}`, async () => {
      const { anna, ben, meet } = apart
      const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
      meet()
      await anna.ask('companies.archive', { id, withDependents: false })
      await work(id)
      meet()
      for (const app of [anna, ben]) {
        expect(await openOn(app)).toMatchObject([{ kind: 'kept', rowId: id, standing: { actorName: 'Ben Okafor' } }])
        expect(await app.ask('companies.get', { id })).toMatchObject({ archivedAt: null })
      }
      await ben.ask('conflicts.archiveAgain', { table: 'companies', rowId: id })
      meet()
      expect([await countOn(anna), await countOn(ben)]).toEqual([0, 0])
    })
  }

  for (const withDependents of [true, false]) {
    test(`deleted again ${withDependents ? 'with' : 'without'} what stands on it, on both machines, and taken back with it`, async () => {
      const { anna, ben, meet } = apart
      const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
      meet()
      await anna.ask('companies.archive', { id })
      const deal = await ben.ask('deals.create', { title: 'Forty benches', companyId: id })
      const ticket = await ben.ask('tickets.create', { subject: 'A bench wobbles', companyId: id })
      const person = await ben.ask('contacts.create', { name: 'Mia Stone', companyId: id })
      meet()
      const gone = async (app: TestApp) => [
        (await app.ask('companies.get', { id })).archivedAt !== null,
        (await app.ask('deals.get', { id: deal.id })).archivedAt !== null,
        (await app.ask('tickets.get', { id: ticket.id })).archivedAt !== null,
        (await app.ask('contacts.get', { id: person.id })).archivedAt !== null,
      ]
      await anna.ask('conflicts.archiveAgain', { table: 'companies', rowId: id, withDependents })
      meet()
      const along = [withDependents, withDependents, withDependents]
      for (const app of [anna, ben]) expect([await countOn(app), await gone(app)]).toEqual([0, [true, ...along]])
      await anna.ask('history.undoLast', {})
      meet()
      for (const app of [anna, ben]) expect([await countOn(app), await gone(app)]).toEqual([1, [false, false, false, false]])
    })
  }

  test('a company whose deals both delete with it is deleted', async () => {
    const { anna, ben, meet } = apart
    const { id } = await anna.ask('companies.create', { name: 'Harbour Tools' })
    await anna.ask('deals.create', { title: 'Forty benches', companyId: id })
    meet()
    await anna.ask('companies.archive', { id, withDependents: true })
    await ben.ask('companies.archive', { id, withDependents: true })
    meet()
    for (const app of [anna, ben]) expect((await app.ask('companies.get', { id })).archivedAt).not.toBeNull()
  })
})

test('lists of conflicts are asked again after a decision, and after others’ changes came in', async () => {
  await crossedPhone()
  const { anna } = apart
  const asked = await anna.call('conflicts.count', {})
  expect(asked.ok && asked.reads).toEqual(expect.arrayContaining(['sync_conflict', 'sync_revived', 'companies']))
  const written: string[] = []
  anna.onEvent((event) => {
    if (event.type === 'changed') written.push(...event.tables)
  })
  await anna.ask('conflicts.decide', { decisions: [{ ...decisionOf(await firstOn(anna)), choice: { kind: 'keep' } }] })
  expect(written).toContain('sync_conflict')
})
