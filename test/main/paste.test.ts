// What a pasted text proposes: parcels' addresses with China's real counties, and signatures of e-mails.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chinaDivisions } from '#main/records/divisions.ts'
import { readPaste } from '#shared/records/paste/paste.ts'

const realData = process.env['KITH_REAL_DATA']
if (realData === undefined) console.error('KITH_REAL_DATA is not set: the list of real addresses is left out.')

const read = (text: string) => readPaste(text, { divisions: chinaDivisions(), country: 'CN' })
const place = (text: string) => {
  const { address } = read(text)
  return [address?.province, address?.city, address?.county, address?.street]
}

describe('Chinese addresses', () => {
  test.each([
    ['上海市浦东新区世纪大道100号', ['上海市', '上海市', '浦东新区', '世纪大道100号']],
    ['浙江杭州西湖区文三路 259 号', ['浙江省', '杭州市', '西湖区', '文三路 259 号']],
    ['内蒙古呼和浩特新城区海拉尔东街1号', ['内蒙古自治区', '呼和浩特市', '新城区', '海拉尔东街1号']],
    ['广西桂林市恭城县莲花镇', ['广西壮族自治区', '桂林市', '恭城瑶族自治县', '莲花镇']],
    ['江苏省昆山市花桥镇绿地大道888号', ['江苏省', '苏州市', '昆山市', '花桥镇绿地大道888号']],
    ['新疆石河子市北三路', ['新疆维吾尔自治区', null, '石河子市', '北三路']],
    ['深圳市南山大道1088号', ['广东省', '深圳市', null, '南山大道1088号']],
    ['南京市鼓楼区中山北路1号', ['江苏省', '南京市', '鼓楼区', '中山北路1号']],
  ])('%s', (text, expected) => {
    expect(place(text)).toEqual(expected)
  })

  test('a district that many cities have says nothing of the province', () => {
    expect(read('朝阳区建国路88号 张伟').address).toMatchObject({ province: null, code: null, street: '朝阳区建国路88号' })
  })
})

describe('in an office outside of China', () => {
  const readAbroad = (text: string) => readPaste(text, { divisions: chinaDivisions(), country: 'DE' }).phones

  test('a Chinese line has Chinese numbers, with their country', () => {
    expect(readAbroad('张三 13800138000 上海市浦东新区世纪大道100号')).toEqual([{ value: '+86 138 0013 8000', type: 'mobile' }])
    expect(readAbroad('电话：010-88886666')).toEqual([{ value: '+86 10 8888 6666', type: 'work' }])
  })

  test('other lines, and numbers that China does not have, are dialled from where the office is', () => {
    expect(readAbroad('王芳 +49 30 1234567')).toEqual([{ value: '+49 30 1234567', type: 'work' }])
    expect(readAbroad('北京华腾\nMia Stone, Tel. 030 1234567')).toEqual([{ value: '030 1234567', type: 'work' }])
  })
})

describe('a person in one line', () => {
  test('name, mobile number and address', () => {
    const text = '张三 13800138000 上海市浦东新区世纪大道100号'
    const found = read(text)
    expect(found).toMatchObject({
      name: '张三',
      phones: [{ value: '13800138000', type: 'mobile' }],
      address: { code: '310115', street: '世纪大道100号' },
    })
    expect(found.spans.map(({ from, to, field }) => [text.slice(from, to), field])).toEqual([
      ['张三', 'name'],
      ['13800138000', 'phone'],
      ['上海市浦东新区世纪大道100号', 'address'],
    ])
  })

  test.each([
    ['王小明 销售总监 华腾科技有限公司 021-58888888转801', '王小明', '销售总监', '华腾科技有限公司', '021-58888888转801'],
    ['收货人：李娜，手机号码：139 1111 8013，地址：杭州市西湖区文三路1号', '李娜', null, null, '139 1111 8013'],
    ['欧阳震华先生 ＋86－138００138０００', '欧阳震华先生', null, null, '+86-13800138000'],
    ['陈经理 13800138000', '陈经理', null, null, '13800138000'],
  ])('%s', (text, name, title, company, phone) => {
    const found = read(text)
    expect([found.name, found.title, found.company, found.phones[0]?.value]).toEqual([name, title, company, phone])
  })

  test('two numbers are two phones', () => {
    expect(read('张三 021-58888888 13800138000').phones.map(({ value, type }) => [value, type])).toEqual([
      ['021-58888888', 'work'],
      ['13800138000', 'mobile'],
    ])
  })
})

describe('signatures', () => {
  test('in English', () => {
    const text = [
      ...['Best regards,', '', 'Anna Berg', 'Head of Sales', 'Nordwind Logistics GmbH'],
      ...['Hafenstraße 12, 20457 Hamburg, Germany', 'T +49 40 12345678 | M: +49 171 1234567 | F +49 40 12345679'],
      ...['anna.berg@nordwind.example | www.nordwind.example'],
    ].join('\n')
    expect(read(text)).toMatchObject({
      ...{ name: 'Anna Berg', title: 'Head of Sales', company: 'Nordwind Logistics GmbH' },
      phones: [
        { value: '+49 40 12345678', type: 'work' },
        { value: '+49 171 1234567', type: 'mobile' },
        { value: '+49 40 12345679', type: 'fax' },
      ],
      emails: ['anna.berg@nordwind.example'],
      website: 'https://www.nordwind.example',
      address: { street: 'Hafenstraße 12', postcode: '20457', city: 'Hamburg', country: 'Germany' },
    })
  })

  test('in Chinese', () => {
    const text = [
      ...[
        '顺祝商祺！',
        '李雷 | 采购经理',
        '杭州云栖科技有限公司',
        '地址：浙江省杭州市西湖区文三路259号昌地火炬大厦3楼',
        '邮编：310012',
      ],
      ...['电话：0571-88886666　手机：13912345678', '邮箱：lilei@yunqi.example', '微信：lilei_1988'],
    ].join('\n')
    expect(read(text)).toMatchObject({
      ...{ name: '李雷', title: '采购经理', company: '杭州云栖科技有限公司' },
      phones: [
        { value: '0571-88886666', type: 'work' },
        { value: '13912345678', type: 'mobile' },
      ],
      emails: ['lilei@yunqi.example'],
      messengers: [{ type: 'wechat', value: 'lilei_1988' }],
      address: { code: '330106', street: '文三路259号昌地火炬大厦3楼', postcode: '310012' },
    })
  })

  test('of an American and a British company', () => {
    expect(read('John Smith\nSales Manager\nAcme Inc.\n42 Harbor Street, Boston, MA 02110').address).toMatchObject({
      ...{ street: '42 Harbor Street', city: 'Boston', postcode: '02110' },
    })
    expect(read('Jane Doe\n10 Downing Street\nLondon SW1A 2AA').address).toMatchObject({ city: 'London', postcode: 'SW1A 2AA' })
  })
})

test.each([
  '',
  '   ',
  '\u0000\u0001',
  '👨‍👩‍👧',
  '2026-11-22',
  '1'.repeat(20_000),
  '公司'.repeat(5000),
  '('.repeat(5000),
  'www.'.repeat(5000),
  'a-'.repeat(5000),
])('a text that says nothing proposes nothing, and quickly (%#)', (text) => {
  const begin = performance.now()
  expect(read(text)).toMatchObject({ phones: [], emails: [], address: null })
  expect(performance.now() - begin).toBeLessThan(1000)
})

describe.skipIf(realData === undefined)('the list of real addresses', () => {
  interface Vector {
    readonly text: string
    readonly expected: { readonly code?: string; readonly name?: string; readonly details?: string; readonly mobile?: string }
  }
  const json = realData && readFileSync(join(realData, 'chinese/address_parse_vectors_dev.json'), 'utf8')
  // The file's own form.
  const vectors = JSON.parse(json ?? '[]') as readonly Vector[]

  test.each(vectors.map(({ text, expected }) => [text, expected] as const))('%s', (text, expected) => {
    const { name, phones, address } = read(text)
    const found = { code: address?.code, name, details: address?.street ?? '', mobile: phones[0]?.value }
    expect(found).toMatchObject(expected)
  })
})
