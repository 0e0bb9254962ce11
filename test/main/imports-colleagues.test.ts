// Colleagues named by a number, which a table of colleagues in the same import explains; tags of orders and products.
import { describe, expect, test } from 'vitest'
import { ask, bringIn, call, fatesOf, planOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('en')

const csv = (name: string, ...lines: readonly string[]): string => written(name, `${lines.join('\n')}\n`)
const employees = () =>
  csv('employees.csv', 'employeeID,lastName,firstName,title,homePhone', '5,Buchanan,Steven,Manager,1', '6,Suyama,Michael,Rep,2')
const orders = (...more: readonly string[]) =>
  csv('orders.csv', 'orderID,customerID,employeeID,orderDate', '10248,VINET,5,2026-03-04', '10249,TOMSP,6,2026-03-05', ...more)
const owners = () =>
  rows(
    'select number, users.name from orders left join users on users.id = ownerId where orders.archivedAt is null order by number',
  )

describe('colleagues by a number', () => {
  test('are found by the table of colleagues beside', async () => {
    const files = [orders(), employees()]
    const { tables } = await planOf(files)
    expect(
      tables.map(({ entity, columns }) => [entity, columns.map(({ field, by }) => (by === 'name' ? field : `${field}:${by}`))]),
    ).toEqual([
      ['user', ['externalId', 'familyName', 'givenName', null, null]],
      ['order', ['number', 'company:code', 'owner:code', 'orderedOn']],
    ])

    const { result } = await bringIn(files)
    expect(fatesOf(result.tables)).toEqual(['new 2', 'new 2'])
    expect(owners()).toEqual([
      { number: '10248', name: 'Steven Buchanan' },
      { number: '10249', name: 'Michael Suyama' },
    ])
    expect(fatesOf((await bringIn(files)).result.tables)).toEqual(['unchanged 2', 'unchanged 2'])

    await call('imports.takeBack', { id: result.importId })
    expect(owners()).toEqual([])
  })

  test('who are not in it are pointed out', async () => {
    const files = [employees(), orders('10250,HANAR,9,2026-03-06')]
    expect(fatesOf((await bringIn(files)).result.tables)).toEqual(['new 2', 'new 2, refused 1'])
    const plan = await planOf(files)
    const { rows: orderRows } = await ask('imports.rows', { files, plan, table: 1, onlyProblems: true })
    expect(orderRows.map(({ row, problems }) => [row, problems[0]?.messageKey])).toEqual([[4, 'imports.reference.not_found']])
  })

  test('stay out of a file that has orders alone', async () => {
    const [order] = (await planOf(orders())).tables
    expect(order?.columns[2]?.field).toBeNull()
    await bringIn(orders())
    expect(owners().length).toBe(2)
  })
})

test('orders and products keep their tags', async () => {
  const shop = csv(
    'orders.csv',
    'Order number,Customer,Order date,Tags',
    'A1,Acme,2026-03-04,"urgent, fair"',
    'A2,Acme,2026-03-05,',
  )
  const goods = csv('products.csv', '产品编码,产品名称,单价,标签', 'P1,屋顶,12.50,新品')
  await bringIn(shop)
  await bringIn(goods)
  const tagged = () =>
    rows(
      `select recordType, tags.name from recordTags join tags on tags.id = tagId
        where recordTags.archivedAt is null order by recordType, tags.name`,
    )
  expect(tagged()).toEqual([
    { recordType: 'order', name: 'fair' },
    { recordType: 'order', name: 'urgent' },
    { recordType: 'product', name: '新品' },
  ])
  expect(fatesOf((await bringIn(shop)).result.tables)).toEqual(['unchanged 2'])
  expect(fatesOf((await bringIn(goods)).result.tables)).toEqual(['unchanged 1'])
  const more = csv('more.csv', 'Order number,Customer,Order date,Tags', 'A2,Acme,2026-03-05,fair')
  const { result } = await bringIn(more)
  expect(fatesOf(result.tables)).toEqual(['update 1'])
  await call('imports.takeBack', { id: result.importId })
  expect(tagged()).toHaveLength(3)
})

test('a ticket that came in before takes the moment it was made from a better file', async () => {
  await bringIn(csv('tickets.csv', 'Ticket ID,Subject,Status', 'T1,Leaking roof,Open'))
  const dated = csv('dated.csv', 'Ticket ID,Subject,Created', 'T1,Leaking roof,2025-03-04 10:30')
  expect(fatesOf((await bringIn(dated)).result.tables)).toEqual(['update 1'])
  expect(rows<{ createdAt: string }>('select createdAt from tickets')[0]?.createdAt).toMatch(/^2025-03-04T/u)
  expect(fatesOf((await bringIn(dated)).result.tables)).toEqual(['unchanged 1'])
})
