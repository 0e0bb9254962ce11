// Importing companies and contacts as a user does it: look, preview, bring in.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, fixture, keysOf, planOf, rows, written, setUpImportDesk } from '../support/import-desk.ts'

setUpImportDesk()

describe('a file of companies', () => {
  test.each([
    ['companies-utf8.csv', 'utf-8'],
    ['companies-utf8-bom.csv', 'utf-8'],
    ['companies-gb18030.csv', 'gb18030'],
    ['companies-utf16le.csv', 'utf-16le'],
    ['companies-utf16be-no-bom.csv', 'utf-16be'],
  ])('%s is read without a question', async (name, encoding) => {
    const { plan, headings, samples, rows: count } = await ask('imports.inspect', { file: fixture(name) })

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
    expect((await ask('search.find', { text: 'hzyq' })).map(({ title }) => title)).toContain('杭州云栖软件有限公司')
    expect((await ask('search.find', { text: '13800138000' })).map(({ title }) => title)).toContain('宁波海曙贸易有限公司')
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
    await ask('contacts.link', {
      contactId: link?.contactId ?? '',
      companyId: link?.companyId ?? '',
      role: '顾问',
      isPrimary: true,
    })
    expect(rows(`select count(*) as n from companyContacts where contactId = '${link?.contactId}'`)).toEqual([{ n: 1 }])
  })
})
