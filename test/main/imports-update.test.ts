// The second file: what is there is recognised, only what differs is written, and what somebody worked on since is never lost.
import { describe, expect, test } from 'vitest'
import {
  asFields,
  ask,
  bringIn,
  csv,
  fatesOf,
  keysOf,
  onTable,
  planOf,
  previewed,
  rows,
  rowsOf,
  setUpImportDesk,
  twoFirms,
} from '../support/import-desk.ts'

setUpImportDesk('en')

describe('recognising what is there', () => {
  test('the same file again changes nothing', async () => {
    const file = twoFirms()
    await bringIn(file)

    const again = await bringIn(file)

    expect(fatesOf(again.result.tables)).toEqual(['unchanged 2'])
    expect(again.operation).toBe('')
  })

  test('deals without an amount are the same again, too', async () => {
    const file = csv(
      'deals.csv',
      'Deal name,Account,Amount,Stage',
      'Roof,Nordlicht GmbH,,Proposal',
      'Cellar,Nordlicht GmbH,5000,Proposal',
    )
    await bringIn(file)

    const again = await bringIn(file)

    expect(fatesOf(again.result.tables)).toEqual(['unchanged 2'])
  })

  test('several numbers in one cell stand beside each other, and are the same again', async () => {
    const file = csv(
      'people.csv',
      'Full name,Mobile,Email',
      'Anna Smith,13800138000/13900139000,"anna@example.com; a.smith@example.com"',
      'Bob Lee,0571-88886666/801,bob@example.com',
    )
    const [anna, bob] = await rowsOf(file)
    await bringIn(file)

    const again = await bringIn(file)

    expect(anna?.stored.slice(1)).toEqual(['13800138000 · 13900139000', 'anna@example.com · a.smith@example.com'])
    expect(bob?.stored[1]).toBe('0571-88886666/801')
    expect(fatesOf(again.result.tables)).toEqual(['unchanged 2'])
  })

  test('a firm is the same without its legal form, another with another', async () => {
    await bringIn(twoFirms())

    const { tables } = await previewed(
      csv('more.csv', 'Company name,Industry', '西湖科技,软件', 'Nordlicht,Wind', 'Nordlicht AG,Wind'),
    )

    expect(fatesOf(tables)).toEqual(['new 1, update 2'])
  })

  test('an update shows each field before and after, and an empty cell clears nothing', async () => {
    await bringIn(twoFirms())
    const file = csv('later.csv', 'Company name,Phone,City', 'Nordlicht GmbH,,Bremen')

    const [row] = await rowsOf(file)
    await bringIn(file)

    expect(row).toMatchObject({
      fate: 'update',
      matchedBy: 'name',
      changes: [{ field: 'city', before: 'Hamburg', after: 'Bremen', keptBy: null }],
    })
    expect(rows("select phone, city from companies where name = 'Nordlicht GmbH'")).toEqual([
      { phone: '+49 40 123456', city: 'Bremen' },
    ])
  })

  test('an empty cell clears only where that is chosen', async () => {
    await bringIn(twoFirms())

    await bringIn(csv('later.csv', 'Company name,Phone', 'Nordlicht GmbH,'), onTable({ isClearing: true }))

    expect(rows("select phone from companies where name = 'Nordlicht GmbH'")).toEqual([{ phone: null }])
  })

  test('people are known by name at their firm, also beyond one who was archived', async () => {
    const people = Array.from({ length: 2100 }, (_, place) => `Person ${place},Nordlicht GmbH`)
    const file = csv('many.csv', 'Full name,Company', ...people)
    await bringIn(file)
    const [first] = rows<{ id: string }>("select id from contacts where name = 'Person 0'")
    await ask('contacts.archive', { id: first?.id ?? '' })

    const { tables } = await previewed(file)

    expect(fatesOf(tables)).toEqual(['new 1, unchanged 2099'])
  })

  test('a person is known by e-mail and by phone, however they are written', async () => {
    await bringIn(
      csv(
        'people.csv',
        'Name,E-mail,Phone',
        'Anna Berg,Anna@Example.com,+86 138 0013 8000',
        'Bo Lind,bo@example.com,0571-88001234',
      ),
    )

    const { tables } = await previewed(
      csv('again.csv', 'Full name,E-mail,Phone', 'Anna Berg,anna@example.com,', 'Lind Bo,,(0571) 8800 1234'),
    )

    expect(fatesOf(tables)).toEqual(['update 1, unchanged 1'])
  })

  test('colleagues who share a telephone stay two people', async () => {
    const file = csv('desk.csv', 'Name,Phone', 'Anna Berg,0571-88001234', 'Carl Dahl,0571-88001234')

    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['new 2'])
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 2'])
  })

  test('two that fit refuse the row with their names, until one is chosen', async () => {
    await ask('companies.create', { name: 'Acme' })
    await ask('companies.create', { name: 'Acme' })
    const file = csv('acme.csv', 'Company name,City', 'Acme,Kiel')

    const [row] = await rowsOf(file)
    const chosen = row?.candidates[0]?.id ?? null
    const done = await bringIn(file, (plan) => ({ ...plan, decisions: [{ table: 0, row: 2, act: 'into', recordId: chosen }] }))

    expect(row).toMatchObject({ fate: 'refused', candidates: [{ name: 'Acme' }, { name: 'Acme' }] })
    expect(fatesOf(done.result.tables)).toEqual(['update 1'])
  })

  test('a repeated row comes in once; one that says something else waits for a decision', async () => {
    const file = csv('twice.csv', 'Company name,City', 'Acme,Kiel', 'Acme,Kiel', 'Acme,Lübeck')

    const shown = await rowsOf(file)
    const taken = await bringIn(file, (plan) => ({ ...plan, decisions: [{ table: 0, row: 4, act: 'take', recordId: null }] }))

    expect(shown.map(({ fate, record }) => [fate, record?.row ?? null])).toEqual([
      ['new', null],
      ['unchanged', 2],
      ['duplicate', 2],
    ])
    expect(fatesOf(taken.result.tables)).toEqual(['new 2, unchanged 1'])
  })

  test('only new ones, or only those that are there', async () => {
    await bringIn(twoFirms())
    const file = csv('mixed.csv', 'Company name,City', 'Nordlicht GmbH,Bremen', 'Südwind KG,Ulm')

    expect(fatesOf((await previewed(file, onTable({ mode: 'create' }))).tables)).toEqual(['new 1, duplicate 1'])
    expect(fatesOf((await previewed(file, onTable({ mode: 'update' }))).tables)).toEqual(['update 1, skipped 1'])
  })

  test('a key that the user chose decides alone', async () => {
    await bringIn(csv('people.csv', 'Name,E-mail', 'Anna Berg,anna@example.com'))

    const { tables } = await previewed(
      csv('renamed.csv', 'Name,E-mail', 'Anna Lund,anna@example.com'),
      onTable({ keys: ['email'] }),
    )

    expect(fatesOf(tables)).toEqual(['update 1'])
  })
})

describe('cells', () => {
  test('a mended cell, and a row that is left out', async () => {
    const file = csv('deals.csv', 'Deal name,Company,Amount,Close date', 'Roof,Acme,12x,2026-05-01', 'Wall,Acme,900,2026-05-02')

    const change = (plan: Awaited<ReturnType<typeof planOf>>) => ({
      ...plan,
      edits: [{ table: 0, row: 2, column: 2, value: '1200' }],
      decisions: [{ table: 0, row: 3, act: 'skip' as const, recordId: null }],
    })

    expect(fatesOf((await previewed(file)).tables)).toEqual(['new 1, refused 1'])
    expect(fatesOf((await bringIn(file, change)).result.tables)).toEqual(['new 1, skipped 1'])
    expect(rows('select amountMinor from deals')).toEqual([{ amountMinor: 120_000 }])
  })

  test('long numbers, day numbers and days without a year are right or pointed out', async () => {
    const file = csv(
      'odd.csv',
      'Company name,externalId,Phone,founded',
      '甲公司,110101199003078811,013800138000,2001',
      '乙公司,1.38E+10,１３８００１３８０００,1999',
    )

    await bringIn(file)

    expect(rows('select name, externalId, phone from companies order by name')).toEqual([
      { name: '乙公司', externalId: null, phone: '13800138000' },
      { name: '甲公司', externalId: '110101199003078811', phone: '013800138000' },
    ])
    expect(
      await keysOf(csv('days.csv', 'Deal name,Expected close date', 'Roof,45356', 'Wall,3月5日', 'Door,2026-02-30')),
    ).toEqual(['2 imports.date.serial', '3 imports.date.year_assumed', '4 imports.date.impossible'])
  })

  test('day and month are told apart over the whole column, and asked for where nothing decides', async () => {
    const open = await ask('imports.inspect', { files: [csv('a.csv', 'Deal name,Close date', 'A,03/04/2026', 'B,05/06/2026')] })
    const certain = await ask('imports.inspect', {
      files: [csv('b.csv', 'Deal name,Close date', 'A,03/04/2026', 'B,25/06/2026')],
    })

    expect(open.tables[0]?.columns[1]?.dateOrders).toEqual(['dmy', 'mdy'])
    expect(certain.tables[0]?.columns[1]?.dateOrders).toEqual(['dmy'])
    expect(certain.plan?.tables[0]?.columns[1]?.dateOrder).toBe('dmy')
  })

  test('a name says its role, its title and its address', async () => {
    await bringIn(
      csv(
        'names.csv',
        'Name,Company',
        '张三（销售经理）,甲公司',
        'Dr. Anna Smith,Acme',
        '"Berg, Bo",Acme',
        'Cara Dahl <cara@example.com>,Acme',
      ),
    )

    expect(rows('select name, salutation, email from contacts order by name')).toEqual([
      { name: 'Anna Smith', salutation: 'Dr.', email: null },
      { name: 'Bo Berg', salutation: null, email: null },
      { name: 'Cara Dahl', salutation: null, email: 'cara@example.com' },
      { name: '张三', salutation: null, email: null },
    ])
    expect(rows('select role from companyContacts where role is not null')).toEqual([{ role: '销售经理' }])
  })

  test('what a file calls a choice is understood, or said by the user', async () => {
    const file = csv('kinds.csv', 'Company name,Kind', 'A,供应商', 'B,Lieferant')
    const mapped = await planOf(file, (plan) =>
      onTable({
        columns: (plan.tables[0]?.columns ?? []).map((column) =>
          column.field === 'kind' ? { ...column, choices: [{ from: 'Lieferant', to: 'supplier' }] } : column,
        ),
      })(plan),
    )

    expect(fatesOf((await previewed(file)).tables)).toEqual(['new 1, refused 1'])
    expect(fatesOf((await ask('imports.preview', { files: [file], plan: mapped })).tables)).toEqual(['new 2'])
  })

  test('columns are joined, and a constant fills what the file does not say', async () => {
    const file = csv('joined.csv', 'Company,B,C', 'Acme,Main St 1,Floor 2')

    await bringIn(file, (plan) =>
      asFields('name', 'address', 'address')(onTable({ constants: [{ field: 'source', value: 'Fair 2026' }] })(plan)),
    )

    expect(rows('select name, address, source from companies')).toEqual([
      { name: 'Acme', address: 'Main St 1 Floor 2', source: 'Fair 2026' },
    ])
  })
})
