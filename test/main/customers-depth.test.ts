// What stands around companies and people, on a real engine: further phones and addresses, relations, the lifecycle, the public pool.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { idleJobs } from '#main/jobs/idle-jobs.ts'
import { runJobs } from '#main/jobs/run-jobs.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const DAY = 86_400_000

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const company = async (fields: object = {}): Promise<string> =>
  (await app.ask('companies.create', { name: 'Nordwind', ...fields })).id
const person = async (name: string, fields: object = {}): Promise<string> =>
  (await app.ask('contacts.create', { name, ...fields })).id
const companyCard = (id: string) => app.ask('companies.get', { id })
const personCard = (id: string) => app.ask('contacts.get', { id })

/** The code of the first field that was refused. */
const issueOf = async (path: string, input: unknown): Promise<string | undefined> => {
  const reply = await app.call(path, input)
  return reply.ok ? undefined : (reply.error.issues?.[0]?.code ?? reply.error.messageKey)
}

describe('fields as they are typed', () => {
  test('are repaired where that is certain', async () => {
    const id = await company({
      email: ' Info＠Nordwind.example',
      website: 'nordwind.example',
      phone: '０５７１-８８８８',
      creditCode: '9144 0300 1922 0382 16',
    })
    expect(await companyCard(id)).toMatchObject({
      ...{ email: 'Info@Nordwind.example', website: 'https://nordwind.example' },
      ...{ phone: '0571-8888', creditCode: '914403001922038216' },
    })
  })

  test.each([
    ['email', 'a@', 'email'],
    ['website', 'javascript:alert(1)', 'website_unsafe'],
  ])('a %s like %s is refused', async (field, value, code) => {
    expect(await issueOf('companies.create', { name: 'X', [field]: value })).toBe(code)
  })

  test.each([
    ['2999-01-01', 'birthday_ahead'],
    ['2999-02-30', 'birthday'],
    ['02-30', 'birthday'],
    ['1700-01-01', 'birthday_too_old'],
  ])('nobody is born on %s', async (birthday, code) => {
    expect(await issueOf('contacts.create', { name: 'Anna', birthday })).toBe(code)
  })

  test('a birthday without a year says when it comes again', async () => {
    const card = await personCard(await person('Anna', { birthday: '2月29日' }))
    expect(card).toMatchObject({ birthday: '--02-29', nextBirthday: { on: '2027-02-28', age: null } })
  })
})

describe('further phones, e-mails and addresses', () => {
  test('the first one becomes the main one, the next ones stand behind it', async () => {
    const id = await person('Anna')
    const add = (value: string) =>
      app.ask('contactPoints.add', { recordType: 'contact', recordId: id, kind: 'phone', value, type: 'mobile' })
    expect(await add('111 111')).toBeNull()
    await add('222 222')
    await add('333 333')
    const card = await personCard(id)
    expect(card).toMatchObject({ phone: '111 111', phoneType: 'mobile' })
    expect(card.points.map(({ value }) => value)).toEqual(['222 222', '333 333'])
  })

  test('a further one changes places with the main one', async () => {
    const id = await company({ address: 'Old Street 1', city: 'Oslo', postcode: '0150', addressType: 'office' })
    const point = await app.ask('contactPoints.add', {
      ...{ recordType: 'company', recordId: id, kind: 'address', value: 'New Street 2', city: 'Bergen', type: 'delivery' },
    } as const)
    await app.ask('contactPoints.makePrimary', { id: point?.id ?? '' })
    const card = await companyCard(id)
    expect(card).toMatchObject({ address: 'New Street 2', city: 'Bergen', postcode: null, addressType: 'delivery' })
    expect(card.points).toMatchObject([{ value: 'Old Street 1', city: 'Oslo', postcode: '0150', type: 'office' }])
  })

  test('where the main one is emptied, the next one takes its place', async () => {
    const id = await company({ email: 'one@nordwind.example' })
    await app.ask('contactPoints.add', { recordType: 'company', recordId: id, kind: 'email', value: 'two@nordwind.example' })
    await app.ask('companies.update', { id, email: null })
    expect(await companyCard(id)).toMatchObject({ email: 'two@nordwind.example', points: [] })
  })

  test('a messenger id has no main column: making it the main one puts it first', async () => {
    const id = await person('Anna')
    const add = (value: string) =>
      app.ask('contactPoints.add', { recordType: 'contact', recordId: id, kind: 'messenger', value, type: 'wechat' })
    await add('first')
    const second = await add('second')
    await app.ask('contactPoints.makePrimary', { id: second?.id ?? '' })
    expect((await personCard(id)).points.map(({ value }) => value)).toEqual(['second', 'first'])
  })

  test('a position that is no key, as it may come from elsewhere, stands in nobody’s way', async () => {
    const id = await person('Anna')
    const add = (value: string) =>
      app.ask('contactPoints.add', { recordType: 'contact', recordId: id, kind: 'messenger', value, type: 'wechat' })
    const first = await add('first')
    const write = (table: 'contactPoints' | 'lifecycleStages', row: string): void =>
      void app.writer.write({ actor: 'somebody', procedure: 'test' }, (tx) => tx.update(table, row, { position: 'a4~' }))
    write('contactPoints', first?.id ?? '')
    const second = await add('second')
    const values = async () => (await personCard(id)).points.map(({ value }) => value)
    expect(await values()).toEqual(['first', 'second'])
    await app.ask('contactPoints.makePrimary', { id: second?.id ?? '' })
    expect(await values()).toEqual(['second', 'first'])

    const stage = await app.ask('lifecycleStages.create', { name: 'Partner' })
    write('lifecycleStages', stage.id)
    await app.ask('lifecycleStages.create', { name: 'Ally' })
    const names = (await app.ask('lifecycleStages.list', {})).map(({ name }) => name)
    expect(names.slice(-2)).toEqual(['Partner', 'Ally'])
  })

  test('a person is found by a further phone, until it is removed', async () => {
    const id = await person('Anna', { phone: '111 111' })
    const point = await app.ask('contactPoints.add', { recordType: 'contact', recordId: id, kind: 'phone', value: '13812345678' })
    const found = async () => (await app.ask('contacts.list', { text: '12345678', after: null, limit: 9 })).length
    expect(await found()).toBe(1)
    await app.ask('contactPoints.remove', { id: point?.id ?? '' })
    expect(await found()).toBe(0)
  })

  test('what cannot be an address is refused here, too', async () => {
    const recordId = await person('Anna')
    expect(await issueOf('contactPoints.add', { recordType: 'contact', recordId, kind: 'email', value: 'a@' })).toBe('email')
  })
})

describe('relations between people', () => {
  test('are read from both ends', async () => {
    const [anna, ben] = [await person('Anna'), await person('Ben')]
    await app.ask('relations.add', { contactId: anna, otherId: ben, kind: 'manager' })
    expect((await personCard(anna)).relations).toMatchObject([{ kind: 'manager', contact: { name: 'Ben' } }])
    const [seenByBen] = (await personCard(ben)).relations
    expect(seenByBen).toMatchObject({ kind: 'report', contact: { name: 'Anna' } })
    await app.ask('relations.update', {
      id: seenByBen?.id ?? '',
      contactId: ben,
      kind: 'child',
      note: 'from the second marriage',
    })
    expect((await personCard(anna)).relations).toMatchObject([{ kind: 'parent', note: 'from the second marriage' }])
  })

  test('are not written twice, nor to oneself', async () => {
    const [anna, ben] = [await person('Anna'), await person('Ben')]
    await app.ask('relations.add', { contactId: anna, otherId: ben, kind: 'spouse' })
    expect(await issueOf('relations.add', { contactId: ben, otherId: anna, kind: 'spouse' })).toBe('relation_there')
    expect(await issueOf('relations.add', { contactId: anna, otherId: anna, kind: 'friend' })).toBe('relation_to_self')
  })
})

describe('the lifecycle', () => {
  const stages = () => app.ask('lifecycleStages.list', {})
  const move = (recordId: string, toStageId: string | null, more: object = {}) =>
    app.call('lifecycle.move', { recordType: 'company', recordId, toStageId, ...more })

  test('a new workspace has its usual stages', async () => {
    expect((await stages()).map(({ name }) => name)).toEqual(['Identify', 'Develop', 'Retain', 'Win back'])
  })

  test('goes forwards and backwards, each step with its day and who took it', async () => {
    const [identify, develop] = await stages()
    const id = await company({ lifecycleStageId: identify?.id })
    app.pass(10 * DAY)
    await move(id, develop?.id ?? '', { note: 'after the fair' })
    app.pass(DAY)
    await move(id, identify?.id ?? '')
    const card = await companyCard(id)
    expect(card).toMatchObject({ stage: { name: 'Identify' }, lifecycleSince: '2026-03-13' })
    expect(card.moves.map(({ from, to, onDay, byName }) => [from, to, onDay, byName])).toEqual([
      ['Develop', 'Identify', '2026-03-13', 'Anna Berg'],
      ['Identify', 'Develop', '2026-03-12', 'Anna Berg'],
      [null, 'Identify', '2026-03-02', 'Anna Berg'],
    ])
    expect((await stages())[0]?.counts).toEqual({ company: 1, contact: 0 })
  })

  test('a day to come, or one before the last step, is refused', async () => {
    const [identify, develop, retain] = await stages()
    const id = await company({ lifecycleStageId: identify?.id })
    expect(
      await issueOf('lifecycle.move', { recordType: 'company', recordId: id, toStageId: develop?.id, onDay: '2027-01-01' }),
    ).toBe('lifecycle_ahead')
    expect(
      await issueOf('lifecycle.move', { recordType: 'company', recordId: id, toStageId: retain?.id, onDay: '2026-03-01' }),
    ).toBe('lifecycle_before_last')
  })

  test('a stage that goes hands its records on, and taking that back brings both back', async () => {
    const [identify, develop] = await stages()
    const id = await company({ lifecycleStageId: identify?.id })
    expect(await app.ask('lifecycleStages.archive', { id: identify?.id ?? '', targetId: develop?.id ?? null })).toEqual({
      records: 1,
    })
    expect(await companyCard(id)).toMatchObject({ stage: { name: 'Develop' } })
    await app.ask('history.undoLast', {})
    expect(await companyCard(id)).toMatchObject({ stage: { name: 'Identify' } })
    expect(await stages()).toHaveLength(4)
  })

  test('stages are added, renamed and put in another order', async () => {
    const made = await app.ask('lifecycleStages.create', { name: 'Partner' })
    await app.ask('lifecycleStages.rename', { id: made.id, name: 'Ally' })
    await app.ask('lifecycleStages.move', { id: made.id, afterId: null })
    expect((await stages()).map(({ name }) => name)).toEqual(['Ally', 'Identify', 'Develop', 'Retain', 'Win back'])
    expect(await issueOf('lifecycleStages.create', { name: 'ally' })).toBe('name_taken')
  })

  test('stages that were all taken away are not made again', async () => {
    for (const { id } of await stages()) await app.ask('lifecycleStages.archive', { id, targetId: null })
    expect(await app.ask('lifecycleStages.ensure', {})).toEqual({ made: 0 })
  })
})

describe('the public pool', () => {
  const turnOn = (cap: number | null = null) => app.ask('pool.configure', { isOn: true, idleDays: 30, cap })
  const recycle = () => app.ask('pool.recycle', {})
  const owned = (fields: object = {}) => company({ ownerId: app.owner.userId, ...fields })
  const pooled = async (id: string) => (await companyCard(id)).pooledAt !== null
  const note = (recordId: string, recordType: 'company' | 'contact' = 'company') =>
    app.ask('activities.log', { kind: 'note', recordType, recordId, text: 'spoke about the order' })

  test('is off until it is switched on', async () => {
    expect(await issueOf('pool.release', { recordType: 'company', recordId: await owned() })).toBe('customers.poolOff')
    app.pass(90 * DAY)
    expect(await recycle()).toEqual({ companies: 0, contacts: 0 })
  })

  test('takes back who was not dealt with, counted from the last activity and not from the creation', async () => {
    await turnOn()
    const [idle, busy] = [await owned(), await owned()]
    app.pass(25 * DAY)
    await note(busy)
    app.pass(10 * DAY)
    expect(await recycle()).toEqual({ companies: 1, contacts: 0 })
    expect([await pooled(idle), await pooled(busy)]).toEqual([true, false])
    expect(await companyCard(idle)).toMatchObject({ ownerId: null })
    await app.ask('history.undoLast', {})
    expect(await companyCard(idle)).toMatchObject({ ownerId: app.owner.userId, pooledAt: null })
  })

  test('what is done about its people counts for a company', async () => {
    await turnOn()
    const id = await owned()
    const contactId = await person('Ben', { companyId: id })
    app.pass(25 * DAY)
    await note(contactId, 'contact')
    app.pass(10 * DAY)
    expect(await recycle()).toMatchObject({ companies: 0 })
  })

  test('who ordered is not idle, unless the order was cancelled', async () => {
    await turnOn()
    const [buyer, other] = [await owned(), await owned()]
    app.pass(25 * DAY)
    await app.ask('orders.create', { companyId: buyer, status: 'done' })
    await app.ask('orders.create', { companyId: other, status: 'cancelled' })
    app.pass(10 * DAY)
    expect(await recycle()).toMatchObject({ companies: 1 })
    expect([await pooled(buyer), await pooled(other)]).toEqual([false, true])
  })

  test('leaves those with an open deal, competitors, and those who were claimed a short while ago', async () => {
    await turnOn()
    const withDeal = await owned()
    await app.ask('deals.create', { title: 'Fleet', companyId: withDeal })
    await owned({ kind: 'competitor' })
    const given = await company()
    app.pass(60 * DAY)
    await app.ask('companies.update', { id: given, ownerId: app.owner.userId })
    expect(await recycle()).toEqual({ companies: 0, contacts: 0 })
    app.pass(31 * DAY)
    expect(await recycle()).toMatchObject({ companies: 1 })
    expect(await pooled(given)).toBe(true)
  })

  test('is claimed from by one, up to the number that one person may hold', async () => {
    await turnOn(2)
    const ids = [await company(), await company(), await company()]
    for (const recordId of ids) await app.ask('pool.release', { recordType: 'company', recordId })
    await app.ask('pool.claim', { recordType: 'company', recordId: ids[0] ?? '' })
    expect(await issueOf('pool.claim', { recordType: 'company', recordId: ids[0] })).toBe('customers.notPooled')
    await app.ask('pool.claim', { recordType: 'company', recordId: ids[1] ?? '' })
    expect(await app.call('pool.claim', { recordType: 'company', recordId: ids[2] })).toMatchObject({
      ok: false,
      error: { messageKey: 'customers.poolCap', params: { held: 2, cap: 2 } },
    })
    expect(await app.ask('pool.holding', {})).toEqual({ company: 2, contact: 0, cap: 2 })
  })

  test('giving a pooled customer an owner takes it out', async () => {
    await turnOn()
    const id = await company()
    await app.ask('pool.release', { recordType: 'company', recordId: id })
    await app.ask('companies.update', { id, ownerId: app.owner.userId })
    expect(await pooled(id)).toBe(false)
  })

  test('says how many would go before anyone decides, and returns as many', async () => {
    await turnOn()
    await owned()
    await person('Ben', { ownerId: app.owner.userId })
    app.pass(40 * DAY)
    expect(await app.ask('pool.forecast', { idleDays: 30 })).toEqual({ companies: 1, contacts: 1 })
    expect(await app.ask('pool.forecast', { idleDays: 60 })).toEqual({ companies: 0, contacts: 0 })
    expect(await recycle()).toEqual({ companies: 1, contacts: 1 })
  })

  test('where very many are due, a quiet moment takes a few hundred and the next day the others', async () => {
    await turnOn()
    app.writer.write({ actor: app.owner.userId, procedure: 'imports.run' }, (tx) => {
      for (let number = 1; number <= 501; number += 1) {
        tx.insert('companies', { name: `Company ${number}`, ownerId: app.owner.userId })
      }
    })
    app.pass(40 * DAY)
    const daily = () => app.ask('pool.recycle', { isDaily: true })
    expect(await daily()).toEqual({ companies: 500, contacts: 0 })
    expect(await daily()).toEqual({ companies: 0, contacts: 0 })
    app.pass(DAY)
    expect(await daily()).toEqual({ companies: 1, contacts: 0 })
  })

  test('the work of a quiet moment recycles once a day', async () => {
    await turnOn()
    const first = await owned()
    const work = () =>
      runJobs(idleJobs, {
        call: (path, input, { actor }) => app.call(path, input, actor),
        writer: app.writer,
        logBug: (job, error) => expect.unreachable(`${job}: ${String(error)}`),
      })
    app.pass(40 * DAY)
    await work()
    expect(await pooled(first)).toBe(true)
    await app.ask('pool.claim', { recordType: 'company', recordId: first })
    await work()
    expect(await pooled(first)).toBe(false)
  })
})

test('a card answers the whole first tab in one call', async () => {
  const id = await company({ lifecycleStageId: (await app.ask('lifecycleStages.list', {}))[0]?.id })
  await company({ name: 'Daughter', parentId: id })
  await person('Ben', { companyId: id, role: 'Buyer' })
  await app.ask('deals.create', { title: 'A', companyId: id, amountMinor: 100_00, currency: 'EUR' })
  await app.ask('deals.create', { title: 'B', companyId: id, amountMinor: 50_00, currency: 'EUR' })
  await app.ask('deals.create', { title: 'C', companyId: id, amountMinor: 7_00, currency: 'CNY' })
  const won = await app.ask('deals.create', { title: 'D', companyId: id, amountMinor: 9_00, currency: 'EUR' })
  await app.ask('deals.win', { id: won.id })
  await app.ask('activities.log', { kind: 'call', recordType: 'company', recordId: id, title: 'First call' })
  await app.ask('activities.log', { kind: 'task', recordType: 'company', recordId: id, title: 'Later', dueOn: '2026-05-01' })
  await app.ask('activities.log', { kind: 'task', recordType: 'company', recordId: id, title: 'Soon', dueOn: '2026-04-01' })
  await app.ask('favourites.add', { recordType: 'company', recordId: id })
  expect(await companyCard(id)).toMatchObject({
    stage: { name: 'Identify' },
    children: [{ name: 'Daughter' }],
    people: [{ link: { role: 'Buyer', isPrimary: true }, contact: { name: 'Ben' } }],
    openDealSums: [
      { currency: 'CNY', amountMinor: 7_00, count: 1 },
      { currency: 'EUR', amountMinor: 150_00, count: 2 },
    ],
    wonSums: [{ currency: 'EUR', amountMinor: 9_00, count: 1 }],
    lastActivity: { title: 'First call' },
    nextTask: { title: 'Soon', dueOn: '2026-04-01' },
    isFavourite: true,
    counts: { contacts: 1, children: 1, openDeals: 3, wonDeals: 1, openTickets: 0, attachments: 0 },
  })
})

test('a pasted text proposes fields and stores nothing', async () => {
  const text = 'Mia Stone, Buyer, +49 30 12345678, mia@harbour.example'
  expect(await app.ask('customers.propose', { text })).toMatchObject({
    ...{ name: 'Mia Stone', title: 'Buyer', emails: ['mia@harbour.example'] },
    phones: [{ value: '+49 30 12345678' }],
  })
  expect(await app.ask('contacts.list', { after: null, limit: 9 })).toEqual([])
})
