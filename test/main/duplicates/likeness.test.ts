// How alike records are: on data with known answers, and on what offices write.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { findCandidates } from '#main/features/duplicates/likeness/candidates.ts'
import { comparable, type Likened } from '#main/features/duplicates/likeness/comparable.ts'
import { countValues } from '#main/features/duplicates/likeness/frequencies.ts'
import { createScore } from '#main/features/duplicates/likeness/score.ts'

const empty: Likened = {
  ...{
    id: '',
    name: '',
    address: null,
    city: null,
    postcode: null,
    birthday: null,
    externalId: null,
    creditCode: null,
    website: null,
  },
  ...{ companyIds: [], phones: [], emails: [], own: {} },
}

/** The pairs of places that are likelier one than two. */
const found = (records: readonly Partial<Likened>[], isCompany: boolean): Set<string> => {
  const all = records.map((record, index) => comparable({ ...empty, ...record, id: String(index) }, isCompany))
  const score = createScore(countValues(all), isCompany)
  const candidates = findCandidates(all)
  const pairs = new Set<string>()
  for (const [index, record] of all.entries()) {
    for (const other of candidates.of(index)) {
      const rival = all[other]
      if (rival && score(record, rival).bits >= 0) pairs.add(`${index}-${other}`)
    }
  }
  return pairs
}

/** The harmonic mean of precision and recall. */
const fScore = (guessed: ReadonlySet<string>, truth: ReadonlySet<string>): number =>
  (2 * [...guessed].filter((pair) => truth.has(pair)).length) / (guessed.size + truth.size)

const pairsWithin = (keys: readonly string[]): Set<string> => {
  const places = Map.groupBy(keys.keys(), (place) => keys[place])
  return new Set(
    [...places.values()].flatMap((same) => same.flatMap((one, at) => same.slice(at + 1).map((two) => `${one}-${two}`))),
  )
}

const data = process.env['KITH_REAL_DATA']
const linkage = data === undefined ? '' : join(data, 'record_linkage')
const hasData = linkage !== '' && existsSync(linkage)
if (!hasData) console.error('KITH_REAL_DATA is not set: the data sets with known duplicates are left out.')

type Cells = Readonly<Record<string, string>>
const rowsOf = (file: string): readonly Cells[] =>
  Papa.parse<Cells>(readFileSync(join(linkage, file), 'utf8'), {
    ...{ header: true, skipEmptyLines: true, transformHeader: (heading) => heading.trim(), transform: (value) => value.trim() },
  }).data

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')

describe.runIf(hasData)('data with known duplicates', () => {
  for (const [name, file, bound] of [
    ['FEBRL 1', 'febrl/dataset1.csv', 0.776],
    ['FEBRL 2', 'febrl/dataset2.csv', 0.747],
  ] as const) {
    test(`${name}: better than ${bound}`, () => {
      const rows = rowsOf(file)
      const records = rows.map((row) => ({
        ...{ name: joined(row['given_name'], row['surname']), city: row['suburb'] ?? '', postcode: row['postcode'] ?? '' },
        address: joined(row['street_number'], row['address_1'], row['address_2']),
        birthday: row['date_of_birth'] ?? '',
        externalId: row['soc_sec_id'] ?? '',
      }))
      const truth = pairsWithin(rows.map((row) => /rec-\d+/u.exec(row['rec_id'] ?? '')?.[0] ?? ''))
      expect(fScore(found(records, false), truth)).toBeGreaterThan(Math.max(bound, 0.99))
    })
  }

  test('restaurants: better than .95', () => {
    const records = rowsOf('restaurant/hpi_restaurant.csv').map((row) => ({
      ...{ name: row['name'] ?? '', address: row['addr'] ?? '', city: row['city'] ?? '', phones: [row['phone'] ?? ''] },
    }))
    const truth = new Set(
      rowsOf('restaurant/hpi_restaurant_gold.csv').map((row) => `${Number(row['id_1']) - 1}-${Number(row['id_2']) - 1}`),
    )
    expect(fScore(found(records, true), truth)).toBeGreaterThan(0.95)
  })

  test('RLdata500: better than .95', () => {
    const rows = rowsOf('rldata/RLdata500.csv')
    const given = (value: string | undefined): string => (value === 'NA' ? '' : (value ?? ''))
    const records = rows.map((row) => ({
      name: joined(...['fname_c1', 'fname_c2', 'lname_c1', 'lname_c2'].map((column) => given(row[column]))),
      birthday: [row['by'], row['bm']?.padStart(2, '0'), row['bd']?.padStart(2, '0')].join(''),
    }))
    const truth = pairsWithin(rows.map((row) => row['true_id'] ?? ''))
    expect(fScore(found(records, false), truth)).toBeGreaterThan(0.95)
  })
})

describe('what offices write', () => {
  // Others around them, so that there is something to be rare among.
  const crowd = [
    '王伟',
    '李娜',
    '张敏',
    '刘洋',
    '陈静',
    '杨磊',
    '赵军',
    '黄艳',
    '周杰',
    '吴涛',
    '徐明',
    '孙超',
    '马霞',
    '朱平',
    '胡刚',
    '郭英',
  ]
  const firms = crowd.map((name, index) => ({ name: `${name}贸易有限公司`, city: index % 2 === 0 ? '杭州' : '上海' }))

  test('one firm with and without its legal form and the city before it, by its phone', () => {
    const records = [
      { name: '杭州西湖科技有限公司', city: '杭州', phones: ['0571-88886666'] },
      { name: '西湖科技', city: '杭州市', phones: ['+86 571 8888 6666'] },
      ...firms,
    ]
    expect([...found(records, true)]).toEqual(['0-1'])
  })

  test('one person heard differently, with the same mobile', () => {
    const records = [
      { name: '张玮', phones: ['13800138000'] },
      { name: '张伟', phones: ['+86 138 0013 8000'] },
      ...crowd.map((name, index) => ({ name, phones: [`1390013${String(8000 + index)}`] })),
    ]
    expect([...found(records, false)]).toEqual(['0-1'])
  })

  test('a name and surname in either order, with a slip', () => {
    const records = [
      { name: 'Anna Bergström', emails: ['anna@bergstrom.example'] },
      { name: 'Bergstrom, Ana', emails: ['anna@bergstrom.example'] },
      ...Array.from({ length: 30 }, (_, index) => ({ name: `Person${index} Family${index}`, emails: [`p${index}@x.example`] })),
    ]
    expect([...found(records, false)]).toEqual(['0-1'])
  })

  test('one person with a title, an added word in the mailbox and no area code', () => {
    const records = [
      { name: '王宇先生', phones: ['13800138000'] },
      { name: '王宇', phones: ['138-0013-8000'] },
      { name: 'Dr. Anna Bergström', emails: ['anna@bergstrom.example'] },
      { name: 'A. Bergstrom', emails: ['Anna+news@bergstrom.example'] },
      { name: 'Pat Quill', phones: ['+1 617 555 0142'] },
      { name: 'Quill, Pat', phones: ['555-0142'] },
      ...Array.from({ length: 30 }, (_, index) => ({
        ...{ name: `Person${index} Family${index}`, emails: [`p${index}@x.example`], phones: [`1370013${String(8000 + index)}`] },
      })),
    ]
    expect([...found(records, false)].toSorted()).toEqual(['0-1', '2-3', '4-5'])
  })

  test('a slip in the mobile of someone whose name is heard differently', () => {
    const records = [
      { name: '曾强', phones: ['18897564818'], city: '杭州' },
      { name: '曾蔷', phones: ['18897564881'], city: '杭州市' },
      ...crowd.map((name, index) => ({ name, phones: [`1370013${String(8000 + index)}`], city: '上海' })),
    ]
    expect([...found(records, false)]).toEqual(['0-1'])
  })

  test('two people of one name at different numbers are two', () => {
    const records = [
      { name: '张伟', phones: ['13800138000'], city: '杭州' },
      { name: '张伟', phones: ['13900139111'], city: '上海' },
      ...crowd.map((name, index) => ({ name, phones: [`1370013${String(8000 + index)}`] })),
    ]
    expect([...found(records, false)]).toEqual([])
  })

  test('all at one switchboard are not one', () => {
    const records = crowd.map((name) => ({ name, phones: ['0571-88886666'], companyIds: ['one'], city: '杭州' }))
    expect([...found(records, false)]).toEqual([])
  })

  test('two shops under one roof with one phone are two', () => {
    const place = { address: '文三路90号', city: '杭州', phones: ['0571-88886666'] }
    expect([...found([{ name: '老王面馆', ...place }, { name: '小红花店', ...place }, ...firms], true)]).toEqual([])
  })
})

test('what a field says does not depend on which record comes first', () => {
  const text = fc.constantFrom(
    'Anna Berg',
    'Berg Anna',
    'Ana Berg',
    '张伟',
    '张玮',
    'A. Berg',
    '',
    '西湖科技',
    '杭州西湖科技有限公司',
    'Berg & Co',
  )
  const record = fc.record({
    ...{
      name: text,
      address: fc.constantFrom(null, 'Hauptstraße 1', 'Hauptstr. 2', '文三路90号'),
      city: fc.constantFrom(null, 'Bonn', '杭州市'),
    },
    ...{
      birthday: fc.constantFrom(null, '1980-02-03', '1980-03-02', '0000-02-03'),
      phones: fc.subarray(['030 123456', '030 123457']),
    },
  })
  fc.assert(
    fc.property(record, record, fc.boolean(), (one, other, isCompany) => {
      const [a, b] = [one, other].map((some, index) => comparable({ ...empty, ...some, id: String(index) }, isCompany))
      if (!a || !b) return
      const score = createScore(countValues([a, b]), isCompany)
      expect(score(a, b).bits).toBeCloseTo(score(b, a).bits, 6)
    }),
    { seed: 4, numRuns: 500 },
  )
})
