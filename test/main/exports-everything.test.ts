// Everything taken out, and back into an empty workspace: nothing may be lost on the way.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registry, type TableName } from '#main/db/registry/tables.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let folder: string
beforeEach(async () => {
  app = await createTestApp({ language: 'zh-CN' })
  folder = mkdtempSync(join(tmpdir(), 'kith-all-'))
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true })
})

const tables = Object.keys(registry) as TableName[]
const HOSTILE = '=HYPERLINK("http://x") "quoted", 逗号，\t𠮷野家 😀'

/** Records of every kind, archived ones, custom fields, files, and names that break careless files. */
const fill = async (): Promise<{ readonly fileText: string }> => {
  await app.ask('samples.create', { language: 'zh-CN' })
  const grade = await app.ask('customFields.create', { entity: 'company', name: 'createdAt', type: 'text' })
  const lines = await app.ask('customFields.create', { entity: 'company', name: '负责 "部门"', type: 'user' })
  const me = app.owner.userId ?? ''
  const company = await app.ask('companies.create', {
    ...{ name: HOSTILE, description: 'one\ntwo, "three"\n', phone: '+86 138 0000 1111', creditCode: '0571' },
    custom: { [grade.key]: '007', [lines.key]: me },
  })
  const gone = await app.ask('companies.create', { name: 'Gone' })
  await app.ask('companies.archive', { id: gone.id })
  const undone = await app.call('companies.create', { name: 'Never' })
  await app.ask('history.undo', { operation: (undone.ok && undone.operation) || '' })
  await app.ask('tickets.create', { subject: 'Broken', companyId: company.id })
  const fileText = 'the content of a file\n'
  writeFileSync(join(folder, '报价 #1.txt'), fileText)
  const onCompany = { recordType: 'company', recordId: company.id } as const
  await app.ask('attachments.add', { ...onCompany, activityId: null, files: [join(folder, '报价 #1.txt')] })
  await app.ask('favourites.add', onCompany)
  return { fileText }
}

const out = () => join(folder, 'Kith 2026-03-02')
const exported = () => app.ask('exports.everything', { target: out() })

type Row = Readonly<Record<string, unknown>>
/** Every row of a table but those whose creation was undone, without what belongs to one file only. */
const rowsOf = (from: TestApp, table: TableName): Row[] =>
  from.writer.raw
    .prepare<[], Row>(`SELECT * FROM ${table} WHERE archivedReason IS NOT 'undone' ORDER BY no`)
    .all()
    .map(({ no: _no, ver: _ver, cells: _cells, updatedAt: _updatedAt, ...row }) => row)

const inEmptyWorkspace = async <Value>(work: (target: TestApp) => Promise<Value>): Promise<Value> => {
  const target = await createTestApp({ language: 'en', workspaceId: '01900000-0000-7000-8000-0000000000ff' })
  try {
    return await work(target)
  } finally {
    target.close()
  }
}

describe('an export of everything', () => {
  test('has a file for every table with all of its rows, and describes each column in both languages', async () => {
    await fill()
    const done = await exported()
    const description = JSON.parse(readFileSync(join(out(), 'datapackage.json'), 'utf8')) as {
      resources: { path: string; title: string; schema: { fields: { name: string; title: string; description: string }[] } }[]
    }

    expect(done.tables).toBe(tables.length)
    expect(description.resources.map(({ path }) => path).toSorted()).toEqual(tables.map((table) => `${table}.csv`).toSorted())
    for (const table of tables) {
      const { data } = Papa.parse<string[]>(readFileSync(join(out(), `${table}.csv`), 'utf8').trimEnd())
      expect(data.length - 1, table).toBe(rowsOf(app, table).length)
      expect(data[0], table).toEqual(
        description.resources.find(({ path }) => path === `${table}.csv`)?.schema.fields.map(({ name }) => name),
      )
    }
    const undescribed = description.resources.flatMap(({ path, title, schema }) => [
      ...(title.includes(' / ') ? [] : [path]),
      ...schema.fields.filter(({ title: words }) => !/\p{Script=Han}/u.test(words)).map(({ name }) => `${path} ${name}`),
    ])
    expect(undescribed).toEqual([])
  })

  test('says in both languages what it is, and holds the files as they were', async () => {
    const { fileText } = await fill()
    const done = await exported()
    const files = readdirSync(join(out(), 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

    expect(done).toMatchObject({ name: 'Kith 2026-03-02', files: 1, missing: [] })
    expect(files.map(({ name }) => name)).toEqual(['报价 #1.txt'])
    expect(readFileSync(join(files[0]?.parentPath ?? '', files[0]?.name ?? ''), 'utf8')).toBe(fileText)
    expect(readFileSync(join(out(), 'README.txt'), 'utf8')).toMatch(/history of changes[\s\S]*修改历史/u)
  })

  test('tells which file is lost, and takes out everything else', async () => {
    await fill()
    await app.attachments.sweep([], Number.MAX_SAFE_INTEGER)
    expect(await exported()).toMatchObject({ files: 0, missing: ['报价 #1.txt'] })
  })

  test('does not touch what is in its place already', async () => {
    await exported()
    expect(await app.call('exports.everything', { target: out() })).toMatchObject({
      error: { messageKey: 'exports.folderTaken' },
    })
    expect(readdirSync(folder)).toEqual(['Kith 2026-03-02'])
  })
})

describe('taken into an empty workspace', () => {
  test('every row of every table is there again, archived ones and files too', async () => {
    const { fileText } = await fill()
    await exported()
    await inEmptyWorkspace(async (target) => {
      const about = await target.ask('exports.inspect', { source: out() })
      const me = about.people.find(({ name }) => name === 'Anna Berg')?.id ?? null
      const done = await target.ask('exports.restore', { source: out(), asUserId: me })

      expect(done.files).toBe(1)
      const natural = [
        'settings',
        'companyContacts',
        'recordTags',
        'favourites',
        'activityLinks',
        'layouts',
        'calendarDays',
        'notDuplicates',
      ]
      for (const table of tables) {
        const isNatural = natural.includes(table)
        const plain = (row: Row): Row => ({
          ...row,
          ...(isNatural ? { id: null } : {}),
          ...(table === 'settings' ? { createdAt: null } : {}),
        })
        const there = rowsOf(target, table).filter(({ archivedReason }) => archivedReason !== 'merged')
        expect(there.map(plain), table).toEqual(rowsOf(app, table).map(plain))
      }
      const [hash] = target.writer.raw.prepare<[], { hash: string }>('SELECT hash FROM attachments').all()
      const content = await target.attachments.open(hash?.hash ?? '')
      expect(Buffer.from(await content.read(0, 1000)).toString()).toBe(fileText)
      await content.close()
    })
  })

  test('it is found, shown in lists, and gives no number twice', async () => {
    await fill()
    await exported()
    const numbers = (await app.ask('lists.page', { entity: 'tickets', columns: ['number'] })).rows.map(
      ({ cells }) => cells['number'],
    )
    await inEmptyWorkspace(async (target) => {
      await target.ask('exports.restore', { source: out() })
      const { rows } = await target.ask('lists.page', { entity: 'companies', columns: ['name'], text: '𠮷野家' })
      const ticket = await target.ask('tickets.create', { subject: 'New' })
      expect(rows.map(({ title }) => title)).toEqual([HOSTILE.replace('\t', ' ')])
      expect(numbers).not.toContain(ticket.number)
    })
  })

  test('exported once more it is the same', async () => {
    await fill()
    await exported()
    await inEmptyWorkspace(async (target) => {
      const { people } = await target.ask('exports.inspect', { source: out() })
      await target.ask('exports.restore', { source: out(), asUserId: people[0]?.id ?? null })
      await target.ask('exports.everything', { target: join(folder, 'again') })
      for (const table of ['companies', 'contacts', 'deals', 'tickets', 'activities', 'contactPoints', 'customFields'])
        expect(withoutTimes(join(folder, 'again', `${table}.csv`)), table).toEqual(withoutTimes(join(out(), `${table}.csv`)))
    })
  })

  test('all of it is one step that can be taken back', async () => {
    await fill()
    await exported()
    await inEmptyWorkspace(async (target) => {
      const reply = await target.call('exports.restore', { source: out(), asUserId: null })
      await target.ask('history.undo', { operation: (reply.ok && reply.operation) || '' })
      expect(await target.ask('lists.count', { entity: 'companies' })).toEqual({ count: 0 })
    })
  })

  test('a workspace that holds something is left alone', async () => {
    await exported()
    await app.ask('companies.create', { name: 'Acme' })
    const reply = await app.call('exports.restore', { source: out() })
    expect(reply).toMatchObject({ ok: false, error: { code: 'conflict', messageKey: 'exports.restore.notEmpty' } })
  })
})

describe('a folder that is not right is refused, and nothing comes in', () => {
  const refusal = async (change: (copy: string) => void) => {
    await fill()
    await exported()
    const copy = join(folder, 'copy')
    cpSync(out(), copy, { recursive: true })
    change(copy)
    return inEmptyWorkspace(async (target) => {
      const reply = await target.call('exports.restore', { source: copy })
      expect(await target.ask('lists.count', { entity: 'companies' })).toEqual({ count: 0 })
      return reply.ok ? null : { key: reply.error.messageKey, ...reply.error.params }
    })
  }
  const edit = (path: string, from: string | RegExp, to: string): void =>
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

  test('where a cell is no value of its column, with file, row and column', async () => {
    const said = await refusal((copy) => edit(join(copy, 'stages.csv'), /,(\d+),won/u, ',viel,won'))
    expect(said).toMatchObject({ key: 'exports.restore.badCell', file: 'stages.csv', column: 'probability', value: 'viel' })
  })

  test('where rows are missing', async () => {
    const said = await refusal((copy) => {
      const path = join(copy, 'tickets.csv')
      writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(0, -1).join('\r\n')}\r\n`)
    })
    expect(said).toMatchObject({ key: 'exports.restore.rowsMissing', file: 'tickets.csv' })
  })

  test('where a file was changed', async () => {
    const said = await refusal((copy) => {
      const [file] = readdirSync(join(copy, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      writeFileSync(join(file?.parentPath ?? '', file?.name ?? ''), 'changed')
    })
    expect(said).toMatchObject({ key: 'exports.restore.badFile', row: 2, name: '报价 #1.txt' })
  })

  test('where it is no export, or one of a newer version', async () => {
    const none = await refusal((copy) => rmSync(join(copy, 'datapackage.json')))
    rmSync(out(), { recursive: true })
    rmSync(join(folder, 'copy'), { recursive: true })
    expect(none).toMatchObject({ key: 'exports.restore.noExport', name: 'copy' })
    expect(existsSync(out())).toBe(false)
  })

  test('where a row holds what no workspace can', async () => {
    const said = await refusal((copy) => {
      const path = join(copy, 'deals.csv')
      const { data } = Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true })
      const changed = data.map((row, index) => (index === 0 ? { ...row, pipelineId: 'x'.repeat(101) } : row))
      writeFileSync(path, `${Papa.unparse(changed, { newline: '\r\n' })}\r\n`)
    })
    expect(said).toMatchObject({ key: 'exports.restore.badRow', file: 'deals.csv' })
  })
})

const withoutTimes = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data.map((row) => ({
    ...row,
    updatedAt: null,
  }))
