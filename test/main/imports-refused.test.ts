// What an import does not take: rows that stay out, odd rows, and files that cannot be imported at all.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isMessageKey } from '#shared/messages.ts'
import type { ImportPlan } from '#shared/imports/import.ts'
import {
  ask,
  bringIn,
  call,
  fixture,
  keysOf,
  personWith,
  place,
  planOf,
  refusalOf,
  rows,
  written,
  setUpImportDesk,
} from '../support/import-desk.ts'

setUpImportDesk()

describe('the rows that stayed out', () => {
  test('are saved with their reasons, can be mended and come in', async () => {
    const file = fixture('deals.tsv')
    const plan = await planOf(file)
    const target = place('refused.csv')
    expect(await ask('imports.saveRefused', { file, plan, target })).toEqual({ rows: 3 })

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
    const target = place('refused.csv')
    await ask('imports.saveRefused', {
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
    expect(await refusalOf('imports.saveRefused', { file, plan, target: place('no', 'x.csv') })).toBe(
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
    const reply = await call('imports.inspect', { file: written(name, content) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input', messageKey } })
    expect(isMessageKey(messageKey)).toBe(true)
  })

  test('a missing file, and a folder', async () => {
    expect(await refusalOf('imports.inspect', { file: place('no.csv') })).toBe('unavailable imports.file.gone')
    expect(await refusalOf('imports.inspect', { file: place() })).toBe('invalid_input imports.file.folder')
  })

  test('a quotation mark that never closes is named by its row', async () => {
    const reply = await call('imports.inspect', { file: written('q.csv', 'Name,Note\nA,x\nB,"open\nC,y\n') })
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
    const reader = personWith('customers.view')
    const reply = await call('imports.inspect', { file: fixture('deals.tsv') }, reader)
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

describe('odd rows', () => {
  test('short rows are filled, long rows refused, blank rows passed over and counted', async () => {
    const file = written('a.csv', 'Company,Phone,City\n\nA\nB,1,Köln,extra\n,,\nC,2,Ulm,,\n')
    const preview = await ask('imports.preview', { file, plan: await planOf(file) })
    expect(preview).toMatchObject({ rows: 3, accepted: 2, refused: 1 })
    expect(preview.problems).toMatchObject([{ row: 4, messageKey: 'imports.row.too_many_cells', value: 'extra' }])
    expect(preview.sample.map(({ row, cells }) => [row, ...cells])).toEqual([
      [3, 'A', null, null],
      [6, 'C', '2', 'Ulm'],
    ])
  })

  test('headings may be missing or stand twice', async () => {
    const { plan } = await ask('imports.inspect', { file: written('a.csv', 'Company,,Phone,Phone\nA,x,1,2\n') })
    expect(plan.columns).toEqual(['name', null, 'phone', 'phone2'])
  })

  test('a column without values gives way to one that has some', async () => {
    const { plan } = await ask('imports.inspect', { file: written('a.csv', 'Company,Mobile,Phone\nA,,1\n') })
    expect(plan.columns).toEqual(['name', null, 'phone'])
  })

  test('300 columns and a line that names the separator are read', async () => {
    const headings = ['Company', ...Array.from({ length: 299 }, (_, column) => `x${column}`)].join(';')
    const file = written('a.csv', `sep=;\n${headings}\nA${';1'.repeat(299)}\n`)
    expect(await ask('imports.inspect', { file })).toMatchObject({ rows: 1, plan: { dialect: { delimiter: ';' } } })
  })

  test('a quotation mark inside a quoted cell refuses its row only', async () => {
    const file = written('a.csv', 'Company,Note\n"A" b "c",x\nD,y\n')
    expect(await keysOf(file)).toEqual(['2 imports.row.quote_broken'])
    expect((await bringIn(file)).result).toMatchObject({ created: 1, refused: 1 })
  })

  test('warnings never hide a refusal', async () => {
    const lines = Array.from({ length: 700 }, (_, row) => `Firm ${row},a@`)
    const file = written('a.csv', `Company,Email\n${lines.join('\n')}\n,b@c.de\n`)
    const preview = await ask('imports.preview', { file, plan: await planOf(file) })
    expect(preview.problemCount).toBe(701)
    expect(preview.problems).toHaveLength(500)
    expect(preview.problems[0]).toMatchObject({ row: 702, messageKey: 'imports.row.without_name' })
  })
})
