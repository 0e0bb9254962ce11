// Several sources feed one office: the stronger one is believed, an import is taken back days later, and a mapping is remembered.
import { describe, expect, test } from 'vitest'
import { ask, asFields, bringIn, call, planOf, rows, rowsOf, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('en')

const csv = (name: string, ...lines: readonly string[]): string => written(name, `${lines.join('\n')}\n`)
const firms = () =>
  csv(
    'firms.csv',
    'Company name,Phone,City,Website',
    'Nordlicht GmbH,+49 40 123456,Hamburg,nordlicht.example',
    '西湖科技有限公司,0571-88001234,杭州,',
  )

describe('sources', () => {
  const withSource = (sourceId: string) => (plan: Awaited<ReturnType<typeof planOf>>) => ({ ...plan, sourceId })
  const source = async (name: string, rank: number): Promise<string> =>
    ((await call('imports.saveSource', { source: { id: null, name, rank } })) as { data: { id: string } }).data.id

  test('a weak source does not overwrite a strong one, and fills what is empty', async () => {
    const erp = await source('ERP', 10)
    const web = await source('Web form', 20)
    await bringIn(csv('erp.csv', 'Company name,City', 'Acme,Kiel'), withSource(erp))
    const file = csv('web.csv', 'Company name,City,Phone', 'Acme,Ulm,0731 1234567')

    const [row] = await rowsOf(file, withSource(web))
    await bringIn(file, withSource(web))

    expect(row?.changes).toEqual([
      { field: 'phone', before: null, after: '0731 1234567', keptBy: null },
      { field: 'city', before: 'Kiel', after: 'Ulm', keptBy: 'ERP' },
    ])
    expect(rows('select city, phone from companies')).toEqual([{ city: 'Kiel', phone: '0731 1234567' }])
  })

  test('every value knows where it comes from, also after an undo', async () => {
    const erp = await source('ERP', 10)
    const first = await bringIn(csv('erp.csv', 'Company name,City', 'Acme,Kiel'), withSource(erp))
    const [acme] = rows<{ id: string }>('select id from companies')
    const edit = await call('companies.update', { id: acme?.id, city: 'Ulm' })
    const lineage = async () =>
      (await ask('imports.lineage', { recordType: 'company', id: acme?.id ?? '' })).find(({ field }) => field === 'city')

    expect(first.result.tables[0]?.counts.new).toBe(1)
    expect(await lineage()).toMatchObject({ source: null, fileName: null })
    const history = await ask('history.ofRecord', { table: 'companies', id: acme?.id ?? '' })
    expect(history.map(({ origin }) => origin ?? null)).toEqual([null, { fileName: 'erp.csv', source: 'ERP' }])
    await call('history.undo', { operation: edit.ok ? edit.operation : '' })
    expect(await lineage()).toMatchObject({ source: 'ERP', fileName: 'erp.csv' })
  })
})

describe('taking back', () => {
  test('days later overwritten values return, and what was edited since is kept and listed', async () => {
    await bringIn(firms())
    const { result, operation } = await bringIn(
      csv('later.csv', 'Company name,City,Phone', 'Nordlicht GmbH,Bremen,1234567', 'Südwind KG,Ulm,', 'Ostwind KG,Jena,'),
    )
    const [kept] = rows<{ id: string }>("select id from companies where name = 'Südwind KG'")
    await call('companies.update', { id: kept?.id, phone: '0731 7654321' })
    const [past] = (await ask('imports.past', {})).imports

    const since = await ask('imports.editedSince', { id: result.importId })
    const reply = await call('imports.takeBack', { id: result.importId })

    expect(past).toMatchObject({ id: result.importId, fileName: 'later.csv', operation, isTakenBack: false })
    expect(since).toMatchObject({ total: 1, listed: [{ name: 'Südwind KG', fields: ['phone'] }] })
    expect(reply).toMatchObject({ ok: true, data: { kept: 1 } })
    expect(rows('select name, city, phone from companies where archivedAt is null order by name')).toEqual([
      { name: 'Nordlicht GmbH', city: 'Hamburg', phone: '+49 40 123456' },
      { name: 'Südwind KG', city: 'Ulm', phone: '0731 7654321' },
      { name: '西湖科技有限公司', city: '杭州', phone: '0571-88001234' },
    ])
    expect((await ask('imports.past', {})).imports[0]).toMatchObject({ isTakenBack: true })
  })
})

describe('mappings', () => {
  test('what was saved is proposed for the next file of the same headings', async () => {
    const file = csv('export.csv', 'Kunde,Ort,Feld 7', 'Acme,Kiel,x')
    const plan = await planOf(file, asFields('name', 'city', 'industry'))
    await call('imports.saveMapping', { files: [file], mapping: { id: null, name: 'Warenwirtschaft', plan } })

    const next = await ask('imports.inspect', { files: [csv('export-2.csv', 'Kunde,Ort,Feld 7', 'Bolt,Ulm,y')] })

    expect(next.mapping).toMatchObject({ name: 'Warenwirtschaft' })
    expect(next.plan?.tables[0]?.columns.map(({ field }) => field)).toEqual(['name', 'city', 'industry'])
    expect(next.plan?.mappingId).toBe(next.mapping?.id)
  })
})
