// Deals whose end stands in a column of its own: the status closes them, with the day where the file has one.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, call, csv, fatesOf, keysOf, planOf, rows, setUpImportDesk } from '../support/import-desk.ts'

setUpImportDesk('en')

const deals = () =>
  rows<{ title: string; status: string; stage: string; closedOn: string | null }>(
    `select deals.title, deals.status, stages.name as stage, deals.closedOn from deals join stages on stages.id = deals.stageId
      where deals.archivedAt is null order by deals.no`,
  ).map(({ title, status, stage, closedOn }) => `${title}: ${status}, ${stage}, ${closedOn ?? 'no day'}`)

describe('a status beside the stage', () => {
  const pipedrive = () =>
    csv(
      'deals.csv',
      'Deal - Title,Deal - Stage,Deal - Status,Deal - Won time,Deal - Value',
      'Roof,Negotiation,Won,2026-03-05,1200',
      'Wall,Negotiation,Lost,,900',
      'Door,Negotiation,Open,,300',
    )

  test('closes the deal, and says where it ended', async () => {
    const file = pipedrive()
    expect((await planOf(file)).tables[0]?.columns.map(({ field }) => field)).toEqual([
      'title',
      'stage',
      'status',
      'closedOn',
      'amount',
    ])
    expect(await keysOf(file)).toEqual(['2 imports.deal.closed_in_stage', '3 imports.deal.closed_in_stage'])
    await bringIn(file)
    expect(deals()).toEqual(['Roof: won, Won, 2026-03-05', 'Wall: lost, Lost, no day', 'Door: open, Negotiation, no day'])
  })

  test('is the same again, and goes when the import is taken back', async () => {
    const file = pipedrive()
    const { result } = await bringIn(file)
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 3'])

    await call('imports.takeBack', { id: result.importId })
    expect(deals()).toEqual([])
  })

  test('that contradicts a closing stage is pointed out', async () => {
    const file = csv(
      'deals.csv',
      'Opportunity name,Stage,Status,Amount',
      'Roof,Closed Won,Lost,1200',
      'Wall,Closed Lost,Open,900',
      'Door,Closed Won,closed-won,300',
    )
    expect(await keysOf(file)).toEqual(['2 imports.deal.stage_not_status', '3 imports.deal.stage_not_status'])
    await bringIn(file)
    expect(deals().map((deal) => deal.split(', ')[0])).toEqual(['Roof: lost', 'Wall: lost', 'Door: won'])
  })

  test('that only says “closed” leaves it to the stage', async () => {
    const file = csv('deals.csv', 'Deal name,Stage,Status,Amount', 'Roof,Closed Won,Closed,1', 'Wall,Proposal,Open,2')
    const [plan] = (await planOf(file)).tables
    expect(plan?.columns[2]).toMatchObject({ field: 'status', choices: [{ from: 'Closed', to: null }] })
    expect(await keysOf(file)).toEqual([])
  })
})

describe('a status without a stage', () => {
  const chinese = (...lines: readonly string[]) => csv('deals.csv', '商机编号,商机名称,商机状态,成交日期,金额', ...lines)

  test('puts the deal into the stage of this outcome', async () => {
    await bringIn(chinese('D1,屋顶,赢单,2026-03-05,1200', 'D2,外墙,输单,2026-03-06,900', 'D3,大门,进行中,,300'))
    const first = (await ask('deals.pipelines', {}))[0]?.stages[0]?.name
    expect(deals()).toEqual(['屋顶: won, Won, 2026-03-05', '外墙: lost, Lost, 2026-03-06', `大门: open, ${first}, no day`])
  })

  test('closes a deal that is there, and leaves one alone that stands so already', async () => {
    await bringIn(chinese('D1,屋顶,进行中,,1200', 'D2,外墙,进行中,,900'))
    await bringIn(csv('stages.csv', '商机编号,商机名称,阶段', 'D2,外墙,Negotiation'))
    const { result } = await bringIn(chinese('D1,屋顶,赢单,2026-04-01,1200', 'D2,外墙,进行中,,900'))

    expect(fatesOf(result.tables)).toEqual(['update 1, unchanged 1'])
    expect(deals()).toEqual(['屋顶: won, Won, 2026-04-01', '外墙: open, Negotiation, no day'])
  })

  test('of other words is the stage, as it was', async () => {
    const [plan] = (await planOf(csv('deals.csv', 'Deal name,Status,Amount', 'Roof,Negotiation,1', 'Wall,Won,2'))).tables
    expect(plan?.columns[1]?.field).toBe('stage')
  })
})
