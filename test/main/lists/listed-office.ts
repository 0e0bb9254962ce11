// An office whose lists are asked: companies with every type of value, blanks among them, and the same rows in memory to compare with.
import type { Writer } from '#main/db/open-workspace.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

/** The office's own fields: a text, a number, a day, a choice, several choices, yes or no, an amount. */
export const own = {
  text: 's00000000000a',
  number: 'n00000000000b',
  day: 'd00000000000c',
  choice: 'c00000000000d',
  choices: 'o00000000000e',
  flag: 'b00000000000f',
  money: 'm000000000010',
} as const

export const choiceIds = [
  '01900000-0000-7000-8000-0000000000c1',
  '01900000-0000-7000-8000-0000000000c2',
  '01900000-0000-7000-8000-0000000000c3',
]
export const tagIds = [
  '01900000-0000-7000-8000-0000000000d1',
  '01900000-0000-7000-8000-0000000000d2',
  '01900000-0000-7000-8000-0000000000d3',
]
export const userIds = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b']

export interface Listed {
  readonly id: string
  readonly name: string
  readonly city: string | null
  readonly country: string | null
  readonly employees: number | null
  readonly ownerId: string | null
  readonly revenue: { readonly amountMinor: number; readonly currency: string } | null
  readonly custom: Readonly<Record<string, string | number | boolean | string[] | null>>
  readonly tags: readonly string[]
  readonly createdAt: string
}

const CITIES = ['杭州', '重庆', '上海', 'Ürümqi', 'berlin', 'Berlin', 'Ａachen', '长沙', null, null, '']
const COUNTRIES = ['中国', 'Deutschland', null]
const NAMES = [
  '华腾科技',
  '华腾',
  'Müller GmbH',
  'ACME',
  'acme 2',
  '重庆钢铁',
  '单氏',
  'Zebra',
  '曾記',
  'Ｆｕｌｌ Width',
  'Nordlicht 北光',
]
const DAYS = [
  '2026-02-28',
  '2026-03-01',
  '2026-03-02',
  '2026-03-03',
  '2026-03-09',
  '2026-01-31',
  '2025-12-31',
  '2027-01-01',
  null,
  null,
]
const MOMENTS = [
  '2026-03-01T15:59:59.999Z',
  '2026-03-01T16:00:00.000Z',
  '2026-03-02T15:59:59.999Z',
  '2026-03-02T16:00:00.000Z',
  '2026-02-15T00:00:00.000Z',
]

const pick = <T>(list: readonly T[], number: number): T => list[Math.abs(number) % list.length] as T

const listed = (index: number): Listed => {
  // Each value has a period of its own, so that all meet all.
  const spread = (step: number): number => Math.floor(index * step * 7.3) + index * 13
  return {
    id: '',
    name: `${pick(NAMES, spread(1))}${index % 3 === 0 ? '' : ` ${index % 50}`}`,
    city: pick(CITIES, spread(2)),
    country: pick(COUNTRIES, spread(3)),
    employees: index % 4 === 0 ? null : spread(5) % 40,
    ownerId: pick([...userIds, null], spread(7)),
    revenue: index % 3 === 0 ? null : { amountMinor: spread(4) % 9000, currency: index % 2 === 0 ? 'CNY' : 'EUR' },
    custom: {
      [own.text]: pick(['甲', 'beta', '乙方', null, 'Alpha'], spread(11)),
      [own.number]: index % 5 === 0 ? null : (spread(6) % 30) - 10.5,
      [own.day]: pick(DAYS, spread(8)),
      [own.choice]: pick([...choiceIds, null], spread(9)),
      [own.choices]: choiceIds.filter((_, place) => (spread(10) >> place) % 2 === 0),
      [own.flag]: pick([true, false, null], spread(12)),
      [own.money]: index % 6 === 0 ? null : spread(13) % 500,
    },
    tags: tagIds.filter((_, place) => (spread(14) >> place) % 2 === 1),
    createdAt: pick(MOMENTS, spread(15)),
  }
}

const fields = [
  [own.text, 'text'],
  [own.number, 'number'],
  [own.day, 'day'],
  [own.choice, 'choice'],
  [own.choices, 'choices'],
  [own.flag, 'boolean'],
  [own.money, 'money'],
] as const

/** Makes the fields, tags and companies past the door. Answers the rows as they are stored. */
export const fillOffice = (writer: Writer, count: number): Listed[] => {
  const write = <T>(work: Parameters<typeof writer.write<T>>[1]) =>
    writer.write({ actor: userIds[0] ?? '', procedure: 'test.fill' }, work)
  write((tx) => {
    tx.insert('users', { id: userIds[1], name: '钱二', canSignIn: true })
    for (const [key, type] of fields) {
      const config = JSON.stringify(key === own.money ? { currency: 'CNY' } : {})
      const id = tx.insert('customFields', {
        entity: 'company',
        name: `自定义${type}`,
        type,
        key,
        config,
        position: `a${key}`,
        isRequired: false,
      })
      if (type === 'choice') {
        for (const [place, choice] of choiceIds.entries())
          tx.insert('fieldChoices', {
            id: choice,
            fieldId: id,
            name: `选项${3 - place}`,
            colour: null,
            position: `a${3 - place}`,
          })
      }
      if (type === 'choices') continue
    }
    for (const [place, id] of tagIds.entries()) tx.insert('tags', { id, name: `标签${place}`, colour: 'red' })
  })
  return write((tx) =>
    Array.from({ length: count }, (_, index) => {
      const row = listed(index)
      const { revenue, tags, id: _none, ...columns } = row
      const id = tx.insert('companies', {
        ...{ ...columns, annualRevenueMinor: revenue?.amountMinor ?? null, revenueCurrency: revenue?.currency ?? null },
      })
      for (const tagId of tags) tx.put('recordTags', [tagId, id], { tagId, recordType: 'company', recordId: id })
      return { ...row, id }
    }),
  ).value
}

export const openOffice = async (count = 240): Promise<{ app: TestApp; rows: Listed[] }> => {
  const app = await createTestApp({ language: 'zh-CN' })
  return { app, rows: fillOffice(app.writer, count) }
}
