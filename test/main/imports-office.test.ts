// An import keeps to what the office has set up: its own fields, its rules, its rights, and leaves nothing behind when it is given up.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  ask,
  bringIn,
  call,
  csv,
  fatesOf,
  keysOf,
  personWith,
  place,
  planOf,
  previewed,
  refusalOf,
  rows,
  setUpImportDesk,
  written,
} from '../support/import-desk.ts'

setUpImportDesk('en')

const ownField = async (given: {
  entity: 'company' | 'deal'
  name: string
  type: 'text' | 'choice' | 'boolean' | 'day'
  isRequired?: boolean
  choices?: { name: string }[]
}): Promise<string> => {
  const reply = await call('customFields.create', given)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return (reply.data as { key: string }).key
}

describe("the office's own fields", () => {
  test('a column that is called as one goes there', async () => {
    await ownField({ entity: 'company', name: 'Cost centre', type: 'text' })
    await ownField({ entity: 'company', name: 'Audited', type: 'boolean' })
    const file = csv('own.csv', 'Company name,Cost centre,Audited', 'Acme,0042,yes', 'Bolt,0043,否')

    await bringIn(file)

    expect(rows('select name, custom from companies order by name').map((row) => Object.values(row as object).join(' '))).toEqual(
      [expect.stringMatching(/^Acme .*"0042"/u), expect.stringMatching(/^Bolt .*"0043"/u)],
    )
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 2'])
  })

  test('a number that a spreadsheet shortened is pointed out and never stored', async () => {
    await ownField({ entity: 'company', name: 'Account', type: 'text' })
    const file = csv('accounts.csv', 'Company name,Account', 'Acme,6.22202E+18', 'Bolt,330106199001011234')

    const keys = await keysOf(file)
    await bringIn(file)

    expect(keys).toEqual(['2 imports.code.shortened'])
    expect(rows('select custom from companies order by name').map((row) => JSON.stringify(row))).toEqual([
      expect.not.stringContaining('E+18'),
      expect.stringContaining('330106199001011234'),
    ])
  })

  test('lifecycle stages of another program that the office does not know are left out, not refused', async () => {
    const file = csv('hub.csv', 'Company name,Lifecycle Stage', 'Acme,Subscriber', 'Bolt,Evangelist')

    const { tables } = await planOf(file)

    expect(tables[0]?.columns.map(({ field }) => field)).toEqual(['name', null])
  })

  test('what the office requires is required of a row, and of a firm that a row only names', async () => {
    await ownField({ entity: 'company', name: 'Cost centre', type: 'text', isRequired: true })

    expect(await keysOf(csv('firms.csv', 'Company name,Cost centre', 'Acme,0042', 'Bolt,'))).toEqual(['3 imports.own.required'])
    expect(await keysOf(csv('people.csv', 'Name,Company', 'Anna Berg,Neu GmbH'))).toEqual(['2 imports.reference.incomplete'])
  })
})

describe('what is refused', () => {
  test('comes out as a file with the reasons, which can be mended and imported', async () => {
    const file = csv('deals.csv', 'Deal name,Company,Amount', 'Roof,Acme,1200', 'Wall,Acme,twelve', 'Door,Acme,=1+1')
    const plan = await planOf(file)

    const { rows: saved } = await ask('imports.saveRows', {
      files: [file],
      plan,
      table: 0,
      fates: ['refused'],
      target: place('rest.csv'),
    })

    expect(saved).toBe(2)
    expect(readFileSync(place('rest.csv'), 'utf8')).toContain('Wall,Acme,twelve,Amount: “twelve” is not an amount.')
    expect(readFileSync(place('rest.csv'), 'utf8')).toContain("'=1+1")
    expect(await refusalOf('imports.saveRows', { files: [file], plan, table: 0, fates: ['refused'], target: file })).toBe(
      'invalid_input imports.target.is_source',
    )
  })

  test('an import without a right, without a column, or of a file that changed', async () => {
    const file = csv('firms.csv', 'Company name,City', 'Acme,Kiel')
    const plan = await planOf(file)
    const none = {
      ...plan,
      tables: plan.tables.map((table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, field: null })) })),
    }

    expect(await call('imports.run', { files: [file], plan }, personWith('companies.view'))).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
    expect(await refusalOf('imports.preview', { files: [file], plan: none })).toBe('invalid_input imports.plan.nothing')
    csv('firms.csv', 'Company name,City,Phone', 'Acme,Kiel,1234567')
    expect(await refusalOf('imports.preview', { files: [file], plan })).toBe('conflict imports.file.changed')
  })
})

describe('names of other records', () => {
  test('a deal finds its firm by code and its person by e-mail, and makes who is missing', async () => {
    await bringIn(csv('firms.csv', 'Company name,Customer ID', 'Acme,K-1'))
    await bringIn(csv('people.csv', 'Name,E-mail,Company', 'Anna Berg,anna@example.com,Acme'))

    await bringIn(
      csv(
        'deals.csv',
        'Deal name,Customer ID,Contact email,Owner,Stage,Amount',
        'Roof,K-1,anna@example.com,Vera Lund,Won,12',
        'Wall,K-1,neu@example.com,Vera Lund,Won,8',
      ),
    )

    expect(
      rows(`select deals.title, companies.name as company, contacts.name as contact, users.name as owner, deals.status from deals
        join companies on companies.id = deals.companyId join contacts on contacts.id = deals.contactId join users on users.id = deals.ownerId order by title`),
    ).toEqual([
      { title: 'Roof', company: 'Acme', contact: 'Anna Berg', owner: 'Vera Lund', status: 'won' },
      { title: 'Wall', company: 'Acme', contact: 'neu', owner: 'Vera Lund', status: 'won' },
    ])
  })

  test('a parent may stand below its daughter, and nobody is made twice', async () => {
    const file = csv('group.csv', 'Company name,Parent company,City', 'Tochter GmbH,Mutter AG,Ulm', 'Mutter AG,,Kiel')

    const { result } = await bringIn(file)

    expect(fatesOf(result.tables)).toEqual(['new 2'])
    expect(result.tables[0]?.made.companies).toBe(0)
    expect(
      rows('select c.name, p.name as parent from companies c left join companies p on p.id = c.parentId order by c.name'),
    ).toEqual([
      { name: 'Mutter AG', parent: null },
      { name: 'Tochter GmbH', parent: 'Mutter AG' },
    ])
    expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 2'])
  })

  test('activities come onto the narrowest record that their row names', async () => {
    await bringIn(csv('people.csv', 'Name,E-mail,Company', 'Anna Berg,anna@example.com,Acme'))
    const file = csv(
      'calls.csv',
      'Type,Subject,Contact email,Company,Date,Duration',
      '电话,Offer,anna@example.com,Acme,2026-02-01 09:30,12',
    )

    await bringIn(file, (plan) => ({ ...plan, tables: plan.tables.map((table) => ({ ...table, entity: 'activity' as const })) }))

    expect(rows('select kind, title, recordType, durationMinutes, happenedAt from activities')).toEqual([
      { kind: 'call', title: 'Offer', recordType: 'contact', durationMinutes: 12, happenedAt: '2026-02-01T01:30:00.000Z' },
    ])
  })
})

test('a calendar comes in on the clock of the office, and once', async () => {
  const file = written(
    'plan.ics',
    [
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Test//EN',
        'BEGIN:VEVENT',
        'UID:1@example.com',
        'DTSTAMP:20260101T000000Z',
      ],
      ...['DTSTART:20260310T010000Z', 'DTEND:20260310T020000Z', 'SUMMARY:Visit', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n'),
  )

  await bringIn(file)

  expect(rows('select kind, title, dueOn, dueTime from activities')).toEqual([
    { kind: 'meeting', title: 'Visit', dueOn: '2026-03-10', dueTime: '09:00' },
  ])
  expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 1'])
})

test('several hundred columns, two of them alike', async () => {
  const wide = csv(
    'wide.csv',
    ['Company name', 'City', 'City', ...Array.from({ length: 300 }, (_, place) => `Field ${place}`)].join(','),
    ['Acme', 'Kiel', 'Ulm', ...Array.from({ length: 300 }, () => 'x')].join(','),
  )

  const { tables } = await ask('imports.inspect', { files: [wide] })
  await bringIn(wide)

  expect(tables[0]?.columns.length).toBe(303)
  expect(rows('select city from companies')).toEqual([{ city: 'Kiel' }])
})

test('the counts of a preview are those of the import', async () => {
  const file = csv('mixed.csv', 'Company name,Employees', 'Acme,12', 'Acme,12', 'Acme,13', 'Bolt,many', 'Cord,7')

  const before = await previewed(file)
  const done = await bringIn(file)

  expect(done.result.tables[0]?.counts).toEqual(before.tables[0]?.counts)
  expect(before.tables[0]?.counts).toEqual({ new: 2, update: 0, unchanged: 1, duplicate: 1, refused: 1, skipped: 0 })
})
