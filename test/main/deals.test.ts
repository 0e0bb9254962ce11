// Deals on a real engine: the board, moves that write one row, and what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AppEvent } from '#shared/base/procedure.ts'
import type { BoardColumn } from '#shared/deals/deal.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const columnsOf = async (): Promise<readonly BoardColumn[]> => (await app.ask('deals.board', {})).columns
const columnAt = async (name: string): Promise<BoardColumn> => {
  const column = (await columnsOf()).find(({ stage }) => stage.name === name)
  if (!column) throw new Error(`No column ${name}`)
  return column
}
const stageId = async (name: string): Promise<string> => (await columnAt(name)).stage.id
const titles = async (name: string): Promise<string[]> => (await columnAt(name)).cards.map(({ title }) => title)
const create = (title: string, fields: { amountMinor?: number | null; currency?: string; stageId?: string } = {}) =>
  app.ask('deals.create', { title, ...fields })

/** What the newest operation wrote. */
const rowsWritten = async (): Promise<number | undefined> =>
  (await app.ask('history.operations', { limit: 1 })).operations[0]?.rows

describe('a new deal', () => {
  test('starts at the end of the first open stage, in the currency of the workspace', async () => {
    await create('First')
    const deal = await create('Second')

    expect(deal).toMatchObject({ status: 'open', currency: 'EUR', closedOn: null, amountMinor: null })
    expect(await titles('First contact')).toEqual(['First', 'Second'])
  })

  test('may start as won, today in the time zone of the office', async () => {
    app.pass(10 * 3_600_000)
    const deal = await create('Walk-in', { stageId: await stageId('Won') })

    expect(deal).toMatchObject({ status: 'won', closedOn: '2026-03-03' })
  })

  test('of an owner, company or contact that is not there is refused at each field', async () => {
    const nobody = '01900000-0000-7000-8000-0000000000ff'
    const reply = await app.call('deals.create', { title: 'A', ownerId: nobody, companyId: nobody, contactId: nobody })

    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'invalid_input',
        issues: [{ field: 'companyId', code: 'reference_gone' }, { field: 'contactId' }, { field: 'ownerId' }],
      },
    })
    expect(await titles('First contact')).toEqual([])
  })
})

describe('moving a deal', () => {
  test('writes one row', async () => {
    const deal = await create('One')
    await create('Two')
    await app.ask('deals.move', { id: deal.id, stageId: await stageId('Negotiation') })

    expect(await rowsWritten()).toBe(1)
    expect(await titles('Negotiation')).toEqual(['One'])
  })

  test('puts it before the card it was dropped on, in its own column too', async () => {
    const [a, b, c] = [await create('A'), await create('B'), await create('C')]
    await app.ask('deals.move', { id: c.id, stageId: c.stageId, beforeId: a.id })
    expect(await titles('First contact')).toEqual(['C', 'A', 'B'])

    await app.ask('deals.move', { id: c.id, stageId: c.stageId, beforeId: b.id })
    expect(await titles('First contact')).toEqual(['A', 'C', 'B'])

    await app.ask('deals.move', { id: a.id, stageId: a.stageId })
    expect(await titles('First contact')).toEqual(['C', 'B', 'A'])
  })

  test('to where it stands already changes nothing', async () => {
    const [a, b] = [await create('A'), await create('B')]
    for (const input of [
      { id: b.id, stageId: b.stageId },
      { id: a.id, stageId: a.stageId, beforeId: b.id },
      { id: a.id, stageId: a.stageId, beforeId: a.id },
    ]) {
      expect(await app.call('deals.move', input)).toMatchObject({ ok: true, operation: null })
    }
  })

  test('keeps every order that a thousand drops make', async () => {
    const deals = []
    for (const title of ['A', 'B', 'C', 'D', 'E']) deals.push(await create(title))
    const order = deals.map(({ id }) => id)
    let state = 7
    for (let drop = 0; drop < 1000; drop++) {
      state = (state * 48_271) % 2_147_483_647
      const [moved] = order.splice(state % 5, 1)
      const place = Math.floor(state / 5) % 5
      const beforeId = order[place] ?? null
      order.splice(place, 0, moved ?? '')
      await app.ask('deals.move', { id: moved ?? '', stageId: deals[0]?.stageId ?? '', beforeId })
    }

    const { cards } = await columnAt('First contact')
    expect(cards.map(({ id }) => id)).toEqual(order)
    expect(Math.max(...cards.map(({ position }) => position.length))).toBeLessThan(40)
  })

  test('into one gap again and again keeps keys short', async () => {
    const top = await create('Top')
    let below = await create('Below')
    for (let drop = 0; drop < 300; drop++) {
      const card = await create(`Card ${drop}`)
      await app.ask('deals.move', { id: card.id, stageId: top.stageId, beforeId: below.id })
      below = card
    }
    const { cards } = await columnAt('First contact')
    expect(cards.slice(0, 3).map(({ title }) => title)).toEqual(['Top', 'Card 299', 'Card 298'])
    expect(Math.max(...cards.map(({ position }) => position.length))).toBeLessThan(100)
  })

  test('to a lost stage without a reason is refused, and the card stays', async () => {
    const deal = await create('Fleet renewal')
    const lost = await stageId('Lost')
    expect(await app.call('deals.move', { id: deal.id, stageId: lost })).toMatchObject({
      ok: false,
      error: {
        code: 'invalid_input',
        messageKey: 'deals.lossReasonNeeded',
        issues: [{ field: 'lossReason', code: 'loss_reason' }],
      },
    })
    expect(await titles('First contact')).toEqual(['Fleet renewal'])

    const moved = await app.ask('deals.move', { id: deal.id, stageId: lost, lossReason: 'Too expensive' })
    expect(moved).toMatchObject({ status: 'lost', closedOn: '2026-03-02', lossReason: 'Too expensive' })
    expect(await rowsWritten()).toBe(1)
  })

  test('out of a closing stage opens it again', async () => {
    const deal = await create('Reopened')
    await app.ask('deals.win', { id: deal.id })
    const open = await app.ask('deals.move', { id: deal.id, stageId: deal.stageId })

    expect(open).toMatchObject({ status: 'open', closedOn: null })
  })

  test('beside a card that has left the column is refused', async () => {
    const [a, b] = [await create('A'), await create('B')]
    await app.ask('deals.win', { id: b.id })

    expect(await app.call('deals.move', { id: a.id, stageId: a.stageId, beforeId: b.id })).toMatchObject({
      ok: false,
      error: { code: 'conflict', messageKey: 'deals.neighbourMoved' },
    })
  })

  test('is undone to the exact place', async () => {
    const [, b] = [await create('A'), await create('B'), await create('C')]
    await app.ask('deals.lose', { id: b.id, lossReason: 'No budget' })
    await app.ask('history.undoLast', {})

    expect(await titles('First contact')).toEqual(['A', 'B', 'C'])
    const { position, status, closedOn, lossReason } = await app.ask('deals.get', { id: b.id })
    expect({ position, status, closedOn, lossReason }).toEqual({
      ...{ position: b.position, status: 'open' },
      ...{ closedOn: null, lossReason: null },
    })
  })

  test('tells the windows that deals have changed, and nothing else', async () => {
    const deal = await create('Watched')
    const events: AppEvent[] = []
    app.onEvent((event) => events.push(event))
    await app.ask('deals.win', { id: deal.id })

    expect(events).toMatchObject([{ type: 'changed', tables: expect.arrayContaining(['deals']) }])
    expect(JSON.stringify(events)).not.toContain('companies')
  })
})

describe('winning and losing', () => {
  test('lead to the first stage of that outcome', async () => {
    const deal = await create('Big one')
    expect((await app.ask('deals.win', { id: deal.id })).stageId).toBe(await stageId('Won'))
    expect(await app.ask('deals.lose', { id: deal.id, lossReason: 'Cancelled' })).toMatchObject({
      stageId: await stageId('Lost'),
      lossReason: 'Cancelled',
    })
  })

  test('winning what is won already changes nothing', async () => {
    const deal = await create('Big one')
    await app.ask('deals.win', { id: deal.id })
    expect(await app.call('deals.win', { id: deal.id })).toMatchObject({ ok: true, operation: null })
  })
})

describe('the board', () => {
  test('sums each currency apart and counts the deals without an amount', async () => {
    await create('A', { amountMinor: 10_001 })
    await create('B', { amountMinor: 5 })
    await create('C', { amountMinor: 700, currency: 'CNY' })
    await create('D', { amountMinor: null, currency: 'USD' })

    expect(await columnAt('First contact')).toMatchObject({
      count: 4,
      withoutAmount: 1,
      sums: [
        { currency: 'CNY', amountMinor: 700, weightedMinor: 70 },
        { currency: 'EUR', amountMinor: 10_006, weightedMinor: 1001 },
      ],
    })
  })

  test('counts all deals of a column, however few cards were asked for', async () => {
    for (const title of ['A', 'B', 'C']) await create(title)
    const { columns } = await app.ask('deals.board', { cards: 2 })

    expect(columns[0]).toMatchObject({ count: 3, cards: [{ title: 'A' }, { title: 'B' }] })
  })

  test('gives the rest of a column behind the last card, no card twice', async () => {
    for (let number = 0; number < 25; number++) await create(`Deal ${number}`)
    const stage = await stageId('First contact')
    const seen: string[] = []
    for (let after: { position: string; id: string } | null = null; ;) {
      const cards: { id: string; title: string; position: string }[] = await app.ask('deals.column', {
        ...{ stageId: stage, after, limit: 7 },
      })
      seen.push(...cards.map(({ title }) => title))
      const last = cards.at(-1)
      if (!last) break
      after = { position: last.position, id: last.id }
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, number) => `Deal ${number}`))
  })

  test('shows one owner’s deals alone, in cards, counts and sums', async () => {
    const owner = await app.ask('users.me', {})
    await app.ask('deals.create', { title: 'Mine', ownerId: owner.id, amountMinor: 100 })
    await create('Nobody’s', { amountMinor: 900 })
    const { columns } = await app.ask('deals.board', { ownerId: owner.id })

    expect(columns[0]).toMatchObject({
      count: 1,
      sums: [{ amountMinor: 100 }],
      cards: [{ title: 'Mine', ownerName: 'Anna Berg' }],
    })
  })

  test('shows on a card its company and the task that is due next', async () => {
    const company = await app.ask('companies.create', { name: '上海华腾软件' })
    const deal = await app.ask('deals.create', { title: 'With tasks', companyId: company.id })
    const task = (title: string, dueOn: string | null) =>
      app.ask('activities.log', { kind: 'task', recordType: 'deal', recordId: deal.id, title, dueOn })
    await task('Some day', null)
    const done = await task('Done', '2026-03-01')
    await task('Later', '2026-03-09')
    await task('Next', '2026-03-05')
    await app.ask('activities.complete', { id: done.id, done: true })

    expect((await columnAt('First contact')).cards).toMatchObject([
      { company: { id: company.id, name: '上海华腾软件' }, nextTask: { title: 'Next', dueOn: '2026-03-05' } },
    ])
  })

  test('leaves archived deals out, and restores them to their place', async () => {
    const [, b] = [await create('A'), await create('B'), await create('C')]
    await app.ask('deals.archive', { id: b.id })
    expect(await columnAt('First contact')).toMatchObject({ count: 2 })

    await app.ask('deals.restore', { id: b.id })
    expect(await titles('First contact')).toEqual(['A', 'B', 'C'])
  })

  test('of a pipeline that is not there is refused', async () => {
    expect(await app.call('deals.board', { pipelineId: '01900000-0000-7000-8000-0000000000ff' })).toMatchObject({
      ok: false,
      error: { code: 'not_found', messageKey: 'deals.pipelineGone' },
    })
  })
})

test('an archived deal is changed only after it was restored', async () => {
  const deal = await create('Old')
  await app.ask('deals.archive', { id: deal.id })

  expect(await app.call('deals.update', { id: deal.id, title: 'New' })).toMatchObject({
    ok: false,
    error: { code: 'conflict', messageKey: 'deals.archived' },
  })
})

test('the deals of a company stand with the open ones first', async () => {
  const company = await app.ask('companies.create', { name: 'Acme' })
  const won = await app.ask('deals.create', { title: 'Won', companyId: company.id })
  await app.ask('deals.create', { title: 'Open', companyId: company.id })
  await create('Elsewhere')
  await app.ask('deals.win', { id: won.id })

  const deals = await app.ask('deals.ofRecord', { recordType: 'company', recordId: company.id })
  expect(deals.map(({ title, stageName }) => [title, stageName])).toEqual([
    ['Open', 'First contact'],
    ['Won', 'Won'],
  ])
})

test('someone who may only look cannot move a card', async () => {
  const deal = await create('Locked')
  const guest = { ...app.owner, rights: ['deals.view'] }

  expect(await app.call('deals.win', { id: deal.id }, guest)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(await app.call('deals.board', {}, guest)).toMatchObject({ ok: true })
})

test('the pipeline of a Chinese office speaks Chinese', async () => {
  const office = await createTestApp({ language: 'zh-CN' })
  const [pipeline] = await office.ask('deals.pipelines', {})
  expect(pipeline?.stages.map(({ name, probability, outcome }) => [name, probability, outcome])).toEqual([
    ['初步接触', 10, null],
    ['需求确认', 25, null],
    ['已报价', 50, null],
    ['商务谈判', 75, null],
    ['赢单', 100, 'won'],
    ['输单', 0, 'lost'],
  ])
  expect((await office.ask('deals.create', { title: '年度续约' })).currency).toBe('CNY')
  office.close()
})
