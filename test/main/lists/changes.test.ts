// Changing what a list shows: a cell, a pasted block, or everything a filter finds; always by the records' own rules and as one operation.
import { afterEach, expect, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import type { FilterGroupInput } from '#shared/lists/filter.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { contract } from '#shared/contract.ts'
import { handlers } from '#main/features/index.ts'
import { createCall } from '#main/rpc/call.ts'
import type { InputOf } from '#main/rpc/handlers.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'
import { choiceIds, fillOffice, openOffice, own, tagIds, userIds } from './listed-office.ts'

const opened: TestApp[] = []
afterEach(() => {
  for (const app of opened.splice(0)) app.close()
})

const office = async (count = 40) => {
  const made = await openOffice(count)
  opened.push(made.app)
  return made
}

const change = (app: TestApp, input: InputOf<'lists.change'>) => app.call('lists.change', input)
const operationOf = (reply: Reply): string => (reply.ok ? (reply.operation ?? '') : '')
const pageOf = async (app: TestApp, columns: string[]) =>
  (await app.ask('lists.page', { entity: 'companies', columns, sort: { field: 'createdAt', direction: 'asc' }, limit: 1000 }))
    .rows

const everything = { question: { entity: 'companies' } } as const

test('one act sets fields of every row a filter finds, and one undo takes all back', async () => {
  const { app } = await office()
  const columns = ['ownerId', 'city', 'tags', own.choice, own.number, 'annualRevenueMinor', 'kind']
  const before = await pageOf(app, columns)
  const reply = await change(app, {
    entity: 'companies',
    selection: { question: { entity: 'companies', filter: { items: [{ field: 'city', operator: 'is', value: '杭州' }] } } },
    changes: {
      ...{ ownerId: userIds[1] ?? null, tags: { add: [tagIds[0] ?? ''], remove: [tagIds[1] ?? ''] }, kind: 'partner' },
      ...{ [own.choice]: choiceIds[2] ?? null, [own.number]: 7.25, annualRevenueMinor: { amountMinor: 500, currency: 'EUR' } },
    },
  })
  const found = before.filter(({ cells }) => cells['city'] === '杭州').length
  expect(reply).toMatchObject({ ok: true, data: { changed: found, unchanged: 0, refused: 0 } })
  const after = await pageOf(app, columns)
  for (const { cells } of after.filter((row) => row.cells['city'] === '杭州')) {
    expect(cells).toMatchObject({ kind: 'partner', [own.choice]: choiceIds[2], [own.number]: 7.25, ownerId: { id: userIds[1] } })
    expect(cells['annualRevenueMinor']).toEqual({ amountMinor: 500, currency: 'EUR' })
    expect((cells['tags'] as { id: string }[]).map(({ id }) => id)).toContain(tagIds[0])
    expect((cells['tags'] as { id: string }[]).map(({ id }) => id)).not.toContain(tagIds[1])
  }
  await app.ask('history.undo', { operation: operationOf(reply) })
  expect(await pageOf(app, columns)).toEqual(before)
})

test('all 12,431 results get an owner at once, days later it is still one undo', async () => {
  const app = await createTestApp()
  opened.push(app)
  app.writer.write({ actor: null, procedure: 'test.fill', isBulk: true }, (tx) => {
    for (let index = 0; index < 12_431; index++) tx.insert('companies', { name: `Company ${index}` })
  })
  const owner = app.owner.userId ?? ''
  const reply = await change(app, { entity: 'companies', selection: everything, changes: { ownerId: owner } })
  expect(reply).toMatchObject({ ok: true, data: { changed: 12_431, refused: 0 } })
  const filter: FilterGroupInput = { items: [{ field: 'ownerId', operator: 'anyOf', value: ['me'] }] }
  expect(await app.ask('lists.count', { entity: 'companies', filter })).toEqual({ count: 12_431 })
  app.pass(5 * 86_400_000)
  await app.ask('history.undo', { operation: operationOf(reply) })
  expect(await app.ask('lists.count', { entity: 'companies', filter })).toEqual({ count: 0 })
}, 60_000)

test('giving up in the middle leaves nothing changed', async () => {
  const { app } = await office(1200)
  const before = await pageOf(app, ['industry'])
  const steps: number[] = []
  const door = createCall({
    ...{ procedureAt: procedureLookup(contract), handlers, reader: app.writer, writer: app.writer, attachments: app.attachments },
    ...{ nowMs: () => Date.parse('2026-03-02T10:00:00Z'), logBug: () => 'none', onCommit: () => {} },
  })
  const reply = await door(
    'lists.change',
    { entity: 'companies', selection: everything, changes: { industry: '机械' } },
    {
      actor: app.owner,
      progress: (_step, done) => steps.push(done),
      checkCancelled: () => {
        if (steps.length > 0) throw new AppError('cancelled', 'errors.cancelled')
      },
    },
  )
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(steps).toEqual([500])
  expect(await pageOf(app, ['industry'])).toEqual(before)
})

test('records that refuse are named with the reason and the others are changed', async () => {
  const { app, rows } = await office()
  const [first, second] = rows
  await app.ask('companies.archive', { id: first?.id ?? '' })
  const reply = await change(app, {
    entity: 'companies',
    selection: { ids: [first?.id ?? '', second?.id ?? '', '01900000-0000-7000-8000-00000000dead'] },
    changes: { industry: '机械' },
  })
  expect(reply).toMatchObject({
    ok: true,
    data: {
      ...{ changed: 1, unchanged: 0, refused: 2 },
      refusals: [
        { id: first?.id, title: first?.name, error: { code: 'conflict', messageKey: 'customers.companyArchived' } },
        { error: { code: 'not_found', messageKey: 'lists.rowGone' } },
      ],
    },
  })
})

test('asked to, the act is given up whole at the first refusal', async () => {
  const { app, rows } = await office()
  await app.ask('companies.archive', { id: rows[3]?.id ?? '' })
  const before = await pageOf(app, ['industry'])
  const reply = await change(app, {
    ...{ entity: 'companies', changes: { industry: '机械' }, onRefusal: 'refuse' },
    selection: { ids: rows.map(({ id }) => id) },
  })
  expect(reply).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await pageOf(app, ['industry'])).toEqual(before)
})

test('what holds the value already is not written again', async () => {
  const { app, rows } = await office()
  const [row] = rows.filter(({ city }) => city === '上海')
  const reply = await change(app, { entity: 'companies', selection: { ids: [row?.id ?? ''] }, changes: { city: '上海' } })
  expect(reply).toMatchObject({ ok: true, operation: null, data: { changed: 0, unchanged: 1 } })
})

test('rows left out of a selection of all stay as they are', async () => {
  const { app, rows } = await office()
  const except = rows.slice(0, 5).map(({ id }) => id)
  const reply = await app.ask('lists.archive', { entity: 'companies', selection: { ...everything, except } })
  expect(reply).toMatchObject({ changed: 35, refused: 0 })
  expect((await pageOf(app, [])).map(({ id }) => id).sort()).toEqual(except.toSorted())
  const archived = { question: { entity: 'companies', state: 'archived' } } as const
  expect(await app.ask('lists.restore', { entity: 'companies', selection: archived })).toMatchObject({ changed: 35 })
})

test('a pasted block is one operation; a cell that cannot be names its row and field', async () => {
  const { app, rows } = await office()
  const [first, second] = rows
  const edits = (amount: number) => ({
    entity: 'companies' as const,
    rows: [
      { id: first?.id ?? '', changes: { city: '宁波', employees: 12 } },
      { id: second?.id ?? '', changes: { city: '温州', employees: amount } },
    ],
  })
  const refused = await app.call('lists.edit', edits(-1))
  expect(refused).toMatchObject({ ok: false, error: { issues: [{ field: `${second?.id}.employees` }] } })
  const reply = await app.call('lists.edit', edits(30))
  expect(reply).toMatchObject({ ok: true, data: { changed: 2 } })
  await app.ask('history.undo', { operation: operationOf(reply) })
  expect(await app.ask('companies.get', { id: first?.id ?? '' })).toMatchObject({ city: first?.city })
})

test('a field that lists only show, or that is gone, is refused by name', async () => {
  const { app, rows } = await office()
  const selection = { ids: [rows[0]?.id ?? ''] }
  for (const field of ['createdAt', 'openDeals', 'nonsense', 's0000000000ff']) {
    const reply = await change(app, { entity: 'companies', selection, changes: { [field]: 'x' } })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', issues: [{ field }] } })
  }
})

test('deals move with their rules: a lost stage asks for the reason', async () => {
  const app = await createTestApp()
  opened.push(app)
  const deal = await app.ask('deals.create', { title: 'Press' })
  const { columns } = await app.ask('deals.board', {})
  const lost = columns.find(({ stage }) => stage.outcome === 'lost')?.stage.id ?? ''
  const move = (changes: Record<string, string>) =>
    app.ask('lists.change', { entity: 'deals', selection: { ids: [deal.id] }, changes: { stageId: lost, ...changes } })
  expect(await move({})).toMatchObject({ changed: 0, refusals: [{ error: { messageKey: 'deals.lossReasonNeeded' } }] })
  expect(await move({ lossReason: 'price' })).toMatchObject({ changed: 1 })
  expect(await app.ask('deals.get', { id: deal.id })).toMatchObject({ status: 'lost', lossReason: 'price' })
})

test('a lifecycle stage set for many is a dated move of each', async () => {
  const { app, rows } = await office(5)
  await app.ask('lifecycleStages.ensure', {})
  const [stage] = await app.ask('lifecycleStages.list', {})
  const changes = { lifecycleStageId: stage?.id ?? '', industry: '机械' }
  expect(await app.ask('lists.change', { entity: 'companies', selection: everything, changes })).toMatchObject({ changed: 5 })
  const card = await app.ask('companies.get', { id: rows[0]?.id ?? '' })
  expect(card).toMatchObject({ lifecycleStageId: stage?.id, industry: '机械', lifecycleSince: '2026-03-02' })
})

test('a record that refuses the second half of its change stops the whole act', async () => {
  const { app } = await office(5)
  const before = await pageOf(app, ['industry'])
  const changes = { industry: '机械', tags: { add: ['01900000-0000-7000-8000-00000000dead'], remove: [] } }
  expect(await change(app, { entity: 'companies', selection: everything, changes })).toMatchObject({ ok: false })
  expect(await pageOf(app, ['industry'])).toEqual(before)
})

test('tickets and tasks are changed by their own procedures', async () => {
  const app = await createTestApp()
  opened.push(app)
  fillOffice(app.writer, 3)
  const ticket = await app.ask('tickets.create', { subject: 'Printer' })
  const closed = (await app.ask('tickets.statuses', {})).find(({ clock }) => clock === 'stops')?.id ?? ''
  await app.ask('lists.change', {
    entity: 'tickets',
    selection: { ids: [ticket.id] },
    changes: { statusId: closed, priority: 'high' },
  })
  expect(await app.ask('tickets.get', { id: ticket.id })).toMatchObject({ priority: 'high', statusId: closed })
  const task = await app.ask('activities.log', { kind: 'task', recordType: 'ticket', recordId: ticket.id, title: 'Call' })
  await app.ask('lists.change', {
    entity: 'tasks',
    selection: { ids: [task.id] },
    changes: { isDone: true, dueOn: '2026-03-05' },
  })
  const { rows } = await app.ask('lists.page', { entity: 'tasks', columns: ['isDone', 'dueOn', 'recordId', 'priority'] })
  expect(rows.map(({ cells }) => cells)).toEqual([
    { isDone: true, dueOn: '2026-03-05', priority: 'normal', recordId: { id: ticket.id, name: 'Printer', entity: 'tickets' } },
  ])
})
