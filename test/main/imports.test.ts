// Importing files as a user does it: look, preview, bring in, take back, save what stayed out.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isMessageKey } from '#shared/messages.ts'
import type { ImportPlan } from '#shared/imports/import.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const fixtures = new URL('../fixtures/imports/', import.meta.url).pathname
let app: TestApp
let folder: string

beforeEach(async () => {
  app = await createTestApp({ language: 'zh-CN' })
  folder = mkdtempSync(join(tmpdir(), 'kith-imports-'))
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

const fixture = (name: string): string => join(fixtures, name)
const written = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const planOf = async (file: string, changes: Partial<ImportPlan> = {}): Promise<ImportPlan> => ({
  ...(await app.ask('imports.inspect', { file })).plan,
  ...changes,
})
const bringIn = async (file: string, changes: Partial<ImportPlan> = {}) => {
  const reply = await app.call('imports.run', { file, plan: await planOf(file, changes) })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error), { cause: app.bugs.at(-1) })
  return { result: reply.data, operation: reply.operation ?? '' }
}
const problemsOf = async (file: string, changes: Partial<ImportPlan> = {}) =>
  (await app.ask('imports.preview', { file, plan: await planOf(file, changes) })).problems
const keysOf = async (file: string, changes: Partial<ImportPlan> = {}) =>
  (await problemsOf(file, changes)).map(({ row, messageKey }) => `${row} ${messageKey}`)
const refusalOf = async (path: string, input: unknown): Promise<string> => {
  const reply = await app.call(path, input)
  return reply.ok ? 'accepted' : `${reply.error.code} ${reply.error.messageKey}`
}
const rows = <Row>(sql: string): Row[] => app.writer.raw.prepare<[], Row>(sql).all()

describe('a file of companies', () => {
  test.each([
    ['companies-utf8.csv', 'utf-8'],
    ['companies-utf8-bom.csv', 'utf-8'],
    ['companies-gb18030.csv', 'gb18030'],
    ['companies-utf16le.csv', 'utf-16le'],
    ['companies-utf16be-no-bom.csv', 'utf-16be'],
  ])('%s is read without a question', async (name, encoding) => {
    const { plan, headings, samples, rows: count } = await app.ask('imports.inspect', { file: fixture(name) })

    expect(plan).toMatchObject({
      entity: 'company',
      dialect: { encoding, delimiter: ',' },
      columns: [
        'name',
        'phone',
        'industry',
        'city',
        'employees',
        'annualRevenue',
        'foundedYear',
        'parentName',
        'ownerName',
        'description',
      ],
      amountUnit: 10_000,
    })
    expect(headings[0]).toBe('客户名称')
    expect(samples[0]).toEqual(['杭州云栖软件有限公司', '宁波海曙贸易有限公司', '㛃𠮷生僻字公司'])
    expect(count).toBe(3)

    const { result } = await bringIn(fixture(name))
    expect(result).toEqual({ created: 3, refused: 0, newCompanies: 0, newContacts: 0, newPeople: 2, newStages: 0 })
    expect(
      rows(`select c.name, c.phone, c.employees, c.annualRevenueMinor, c.revenueCurrency, c.foundedYear, p.name as parent, c.description
            from companies c left join companies p on p.id = c.parentId order by c.foundedYear`),
    ).toEqual([
      {
        name: '㛃𠮷生僻字公司',
        phone: '13900001111',
        employees: 1200,
        annualRevenueMinor: 12_000_000_000,
        revenueCurrency: 'CNY',
        foundedYear: 1998,
        parent: null,
        description: null,
      },
      {
        name: '杭州云栖软件有限公司',
        phone: '0571-8888 6666',
        employees: 120,
        annualRevenueMinor: 3_500_000_000,
        revenueCurrency: 'CNY',
        foundedYear: 2009,
        parent: null,
        description: '说“请勿打扰”,周末不接电话',
      },
      {
        name: '宁波海曙贸易有限公司',
        phone: '+86 138 0013 8000',
        employees: 35,
        annualRevenueMinor: 820_500_000,
        revenueCurrency: 'CNY',
        foundedYear: 2015,
        parent: '杭州云栖软件有限公司',
        description: null,
      },
    ])
  })

  test('a Western file with semicolons and decimal commas is read too', async () => {
    const file = fixture('companies-windows-1252.csv')
    const plan = await planOf(file)
    expect(plan).toMatchObject({ dialect: { encoding: 'windows-1252', delimiter: ';' }, decimalMark: ',' })
    await bringIn(file, { currency: 'EUR' })
    expect(rows('select name, city, annualRevenueMinor from companies order by name')).toEqual([
      { name: 'Café Größe', city: 'Düsseldorf', annualRevenueMinor: 98_700 },
      { name: 'Müller & Söhne GmbH', city: 'Köln', annualRevenueMinor: 123_450 },
    ])
  })

  test('is found by searching right after', async () => {
    await bringIn(fixture('companies-gb18030.csv'))
    expect((await app.ask('search.find', { text: 'hzyq' })).map(({ title }) => title)).toContain('杭州云栖软件有限公司')
    expect((await app.ask('search.find', { text: '13800138000' })).map(({ title }) => title)).toContain('宁波海曙贸易有限公司')
  })

  test('imported a second time says of each row that it makes a second company', async () => {
    const file = fixture('companies-utf8.csv')
    await bringIn(file)
    expect(await keysOf(file)).toEqual(['2', '3', '4'].map((row) => `${row} imports.company.also_there`))
  })

  test('does not tie a child to one of two parents of a name', async () => {
    const file = written('a.csv', 'Company,Parent\nHolding,\nHolding,\nShop,Holding\n')
    expect(await keysOf(file)).toEqual(['4 imports.company.ambiguous', '3 imports.company.also_there'])
  })

  test('makes no company its own ancestor', async () => {
    const file = written('a.csv', 'Company,Parent\nA,B\nB,A\nC,C\n')
    expect(await keysOf(file)).toEqual(['3 imports.company.own_parent', '4 imports.company.own_parent'])
    await bringIn(file)
    expect(
      rows('select c.name, p.name as parent from companies c left join companies p on p.id = c.parentId order by c.name'),
    ).toEqual([
      { name: 'A', parent: 'B' },
      { name: 'B', parent: null },
      { name: 'C', parent: null },
    ])
  })
})

describe('a file of contacts', () => {
  test('joins names by culture, links companies and keeps what has no place', async () => {
    const file = fixture('contacts.csv')
    expect((await planOf(file)).columns).toEqual([
      'familyName',
      'givenName',
      'companyName',
      'role',
      'phone',
      'email',
      'description',
    ])
    expect(await keysOf(file)).toEqual([
      '5 imports.row.without_name',
      '3 imports.phone.shortened',
      '4 imports.email.unusual',
      '4 imports.contact.role_kept',
    ])

    const { result } = await bringIn(file)
    expect(result).toMatchObject({ created: 3, refused: 1, newCompanies: 1 })
    expect(
      rows(`select k.name, k.phone, k.description, l.role, l.isPrimary, c.name as company from contacts k
            left join companyContacts l on l.contactId = k.id left join companies c on c.id = l.companyId order by k.name`),
    ).toEqual([
      { name: 'Anna Berg', phone: '0571888', description: 'Buyer', role: null, isPrimary: null, company: null },
      { name: '欧阳娜娜', phone: null, description: null, role: '总经理', isPrimary: 1, company: '杭州云栖软件有限公司' },
      {
        name: '王小明',
        phone: '13800138000',
        description: null,
        role: '采购经理',
        isPrimary: 1,
        company: '杭州云栖软件有限公司',
      },
    ])
  })

  test('a link can be changed afterwards like any other', async () => {
    await bringIn(fixture('contacts.csv'))
    const [link] = rows<{ contactId: string; companyId: string }>('select contactId, companyId from companyContacts limit 1')
    await app.ask('contacts.link', {
      contactId: link?.contactId ?? '',
      companyId: link?.companyId ?? '',
      role: '顾问',
      isPrimary: true,
    })
    expect(rows(`select count(*) as n from companyContacts where contactId = '${link?.contactId}'`)).toEqual([{ n: 1 }])
  })
})

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
    const preview = await app.ask('imports.preview', { file, plan })
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
    const board = await app.ask('deals.board', {})
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
    await app.ask('companies.create', { name: 'ALDER  works' })
    expect((await bringIn(file)).result).toMatchObject({ newCompanies: 1 })
  })

  test('leaves nothing behind when it is undone', async () => {
    const { operation } = await bringIn(file)
    await app.ask('history.undo', { operation })
    for (const table of ['deals', 'companies']) {
      expect(rows(`select count(*) as n from ${table} where archivedAt is null`)).toEqual([{ n: 0 }])
    }
    expect((await app.ask('deals.board', {})).columns).toHaveLength(6)
    expect(await app.ask('search.find', { text: 'Alder' })).toEqual([])
  })

  test('stays as it was when a later change stands on it', async () => {
    const { operation } = await bringIn(file)
    const [deal] = rows<{ id: string }>(`select id from deals where externalId = 'K-1'`)
    await app.ask('deals.update', { id: deal?.id ?? '', title: 'Press for Alder' })
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

describe('the rows that stayed out', () => {
  test('are saved with their reasons, can be mended and come in', async () => {
    const file = fixture('deals.tsv')
    const plan = await planOf(file)
    const target = join(folder, 'refused.csv')
    expect(await app.ask('imports.saveRefused', { file, plan, target })).toEqual({ rows: 3 })

    const text = readFileSync(target, 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain('未导入的原因')
    expect(text).toContain('close_value：“a lot”不是金额。')
    const mended = text.replace('2/30/2026', '2/28/2026').replace('a lot', '990').replace('\r\n\tDora', '\r\nK-7\tDora')
    const again = written('mended.csv', mended)
    expect((await bringIn(again)).result).toMatchObject({ created: 3, refused: 0 })
  })

  test('cannot make a spreadsheet compute, and come back as they were', async () => {
    const file = written('a.csv', 'Name,Phone,Employees\n=1+1,+86 139,many\n@x,-,few\n')
    const target = join(folder, 'refused.csv')
    await app.ask('imports.saveRefused', {
      file,
      plan: await planOf(file, { entity: 'company', columns: ['name', 'phone', 'employees'] }),
      target,
    })
    const saved = readFileSync(target, 'utf8')
    expect(saved).toContain(`'=1+1,'+86 139,many`)
    expect(saved).toContain(`'@x,'-,few`)
    const again = written('b.csv', saved.replace('many', '3').replace('few', '4'))
    await bringIn(again, { entity: 'company', columns: ['name', 'phone', 'employees', null] })
    expect(rows('select name, phone from companies order by name')).toEqual([
      { name: '=1+1', phone: '+86 139' },
      { name: '@x', phone: null },
    ])
  })

  test('are never written over the file they come from', async () => {
    const file = written('a.csv', 'Name,Employees\nA,many\n')
    const plan = await planOf(file, { entity: 'company', columns: ['name', 'employees'] })
    expect(await refusalOf('imports.saveRefused', { file, plan, target: file })).toBe('invalid_input imports.target.is_source')
    expect(await refusalOf('imports.saveRefused', { file, plan, target: join(folder, 'no', 'x.csv') })).toBe(
      'unavailable imports.target.unwritable',
    )
    expect(readFileSync(file, 'utf8')).toBe('Name,Employees\nA,many\n')
  })
})

describe('what cannot be imported says so in a sentence', () => {
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0])
  const oldOffice = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const utf32 = Uint8Array.from([...'a,b\n'].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0]))
  const picture = Uint8Array.from({ length: 400 }, (_, place) => (place * 37) % 256)

  test.each([
    ['empty.csv', '', 'imports.file.empty'],
    ['blank.csv', '\n \n,,\n', 'imports.file.empty'],
    ['headings.csv', 'Name,Phone\n', 'imports.file.headings_only'],
    ['workbook.csv', zip, 'imports.file.excel'],
    ['old-workbook.csv', oldOffice, 'imports.file.excel'],
    ['paper.csv', '%PDF-1.7\n', 'imports.file.pdf'],
    ['page.xls', '<html><table><tr><td>a', 'imports.file.web_page'],
    ['cards.csv', 'BEGIN:VCARD\nVERSION:3.0', 'imports.file.vcard'],
    ['picture.csv', picture, 'imports.file.not_text'],
    ['wide.csv', utf32, 'imports.file.not_text'],
    ['columns.csv', `${'a,'.repeat(600)}b\n1`, 'imports.file.too_many_columns'],
    ['quote.csv', 'Name,Note\nA,x\nB,"open\nC,y\n', 'imports.file.quote_open'],
  ])('%s', async (name, content, messageKey) => {
    const reply = await app.call('imports.inspect', { file: written(name, content) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', messageKey } })
    expect(isMessageKey(messageKey)).toBe(true)
  })

  test('a missing file, and a folder', async () => {
    expect(await refusalOf('imports.inspect', { file: join(folder, 'no.csv') })).toBe('unavailable imports.file.gone')
    expect(await refusalOf('imports.inspect', { file: folder })).toBe('invalid_input imports.file.folder')
  })

  test('a quotation mark that never closes is named by its row', async () => {
    const reply = await app.call('imports.inspect', { file: written('q.csv', 'Name,Note\nA,x\nB,"open\nC,y\n') })
    expect(reply).toMatchObject({ error: { params: { row: 3 } } })
  })

  test('an encoding that the file does not have', async () => {
    const dialect = { encoding: 'utf-8', delimiter: ',' } as const
    expect(await refusalOf('imports.inspect', { file: fixture('companies-gb18030.csv'), dialect })).toBe(
      'invalid_input imports.file.encoding_wrong',
    )
  })

  test('a plan that does not fit', async () => {
    const file = written('a.csv', 'Name,Phone\nA,1\n')
    const plan = await planOf(file, { entity: 'company' })
    const run = (changes: Partial<ImportPlan>) => refusalOf('imports.run', { file, plan: { ...plan, ...changes } })
    expect(await run({ columns: ['name', 'name'] })).toBe('invalid_input imports.plan.field_twice')
    expect(await run({ columns: ['name', 'stageName'] })).toBe('invalid_input imports.plan.unknown_field')
    expect(await run({ columns: [null, null] })).toBe('invalid_input imports.plan.nothing')
    expect(await run({ columns: ['name'] })).toBe('conflict imports.file.changed')
  })

  test('someone who may only read may not import', async () => {
    const reader = { ...app.owner, rights: ['customers.view'] }
    const reply = await app.call('imports.inspect', { file: fixture('deals.tsv') }, reader)
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

describe('odd rows', () => {
  test('short rows are filled, long rows refused, blank rows passed over and counted', async () => {
    const file = written('a.csv', 'Company,Phone,City\n\nA\nB,1,Köln,extra\n,,\nC,2,Ulm,,\n')
    const preview = await app.ask('imports.preview', { file, plan: await planOf(file) })
    expect(preview).toMatchObject({ rows: 3, accepted: 2, refused: 1 })
    expect(preview.problems).toMatchObject([{ row: 4, messageKey: 'imports.row.too_many_cells', value: 'extra' }])
    expect(preview.sample.map(({ row, cells }) => [row, ...cells])).toEqual([
      [3, 'A', null, null],
      [6, 'C', '2', 'Ulm'],
    ])
  })

  test('headings may be missing or stand twice', async () => {
    const { plan } = await app.ask('imports.inspect', { file: written('a.csv', 'Company,,Phone,Phone\nA,x,1,2\n') })
    expect(plan.columns).toEqual(['name', null, 'phone', null])
  })

  test('a column without values gives way to one that has some', async () => {
    const { plan } = await app.ask('imports.inspect', { file: written('a.csv', 'Company,Mobile,Phone\nA,,1\n') })
    expect(plan.columns).toEqual(['name', null, 'phone'])
  })

  test('300 columns and a line that names the separator are read', async () => {
    const headings = ['Company', ...Array.from({ length: 299 }, (_, column) => `x${column}`)].join(';')
    const file = written('a.csv', `sep=;\n${headings}\nA${';1'.repeat(299)}\n`)
    expect(await app.ask('imports.inspect', { file })).toMatchObject({ rows: 1, plan: { dialect: { delimiter: ';' } } })
  })

  test('a quotation mark inside a quoted cell refuses its row only', async () => {
    const file = written('a.csv', 'Company,Note\n"A" b "c",x\nD,y\n')
    expect(await keysOf(file)).toEqual(['2 imports.row.quote_broken'])
    expect((await bringIn(file)).result).toMatchObject({ created: 1, refused: 1 })
  })

  test('warnings never hide a refusal', async () => {
    const lines = Array.from({ length: 700 }, (_, row) => `Firm ${row},a@`)
    const file = written('a.csv', `Company,Email\n${lines.join('\n')}\n,b@c.de\n`)
    const preview = await app.ask('imports.preview', { file, plan: await planOf(file) })
    expect(preview.problemCount).toBe(701)
    expect(preview.problems).toHaveLength(500)
    expect(preview.problems[0]).toMatchObject({ row: 702, messageKey: 'imports.row.without_name' })
  })
})
