// Lists of words that other tables point to hold no records: nothing is proposed for them, and it is said so.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, call, csv, fatesOf, planOf, rows, setUpImportDesk } from '../support/import-desk.ts'

setUpImportDesk('zh-CN')

const lookedAt = async (...files: readonly string[]) => {
  const { plan, tables } = await ask('imports.inspect', { files: [...files] })
  return {
    entities: plan?.tables.map(({ entity }) => entity) ?? null,
    warnings: tables.map(({ warnings }) => warnings.map(({ messageKey }) => messageKey)),
  }
}

describe('a list of words', () => {
  test.each([
    ['units', '编号,单位', '1,个', '2,箱'],
    ['categories', '分类编号,分类名称', '1,食品', '2,饮料'],
    ['categories with pictures', 'categoryID,categoryName,description', '1,Beverages,Soft drinks', '2,Condiments,Sweet sauces'],
    ['counties', 'code,name', 'AVN,Avon', 'BDF,Bedfordshire'],
    ['areas', '代码,名称', '110101,东城区', '110102,西城区'],
    ['states', 'ID,Name,Description', '1,Open,is open', '2,Closed,is closed'],
    ['branches', '行业', '软件', '物流'],
    ['currencies', 'currency,rate', 'USD,7.1', 'EUR,7.8'],
    ['regions', 'regionID,regionDescription', '1,Eastern', '2,Western'],
  ])('of %s is nothing to take in', async (_of, ...lines) => {
    expect(await lookedAt(csv('list.csv', ...lines))).toEqual({ entities: null, warnings: [['imports.table.nothing']] })
  })

  test('stays out beside a list of customers', async () => {
    const files = [csv('customers.csv', '客户名称,电话', '甲公司,0571-88001234'), csv('units.csv', '编号,单位', '1,个', '2,箱')]

    expect(await lookedAt(...files)).toEqual({ entities: ['company'], warnings: [[], ['imports.table.nothing']] })
    expect(fatesOf((await bringIn(files)).result.tables)).toEqual(['new 1'])
  })

  test('comes in all the same where the user says what it is, and by a saved mapping from then on', async () => {
    const file = csv('list.csv', 'code,name', 'AVN,Avon', 'BDF,Bedfordshire')
    const { plan } = await ask('imports.inspect', { files: [file], entity: 'product' })
    if (plan === null) throw new Error('No plan is proposed.')
    expect((await call('imports.saveMapping', { files: [file], mapping: { id: null, name: '产品', plan } })).ok).toBe(true)

    expect((await planOf(file)).tables.map(({ entity }) => entity)).toEqual(['product'])
    await bringIn(file)
    expect(rows('select code, name from products order by no')).toEqual([
      { code: 'AVN', name: 'Avon' },
      { code: 'BDF', name: 'Bedfordshire' },
    ])
  })
})

describe('a list of little that holds records', () => {
  test.each([
    ['firms by how they are called', 'company', '名称', '杭州西湖科技有限公司', '宁波港务公司'],
    ['firms without a heading', 'company', 'Nordlicht GmbH', 'Acme Inc.', 'Beta Ltd'],
    ['customers', 'company', '客户', '甲', '乙'],
    ['people', 'contact', '姓名', '张三', '李四'],
    ['people by how they are called', 'contact', 'Name', 'Anna Berg', 'Tom Lee'],
    ['names and numbers', 'contact', 'Name,Phone', 'Anna,+49 40 123456', 'Tom,+49 40 123457'],
    ['products', 'product', '产品名称', '苹果', '梨'],
    ['products with prices', 'product', '名称,编码,单价', '苹果,A1,5.5', '梨,A2,6'],
  ])('%s', async (_what, entity, ...lines) => {
    expect((await lookedAt(csv('list.csv', ...lines))).entities).toEqual([entity])
  })
})
