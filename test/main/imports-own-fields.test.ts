// Fields of the office's own as targets of an import, and its rules on every row.
import { expect, test } from 'vitest'
import { ask, bringIn, call, keysOf, planOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk()

const customOf = async (name: string) => {
  const [row] = rows<{ id: string }>(`SELECT id FROM companies WHERE name = '${name}'`)
  return (await ask('companies.get', { id: row?.id ?? '' })).custom
}

test('columns that are called like own fields go to them, each read by its type', async () => {
  const grade = await ask('customFields.create', {
    ...{ entity: 'company', name: '等级', type: 'choice', choices: [{ name: '金牌' }, { name: '银牌' }] },
  })
  const likes = await ask('customFields.create', {
    ...{ entity: 'company', name: '喜好', type: 'choices', choices: [{ name: '茶' }, { name: '丝绸' }] },
  })
  const weight = await ask('customFields.create', {
    ...{ entity: 'company', name: '月用量', type: 'number', config: { decimals: 1, unit: 'kg' } },
  })
  const paid = await ask('customFields.create', { entity: 'company', name: '保证金', type: 'money' })
  const visited = await ask('customFields.create', { entity: 'company', name: '参观日', type: 'day' })
  const seen = await ask('customFields.create', { entity: 'company', name: '会面', type: 'moment' })
  const listed = await ask('customFields.create', { entity: 'company', name: '上市', type: 'boolean' })
  const adviser = await ask('customFields.create', { entity: 'company', name: '顾问', type: 'user' })
  const number = await ask('customFields.create', {
    ...{ entity: 'company', name: '客户编号', type: 'autoNumber', config: { prefix: 'KH' } },
  })
  const file = written(
    'a.csv',
    '公司名称,等级,喜好,月用量,保证金,参观日,会面,上市,顾问\n华腾,银牌,"茶、丝绸","1,120.5kg",¥12万,2026年3月5日,2026-03-05 14:30,是,Anna Berg\n',
  )
  expect((await planOf(file)).columns).toEqual([
    ...['name', grade.key, likes.key, weight.key, paid.key, visited.key, seen.key, listed.key, adviser.key],
  ])
  const [sample] = (await ask('imports.preview', { file, plan: await planOf(file) })).sample
  expect(sample?.cells.slice(0, 3)).toEqual(['华腾', '银牌', '茶 · 丝绸'])

  await bringIn(file)
  const [owner] = rows<{ id: string }>("SELECT id FROM users WHERE name = 'Anna Berg'")
  expect(await customOf('华腾')).toEqual({
    [grade.key]: grade.choices[1]?.id,
    [likes.key]: likes.choices.map(({ id }) => id),
    [weight.key]: 1120.5,
    [paid.key]: 120_000_00,
    [visited.key]: '2026-03-05',
    [seen.key]: '2026-03-05T06:30:00.000Z',
    [listed.key]: true,
    [adviser.key]: owner?.id,
    [number.key]: 'KH-A-0001',
  })
})

test('a value that an own field cannot hold keeps its row out, and says why', async () => {
  await ask('customFields.create', { entity: 'company', name: '等级', type: 'choice', choices: [{ name: '金牌' }] })
  await ask('customFields.create', { entity: 'company', name: '承运商', type: 'reference', config: { target: 'company' } })
  await ask('customFields.create', { entity: 'company', name: '月用量', type: 'number', config: { decimals: 0 } })
  const file = written('a.csv', '公司名称,等级,承运商,月用量\nA,铜牌,,\nB,,Nobody,\nC,,,1.5\nD,金牌,,3\n')
  expect(await keysOf(file)).toEqual(['2 imports.own.no_choice', '3 imports.own.not_found', '4 imports.own.unreadable'])
  expect((await bringIn(file)).result).toMatchObject({ created: 1, refused: 3 })
})

test('rows that break a rule of the office stay out, and nothing is made for them', async () => {
  const grade = await ask('customFields.create', { entity: 'company', name: '等级', type: 'text', isRequired: true })
  await ask('fieldRules.create', {
    ...{ entity: 'company', name: '不重复' },
    config: { kind: 'unique', field: grade.key, message: '等级已被使用' },
  })
  await ask('companies.create', { name: '先到', custom: { [grade.key]: 'A' } })
  const file = written('a.csv', '公司名称,等级,负责人\n一,,新同事\n二,A,新同事\n三,B,\n四,b,\n')
  expect(await keysOf(file)).toEqual(['2 imports.own.required', '3 imports.own.rule', '5 imports.own.rule'])
  expect((await bringIn(file)).result).toMatchObject({ created: 1, refused: 3, newPeople: 0 })
})

test('a deal is held to what its stage asks for', async () => {
  const rival = await ask('customFields.create', { entity: 'deal', name: '竞争对手', type: 'text' })
  await ask('fieldRules.create', {
    ...{ entity: 'deal', name: '输单' },
    config: {
      ...{ kind: 'require', field: rival.key },
      when: { join: 'and', items: [{ field: 'status', operator: 'anyOf', values: ['lost'] }] },
    },
  })
  const file = written('d.csv', '商机名称,阶段,竞争对手\n甲,输单,\n乙,输单,对手\n丙,,\n')
  expect(await keysOf(file)).toEqual(['2 imports.own.required'])
})

test('a plan cannot give a column to an automatic number, nor to a field that was removed', async () => {
  const number = await ask('customFields.create', { entity: 'company', name: '编号', type: 'autoNumber' })
  const old = await ask('customFields.create', { entity: 'company', name: '旧', type: 'text' })
  await ask('customFields.remove', { id: old.id })
  const file = written('a.csv', '公司名称,x\nA,1\n')
  for (const key of [number.key, old.key]) {
    const plan = { ...(await planOf(file)), columns: ['name', key] }
    expect(await call('imports.preview', { file, plan })).toMatchObject({ error: { messageKey: 'imports.plan.unknown_field' } })
  }
})
