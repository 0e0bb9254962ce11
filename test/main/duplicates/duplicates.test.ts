// Duplicates on a real engine: the warning while typing, the scan, and what is remembered.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp

beforeEach(async () => {
  app = await createTestApp({ language: 'zh-CN' })
})
afterEach(() => app.close())

const company = async (fields: {
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly city?: string
}) => (await app.ask('companies.create', fields)).id

const check = (typed: {
  readonly name?: string
  readonly phone?: string
  readonly email?: string
  readonly recordType?: 'contact'
}) => app.ask('duplicates.check', { recordType: 'company', ...typed })

describe('of a customer that two computers may each have made', () => {
  const again = (recordId: string, recordType: 'company' | 'contact' = 'company') =>
    app.ask('duplicates.ofRecord', { recordType, recordId })

  test('both show the other, until somebody says that they are two, or one of them is archived', async () => {
    const one = await company({ name: 'Nord Möbel GmbH' })
    const other = await company({ name: 'Nord Möbel', phone: '030 123456' })
    expect(await again(one)).toMatchObject([{ id: other, reasons: [{ field: 'name' }] }])
    expect(await again(other)).toMatchObject([{ id: one }])
    const pairs = [{ aId: other, bId: one }]
    await app.ask('duplicates.dismiss', { recordType: 'company', pairs })
    expect([await again(one), await again(other)]).toEqual([[], []])
    await app.ask('duplicates.undismiss', { recordType: 'company', pairs })
    await app.ask('companies.archive', { id: other, withDependents: false })
    expect([await again(one), await again(other)]).toEqual([[], []])
  })

  test('a name alone is not enough for people, a number alone for nobody, a credit code is', async () => {
    const person = async (fields: { readonly name: string; readonly phone?: string }) =>
      (await app.ask('contacts.create', fields)).id
    const [wei] = [await person({ name: '张伟' }), await person({ name: '张伟' })]
    const [anna] = [
      await person({ name: 'Anna Berg', phone: '030 123456' }),
      await person({ name: 'Ben Okafor', phone: '030 123456' }),
    ]
    const same = await person({ name: 'Berg, Anna', phone: '030 123456' })
    expect([await again(wei, 'contact'), (await again(anna, 'contact')).map(({ id }) => id)]).toEqual([[], [same]])
    const creditCode = '91330100MA27XF0R1X'
    const { id } = await app.ask('companies.create', { name: 'Acme', creditCode })
    const { id: renamed } = await app.ask('companies.create', { name: 'Zenith', creditCode })
    expect(await again(id)).toMatchObject([{ id: renamed }])
  })
})

describe('while a new record is typed', () => {
  test('the name without its legal form finds the company, and says how alike it is and whose it is', async () => {
    const id = await company({ name: '杭州西湖科技有限公司', phone: '0571-88886666' })
    await app.ask('companies.update', { id, ownerId: app.owner.userId })
    expect(await check({ name: '杭州西湖科技' })).toEqual([
      {
        id,
        name: '杭州西湖科技有限公司',
        percent: 100,
        reasons: [{ field: 'name', percent: 100, key: null }],
        ownerName: 'Anna Berg',
        isPooled: false,
      },
    ])
  })

  test('a part of the name is alike, the same number in another writing is a reason more', async () => {
    await company({ name: '杭州西湖科技有限公司', phone: '0571-88886666' })
    const [found] = await check({ name: '西湖科技', phone: '+86 571 8888 6666' })
    expect(found?.reasons.map(({ field }) => field)).toEqual(['name', 'phone'])
    expect(found?.reasons[0]?.percent).toBeGreaterThan(85)
  })

  test('an e-mail in another case is the same, also a further one', async () => {
    const id = await company({ name: 'Acme' })
    await app.ask('contactPoints.add', { recordType: 'company', recordId: id, kind: 'email', value: 'office@acme.example' })
    expect(await check({ email: 'Office@ACME.example' })).toMatchObject([{ id, reasons: [{ field: 'email' }] }])
  })

  test('a person who is heard the same is shown, another one of the surname is not', async () => {
    const { id } = await app.ask('contacts.create', { name: '张伟' })
    await app.ask('contacts.create', { name: '张敏' })
    expect(await check({ recordType: 'contact', name: '张玮' })).toMatchObject([{ id, percent: 95 }])
  })

  test('a name and surname in the other order are the same, also in capitals', async () => {
    const { id } = await app.ask('contacts.create', { name: 'Anna Berg' })
    await app.ask('contacts.create', { name: 'Anna Lund' })
    expect(await check({ recordType: 'contact', name: 'BERG, Anna' })).toMatchObject([{ id, percent: 100 }])
  })

  test('the credit code in small letters and with blanks finds the company', async () => {
    const { id } = await app.ask('companies.create', { name: 'Acme', creditCode: '91330100MA27XF0R1X' })
    const typed = { recordType: 'company', creditCode: '9133 0100 ma27 xf0r 1x' } as const
    expect(await app.ask('duplicates.check', typed)).toMatchObject([{ id, reasons: [{ field: 'creditCode' }] }])
  })

  test('nothing is said of what is archived, of other names, or of nothing', async () => {
    const id = await company({ name: '杭州西湖科技有限公司' })
    expect(await check({ name: '北京东方贸易' })).toEqual([])
    expect(await check({})).toEqual([])
    await app.ask('companies.archive', { id })
    expect(await check({ name: '杭州西湖科技' })).toEqual([])
  })
})

describe('the scan', () => {
  const scanned = async () => {
    const result = await app.ask('duplicates.scan', { recordType: 'company' })
    await app.ask('duplicates.keep', { recordType: 'company', result })
    return app.ask('duplicates.groups', { recordType: 'company' })
  }
  const three = () =>
    Promise.all([
      company({ name: '杭州西湖科技有限公司', phone: '0571-88886666', city: '杭州' }),
      company({ name: '西湖科技', phone: '+86 571 8888 6666', city: '杭州市' }),
      ...['东方贸易', '南山实业', '北海物流', '中天建材', '金鑫餐饮', '瑞丰医疗', '华腾电子', '远创教育'].map((name) =>
        company({ name }),
      ),
    ])

  test('finds the two, with what speaks for it, and keeps what it found', async () => {
    const [first, second] = await three()
    const { groups, total, records, scannedAt } = await scanned()
    expect({ total, records, isScanned: scannedAt !== null }).toEqual({ total: 1, records: 10, isScanned: true })
    expect(groups[0]?.records.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
    expect(groups[0]?.percent).toBeGreaterThan(90)
    expect(groups[0]?.pairs[0]?.fields.filter(({ bits }) => bits > 0).map(({ field }) => field)).toContain('phone')
  })

  test('what is said to be two stays two, in the next scan too, until it is taken back', async () => {
    const [aId, bId] = await three()
    await scanned()
    await app.ask('duplicates.dismiss', { recordType: 'company', pairs: [{ aId: bId, bId: aId }] })
    expect((await app.ask('duplicates.groups', { recordType: 'company' })).groups).toEqual([])
    expect((await scanned()).groups).toEqual([])
    await app.ask('duplicates.undismiss', { recordType: 'company', pairs: [{ aId, bId }] })
    expect((await scanned()).groups).toHaveLength(1)
  })

  test('the pairs of three are said to be different in one go, and one undo takes it all back', async () => {
    const [one, two] = await three()
    const more = await company({ name: '杭州西湖科技', phone: '(0571) 88886666', city: '杭州' })
    expect((await scanned()).groups[0]?.records).toHaveLength(3)
    const pairs = [
      { aId: one, bId: two },
      { aId: one, bId: more },
      { aId: more, bId: two },
    ]
    const reply = await app.call('duplicates.dismiss', { recordType: 'company', pairs })
    expect((await scanned()).groups).toEqual([])
    const operation = reply.ok ? (reply.operation ?? '') : ''
    await app.ask('history.undo', { operation })
    expect((await scanned()).groups[0]?.records).toHaveLength(3)
  })

  test('of a record that is gone nothing is remembered', async () => {
    const [aId, bId] = await three()
    await app.ask('companies.archive', { id: bId })
    expect(await app.call('duplicates.dismiss', { recordType: 'company', pairs: [{ aId, bId }] })).toMatchObject({
      ok: false,
      error: { code: 'not_found', messageKey: 'customers.companyGone' },
    })
  })

  test('a group goes when one of its records is archived, and when they are merged', async () => {
    const [winnerId, loserId] = await three()
    await scanned()
    await app.ask('merges.run', { recordType: 'company', winnerId, loserIds: [loserId], choices: {} })
    expect((await app.ask('duplicates.groups', { recordType: 'company' })).groups).toEqual([])
  })

  test('before the first one there is nothing', async () => {
    expect(await app.ask('duplicates.groups', { recordType: 'contact' })).toMatchObject({ scannedAt: null, total: 0 })
  })
})
