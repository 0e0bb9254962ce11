// What the columns of real exports are proposed to be, by their headings.
import { describe, expect, test } from 'vitest'
import { createColumnJudge } from '#shared/imports/column-looks.ts'
import type { TablePlan } from '#shared/imports/plan.ts'
import { proposeTables } from '#shared/imports/propose-tables.ts'
import { noOwnFields } from '../support/no-own-fields.ts'

const proposedFor = (...tables: readonly Readonly<Record<string, string>>[]): TablePlan[] => {
  const looked = tables.map((row, table) => {
    const columns = Object.entries(row).map(([heading, cell]) => {
      const judge = createColumnJudge()
      if (cell !== '') judge.note(cell)
      return judge.result(heading)
    })
    return { file: 0, table, columns, asked: null, isCalendar: false }
  })
  return proposeTables(looked, {
    own: () => noOwnFields,
    usualOrder: 'ymd',
    usualMark: '.',
  })
}

const fieldsOf = (row: Readonly<Record<string, string>>) => {
  const headings = Object.keys(row)
  return proposedFor(row).map(({ entity, columns }) => ({
    entity,
    fields: Object.fromEntries(headings.map((heading, place) => [heading, columns[place]?.field ?? null])),
  }))
}

describe('proposed columns', () => {
  test('people of Pipedrive are people, whatever stands before each heading', () => {
    const [plan] = fieldsOf({
      'Person - ID': '1',
      'Person - Name': 'Anna Smith',
      'Person - Organization': 'Acme',
      'Person - Phone - Work': '+1 212 555 0100',
      'Person - Email - Work': 'a@acme.com',
      'Person - Owner': 'Bob',
    })
    expect(plan).toEqual({
      entity: 'contact',
      fields: {
        'Person - ID': 'externalId',
        'Person - Name': 'name',
        'Person - Organization': 'company',
        'Person - Phone - Work': 'phone.work',
        'Person - Email - Work': 'email.work',
        'Person - Owner': 'owner',
      },
    })
  })

  test('a Chinese address book of Google keeps both names and all numbers', () => {
    const [plan] = fieldsOf({
      名字: '三',
      姓氏: '张',
      '电话 1 - 标签': '手机',
      '电话 1 - 值': '13800138000',
      '电话 2 - 标签': '工作',
      '电话 2 - 值': '0571-88888888',
      '地址 1 - 街道': '文三路1号',
      '地址 1 - 城市': '杭州',
      照片: 'https://example.com/a.jpg',
    })
    expect(plan?.entity).toBe('contact')
    expect(Object.values(plan?.fields ?? {})).toEqual([
      'givenName',
      'familyName',
      'nextType',
      'phone.other',
      'nextType',
      'phone.other',
      'address.office',
      'address.office.city',
      null,
    ])
  })

  test('how Outlook shows an address is no second address', () => {
    const [plan] = fieldsOf({
      Vorname: 'Anna',
      Nachname: 'Müller',
      'E-Mail-Adresse': 'anna@example.de',
      'E-Mail: Angezeigter Name': 'Anna Müller (anna@example.de)',
      'E-Mail 2: Adresse': 'a@example.de',
    })
    expect(Object.values(plan?.fields ?? {})).toEqual(['givenName', 'familyName', 'email', null, 'email.other'])
  })

  test('the amount of a line is not the total of its order, the order’s own total is', () => {
    const lines = { 订单号: 'SO1', 下单日期: '2024-01-05', 产品名称: '螺丝', 数量: '10', 单价: '1.5' }
    const orderOf = (rows: Record<string, string>) => fieldsOf(rows).find(({ entity }) => entity === 'order')?.fields
    expect(orderOf({ ...lines, 金额: '15' })?.['金额']).toBeNull()
    expect(orderOf({ ...lines, 订单金额: '55' })?.['订单金额']).toBe('statedTotal')
  })

  test('a mobile phone beside firm and person is the person’s', () => {
    const plans = fieldsOf({
      公司名称: '西子有限公司',
      联系人: '张三丰',
      手机: '13812340001',
      电话: '0571-81111111',
      职务: '经理',
    })
    expect(plans.map(({ entity, fields }) => [entity, fields['手机'], fields['电话']])).toEqual([
      ['company', null, 'phone'],
      ['contact', 'phone.mobile', null],
    ])
  })

  test('a list of people with birthdays holds people, also where it names their firms', () => {
    const [plan] = fieldsOf({ 联系人姓名: '张三', 电子邮件: 'zs@example.cn', 公司名称: '西湖科技', 生日: '1990-02-03' })
    expect(plan?.entity).toBe('contact')
  })

  test('people and deals listed with the customer number of another sheet belong to that customer', () => {
    const plans = proposedFor(
      { 客户编号: 'C1', 客户名称: '西湖科技有限公司', 城市: '杭州' },
      { 客户编号: 'C1', 姓名: '张三', 手机: '13800138000', 职务: '经理' },
      { 商机名称: '大单', 客户编号: 'C1', 金额: '5000', 阶段: '报价' },
    )
    const numbers = plans.map(({ entity, columns }) => [
      entity,
      columns.find(({ field, by }) => field === 'externalId' || by === 'code')?.field,
    ])
    expect(numbers).toEqual([
      ['company', 'externalId'],
      ['contact', 'company'],
      ['deal', 'company'],
    ])
  })
})
