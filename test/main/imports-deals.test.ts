// Importing deals: their stages, people, companies and contacts, and taking an import back.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, fixture, keysOf, planOf, refusalOf, rows, written, setUpImportDesk } from '../support/import-desk.ts'

setUpImportDesk()

describe('a file of deals', () => {
  const file = fixture('deals.tsv')

  test('tells where its stages would go', async () => {
    const plan = await planOf(file)
    expect(plan).toMatchObject({ dialect: { delimiter: '\t' }, dateOrder: 'mdy', entity: 'deal' })
    const stageNames = new Map(
      rows<{ id: string; name: string }>('select id, name from stages').map(({ id, name }) => [id, name]),
    )
    expect(plan.stages.map(({ name, stageId, outcome }) => [name, stageNames.get(stageId ?? '') ?? null, outcome])).toEqual([
      ['Closed Won', '赢单', 'won'],
      ['Lost', '输单', 'lost'],
      ['Prospecting', null, null],
      ['Site visit', null, null],
      ['Won', '赢单', 'won'],
    ])
  })

  test('comes in with people, companies, stages and titles', async () => {
    const plan = await planOf(file)
    const preview = await ask('imports.preview', { file, plan })
    expect(preview).toMatchObject({ rows: 7, accepted: 4, refused: 3, newCompanies: 2, newPeople: ['Dora Lind', 'Jan Moor'] })
    expect(preview.problems.map(({ row, field, value, messageKey }) => [row, field, value, messageKey])).toEqual([
      [6, 'closedOn', '2/30/2026', 'imports.date.impossible'],
      [7, 'amount', 'a lot', 'imports.amount.unreadable'],
      [8, 'title', '', 'imports.deal.without_title'],
      [5, 'closedOn', '2026-04-30', 'imports.deal.close_day_expected'],
    ])
    expect(preview.sample[0]).toEqual({
      row: 2,
      cells: ['K-1', 'Dora Lind', 'Press', 'Alder Works', 'Closed Won', '2025-10-20', '2026-03-01', '1054.00 CNY'],
    })

    await bringIn(file)
    expect(
      rows(`select d.title, s.name as stage, d.status, d.amountMinor, d.closedOn, d.expectedCloseOn, u.name as owner, c.name as company
            from deals d join stages s on s.id = d.stageId left join users u on u.id = d.ownerId
            left join companies c on c.id = d.companyId order by d.externalId`),
    ).toEqual([
      {
        title: 'Press · Alder Works',
        stage: '赢单',
        status: 'won',
        amountMinor: 105_400,
        closedOn: '2026-03-01',
        expectedCloseOn: null,
        owner: 'Dora Lind',
        company: 'Alder Works',
      },
      {
        title: 'K-2',
        stage: '输单',
        status: 'lost',
        amountMinor: 0,
        closedOn: '2026-03-11',
        expectedCloseOn: null,
        owner: 'Dora Lind',
        company: null,
      },
      {
        title: 'Oven · Birch Foods',
        stage: 'Prospecting',
        status: 'open',
        amountMinor: null,
        closedOn: null,
        expectedCloseOn: null,
        owner: 'Jan Moor',
        company: 'Birch Foods',
      },
      {
        title: 'Oven · Birch Foods',
        stage: 'Site visit',
        status: 'open',
        amountMinor: null,
        closedOn: null,
        expectedCloseOn: '2026-04-30',
        owner: 'Jan Moor',
        company: 'Birch Foods',
      },
    ])
    // Cedar Mills stands only in a refused row.
    expect(rows(`select name from companies where name = 'Cedar Mills'`)).toEqual([])
    expect(rows(`select canSignIn from users where name = 'Jan Moor'`)).toEqual([{ canSignIn: 0 }])
  })

  test('puts new stages behind the open ones and before the closing ones', async () => {
    await bringIn(file)
    const board = await ask('deals.board', {})
    expect(board.columns.map(({ stage }) => stage.name)).toEqual([
      '初步接触',
      '需求确认',
      '已报价',
      '商务谈判',
      'Prospecting',
      'Site visit',
      '赢单',
      '输单',
    ])
  })

  test('finds companies that are there, in any writing of the name', async () => {
    await ask('companies.create', { name: 'ALDER  works' })
    expect((await bringIn(file)).result).toMatchObject({ newCompanies: 1 })
  })

  test('leaves nothing behind when it is undone', async () => {
    const { operation } = await bringIn(file)
    await ask('history.undo', { operation })
    for (const table of ['deals', 'companies']) {
      expect(rows(`select count(*) as n from ${table} where archivedAt is null`)).toEqual([{ n: 0 }])
    }
    expect((await ask('deals.board', {})).columns).toHaveLength(6)
    expect(await ask('search.find', { text: 'Alder' })).toEqual([])
  })

  test('stays as it was when a later change stands on it', async () => {
    const { operation } = await bringIn(file)
    const [deal] = rows<{ id: string }>(`select id from deals where externalId = 'K-1'`)
    await ask('deals.update', { id: deal?.id ?? '', title: 'Press for Alder' })
    expect(await refusalOf('history.undo', { operation })).toMatch(/^conflict /u)
    expect(rows('select count(*) as n from deals where archivedAt is null')).toEqual([{ n: 4 }])
  })

  test('ties contacts by name at the company, and makes those it does not know', async () => {
    await bringIn(written('k.csv', 'Name,Company,Job title\nWang Li,Alder Works,Buyer\nWang Li,Birch Foods,Buyer\n'))
    const deals = written(
      'd.csv',
      'Deal name,Company,Contact,Amount\nA,Alder Works,Wang Li,1\nB,,Wang Li,2\nC,Alder Works,Jo Ek,3\n',
    )
    expect(await keysOf(deals)).toEqual(['3 imports.contact.ambiguous'])
    expect((await bringIn(deals)).result).toMatchObject({ created: 2, refused: 1, newContacts: 1 })
    expect(
      rows(`select d.title, k.name, c.name as company from deals d join contacts k on k.id = d.contactId
            join companyContacts l on l.contactId = k.id join companies c on c.id = l.companyId order by d.title`),
    ).toEqual([
      { title: 'A', name: 'Wang Li', company: 'Alder Works' },
      { title: 'C', name: 'Jo Ek', company: 'Alder Works' },
    ])
  })
})
