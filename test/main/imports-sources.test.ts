// Several sources feed one office: the stronger one is believed, an import is taken back days later, and a mapping is remembered.
import { describe, expect, test } from 'vitest'
import { asFields, ask, bringIn, call, csv, planOf, rows, rowsOf, setUpImportDesk, twoFirms } from '../support/import-desk.ts'

setUpImportDesk('en')

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

  test('a field can have an order of its own, until it is taken back', async () => {
    const erp = await source('ERP', 10)
    const web = await source('Web form', 20)
    await bringIn(csv('erp.csv', 'Company name,City,Website', 'Acme,Kiel,erp.example'), withSource(erp))
    const file = csv('web.csv', 'Company name,City,Website', 'Acme,Ulm,web.example')
    const keptFields = async () => (await rowsOf(file, withSource(web)))[0]?.changes.map(({ field, keptBy }) => [field, keptBy])

    await ask('imports.moveSource', { id: web, beforeId: erp, field: 'company.website' })
    expect(await keptFields()).toEqual([
      ['website', null],
      ['city', 'ERP'],
    ])
    await ask('imports.forgetOrder', { field: 'company.website' })
    expect(await keptFields()).toEqual([
      ['website', 'ERP'],
      ['city', 'ERP'],
    ])
    expect(await call('imports.moveSource', { id: web, beforeId: erp, field: 'company.tags' })).toMatchObject({
      error: { messageKey: 'imports.source.field' },
    })
  })

  test('sources are put in order, what is typed by hand among them, and one undo puts them back', async () => {
    const [erp, web, fair] = [await source('ERP', 10), await source('Web form', 10), await source('Fair', 20)]
    const order = async () => (await ask('imports.sources', {})).map(({ id, rank }) => [id, rank])
    expect(await order()).toEqual([
      ['hand', 0],
      [erp, 10],
      [web, 10],
      [fair, 20],
    ])

    const moved = await call('imports.moveSource', { id: 'hand', beforeId: null })
    expect(await order()).toEqual([
      [erp, 0],
      [web, 0],
      [fair, 10],
      ['hand', 20],
    ])
    await ask('imports.moveSource', { id: fair, beforeId: web })
    expect(await order()).toEqual([
      [erp, 0],
      [fair, 10],
      [web, 20],
      ['hand', 30],
    ])
    await call('history.undo', { operation: moved.ok ? moved.operation : '' })
    expect((await order()).map(([id]) => id)).toContain(fair)
  })

  test('a source is renamed and keeps its strength; a newcomer stands behind all, in every field', async () => {
    const erp = await source('ERP', 10)
    await ask('imports.moveSource', { id: erp, beforeId: 'hand', field: 'contact.phone' })
    const renamed = await ask('imports.saveSource', { source: { id: erp, name: 'Accounting' } })
    const fair = await ask('imports.saveSource', { source: { id: null, name: 'Fair' } })
    expect(renamed).toMatchObject({ name: 'Accounting', rank: 10, priorities: { 'contact.phone': 0 } })
    expect(fair).toMatchObject({ rank: 20, priorities: { 'contact.phone': 20 } })
    expect(await call('imports.saveSource', { source: { id: fair.id, name: 'Accounting' } })).toMatchObject({
      error: { messageKey: 'imports.source.taken' },
    })
  })

  test('a source is removed as long as nothing comes from it', async () => {
    const [erp, web] = [await source('ERP', 10), await source('Web form', 20)]
    const { result } = await bringIn(csv('erp.csv', 'Company name,City', 'Acme,Kiel'), withSource(erp))
    const refused = await call('imports.removeSource', { id: erp })
    await ask('imports.removeSource', { id: web })
    expect(refused).toMatchObject({
      error: { messageKey: 'imports.source.used', params: { name: 'ERP', imports: 1, mappings: 0 } },
    })
    await ask('imports.takeBack', { id: result.importId })
    await ask('imports.removeSource', { id: erp })
    expect((await ask('imports.sources', {})).map(({ id }) => id)).toEqual(['hand'])
  })
})

describe('taking back', () => {
  test('days later overwritten values return, and what was edited since is kept and listed', async () => {
    await bringIn(twoFirms())
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

  test('one that was renamed or removed is known under its new name, or not any more', async () => {
    const file = csv('export.csv', 'Kunde,Ort,Feld 7', 'Acme,Kiel,x')
    const plan = await planOf(file, asFields('name', 'city', 'industry'))
    const { id } = await ask('imports.saveMapping', { files: [file], mapping: { id: null, name: 'Old', plan } })

    await ask('imports.renameMapping', { id, name: 'Warenwirtschaft' })
    expect((await ask('imports.inspect', { files: [file] })).mapping).toMatchObject({ id, name: 'Warenwirtschaft' })
    await ask('imports.removeMapping', { id })
    expect((await ask('imports.inspect', { files: [file] })).mapping).toBeNull()
    expect(await call('imports.renameMapping', { id, name: 'Again' })).toMatchObject({
      error: { messageKey: 'imports.mapping.gone' },
    })
  })
})
