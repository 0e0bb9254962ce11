// Deals on a real engine: new ones, moves that write one row, and what is refused. What the board shows is deals-board.test.ts.
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

  test('into one gap a thousand times keeps the order and short keys, and writes few other cards', async () => {
    const order: string[] = []
    for (let number = 0; number < 50; number++) order.push((await create(`Card ${number}`)).id)
    const stage = await stageId('First contact')
    let written = 0
    for (let drop = 0; drop < 1000; drop++) {
      const id = order.pop() ?? ''
      await app.ask('deals.move', { id, stageId: stage, beforeId: order[1] ?? null })
      order.splice(1, 0, id)
      written += (await rowsWritten()) ?? 0
    }

    const { cards } = await columnAt('First contact')
    expect(cards.map(({ id }) => id)).toEqual(order)
    expect(Math.max(...cards.map(({ position }) => position.length))).toBeLessThanOrEqual(40)
    expect(written).toBeGreaterThan(1000)
    expect(written).toBeLessThan(2000)
  })

  describe('into a gap between long keys', () => {
    const long = `a0${'V'.repeat(37)}`
    const moveBetween = async () => {
      const [a, b, c, d] = [await create('A'), await create('B'), await create('C'), await create('D')]
      app.writer.write({ actor: null, procedure: 'test' }, (tx) => {
        tx.update('deals', a.id, { position: long })
        // Two machines may have made these.
        tx.update('deals', b.id, { position: `${long}1` })
        tx.update('deals', c.id, { position: `${long}1` })
      })
      const before = (await columnAt('First contact')).cards
      const reply = await app.call('deals.move', { id: d.id, stageId: d.stageId, beforeId: b.id })
      return { before, operation: (reply.ok && reply.operation) || '' }
    }

    test('gives the nearest neighbours new ones in the order they had', async () => {
      await moveBetween()
      expect(await rowsWritten()).toBe(2)
      expect(await titles('First contact')).toEqual(['A', 'D', 'B', 'C'])
    })

    test('is taken back whole by one undo', async () => {
      const { before, operation } = await moveBetween()
      await app.ask('history.undo', { operation })
      const { cards } = await columnAt('First contact')
      expect(cards.map(({ id, position }) => [id, position])).toEqual(before.map(({ id, position }) => [id, position]))
    })
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
