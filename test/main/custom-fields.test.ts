// Fields of an office's own, from making them to every record that holds them.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '#main/rpc/handlers.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const make = (input: Partial<InputOf<'customFields.create'>> & { readonly name: string }) =>
  app.ask('customFields.create', { entity: 'company', type: 'text', ...input })

const issuesOf = async (path: string, input: unknown) => {
  const reply = await app.call(path, input)
  return reply.ok ? [] : (reply.error.issues ?? [{ field: '', code: reply.error.messageKey }])
}

test('a field of every type is filled in, read back and emptied', async () => {
  const company = await app.ask('companies.create', { name: 'Acme' })
  const choice = await make({ name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }, { name: 'Silver' }] })
  const choices = await make({ name: 'Interests', type: 'choices', choices: [{ name: 'Tea' }, { name: 'Silk' }] })
  const values: Record<string, unknown> = {
    [(await make({ name: 'Nickname' })).key]: '老张',
    [(await make({ name: 'Background', type: 'longText' })).key]: 'One\ntwo',
    [(await make({ name: 'Weight', type: 'number', config: { decimals: 3, unit: 'kg' } })).key]: 1.125,
    [(await make({ name: 'Deposit', type: 'money', config: { currency: 'CNY' } })).key]: 12_50,
    [choice.key]: choice.choices[0]?.id,
    [choices.key]: choices.choices.map(({ id }) => id),
    [(await make({ name: 'Listed', type: 'boolean' })).key]: false,
    [(await make({ name: 'Visited', type: 'day' })).key]: '2026-02-28',
    [(await make({ name: 'Seen', type: 'moment' })).key]: '2026-02-28T08:00:00.000Z',
    [(await make({ name: 'Adviser', type: 'user' })).key]: app.owner.userId,
    [(await make({ name: 'Carrier', type: 'reference', config: { target: 'company' } })).key]: company.id,
    [(await make({ name: 'Fax', type: 'phone' })).key]: '０571-8888',
    [(await make({ name: 'Invoices', type: 'email' })).key]: 'a@b.example',
    [(await make({ name: 'Shop', type: 'website' })).key]: 'shop.example',
  }
  const { custom } = await app.ask('companies.create', { name: 'Globex', custom: values as never })
  expect(custom).toEqual({ ...values, ...repaired(values) })

  const empty = Object.fromEntries(Object.keys(values).map((key) => [key, null]))
  const { id } = await app.ask('companies.create', { name: 'Initech', custom: values as never })
  expect((await app.ask('companies.update', { id, custom: empty })).custom).toEqual({})
})

/** What the fields make of the phone and the website above. */
const repaired = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === '０571-8888' ? [[key, '0571-8888']] : value === 'shop.example' ? [[key, 'https://shop.example']] : [],
    ),
  )

test('a value of the wrong kind is refused beside its field', async () => {
  const weight = await make({ name: 'Weight', type: 'number', config: { decimals: 1 } })
  const grade = await make({ name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }] })
  const carrier = await make({ name: 'Carrier', type: 'reference', config: { target: 'contact' } })
  const company = await app.ask('companies.create', { name: 'Acme' })
  const custom = { [weight.key]: 1.25, [grade.key]: 'Gold', [carrier.key]: company.id, s0123456789ab: 'lost' }
  expect((await issuesOf('companies.create', { name: 'B', custom })).map(({ field }) => field)).toEqual([
    `custom.${weight.key}`,
    `custom.${grade.key}`,
    `custom.${carrier.key}`,
    'custom.s0123456789ab',
  ])
})

test('a field cannot be called like another, nor like one that Kith brings along in any language', async () => {
  await make({ name: 'Grade' })
  for (const name of [' grade ', 'ＧＲＡＤＥ', 'Phone', '电话', 'name', '名称']) {
    expect(await issuesOf('customFields.create', { entity: 'company', name, type: 'text' }), name).toMatchObject([
      { field: 'name' },
    ])
  }
  expect(await issuesOf('customFields.create', { entity: 'company', name: '  ', type: 'text' })).toMatchObject([
    { field: 'name' },
  ])
  expect(await issuesOf('customFields.create', { entity: 'contact', name: 'Grade', type: 'text' })).toEqual([])
})

test('there is room for 500 fields of a kind of record, and they stay quick', async () => {
  for (let number = 1; number <= 500; number++) await make({ name: `Field ${number}` })
  expect(await issuesOf('customFields.create', { entity: 'company', name: 'One more', type: 'text' })).toMatchObject([
    { code: 'customFields.tooMany' },
  ])
  const begun = performance.now()
  await app.ask('companies.create', { name: 'Acme' })
  expect(performance.now() - begun).toBeLessThan(250)
}, 60_000)

test('a removed field takes no more values, keeps those it has, and comes back with them', async () => {
  const field = await make({ name: 'Grade', isRequired: true })
  const { id } = await app.ask('companies.create', { name: 'Acme', custom: { [field.key]: 'A' } })
  await app.ask('customFields.remove', { id: field.id })
  expect(await app.ask('customFields.removed', { entity: 'company' })).toMatchObject([{ name: 'Grade', records: 1 }])
  expect(await issuesOf('companies.update', { id, custom: { [field.key]: 'B' } })).toMatchObject([{ code: 'field_gone' }])
  expect((await app.ask('companies.create', { name: 'B' })).custom).toEqual({})

  const namesake = await make({ name: 'Grade' })
  expect(await issuesOf('customFields.restore', { id: field.id })).toMatchObject([{ code: 'field_name_taken' }])
  await app.ask('customFields.rename', { id: namesake.id, name: 'Class' })
  await app.ask('customFields.restore', { id: field.id })
  expect((await app.ask('companies.get', { id })).custom).toEqual({ [field.key]: 'A' })
})

test('removing a choice that records hold is refused with their number, and moves them where it is told to', async () => {
  const grade = await make({ name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }, { name: 'Silver' }] })
  const likes = await make({ name: 'Likes', type: 'choices', choices: [{ name: 'Tea' }, { name: 'Silk' }] })
  const [gold, silver] = grade.choices
  const [tea, silk] = likes.choices
  const custom = { [grade.key]: gold?.id ?? '', [likes.key]: [tea?.id ?? '', silk?.id ?? ''] }
  const first = await app.ask('companies.create', { name: 'A', custom })
  const second = await app.ask('companies.create', { name: 'B', custom })
  await app.ask('companies.archive', { id: second.id })

  expect(await app.call('customFields.removeChoice', { id: gold?.id })).toMatchObject({
    error: { messageKey: 'customFields.choiceUsed', params: { count: 2, name: 'Gold' } },
  })
  expect(await app.ask('customFields.removeChoice', { id: gold?.id ?? '', target: silver?.id ?? '' })).toEqual({ records: 2 })
  await app.ask('customFields.removeChoice', { id: tea?.id ?? '', target: silk?.id ?? '' })
  for (const { id } of [first, second]) {
    expect((await app.ask('companies.get', { id })).custom).toEqual({ [grade.key]: silver?.id, [likes.key]: [silk?.id] })
  }
  await app.ask('customFields.removeChoice', { id: silver?.id ?? '', target: 'empty' })
  expect((await app.ask('companies.get', { id: first.id })).custom).toEqual({ [likes.key]: [silk?.id] })

  await app.ask('history.undoLast', {})
  expect((await app.ask('companies.get', { id: second.id })).custom[grade.key]).toBe(silver?.id)
})

test('a record keeps a choice that is no longer offered, and nobody can choose it anew', async () => {
  const likes = await make({ name: 'Likes', type: 'choices', choices: [{ name: 'Tea' }, { name: 'Silk' }] })
  const [tea, silk] = likes.choices.map(({ id }) => id)
  const { id } = await app.ask('companies.create', { name: 'A', custom: { [likes.key]: [tea ?? ''] } })
  // As another machine, which has not yet heard of this record, may do.
  app.writer.write({ actor: null, procedure: 'test' }, (tx) => tx.archive('fieldChoices', tea ?? ''))
  await app.ask('companies.update', { id, custom: { [likes.key]: [tea ?? '', silk ?? ''] } })
  expect((await app.ask('customFields.list', { entity: 'company' })).fields[0]).toMatchObject({ formerChoices: [{ id: tea }] })
  expect(await issuesOf('companies.create', { name: 'B', custom: { [likes.key]: [tea] } })).toMatchObject([
    { field: `custom.${likes.key}` },
  ])
})

test('an automatic number is given to each new record, with the letter of this machine, and nobody changes it', async () => {
  const number = await make({ entity: 'deal', name: 'Contract', type: 'autoNumber', config: { prefix: 'HT', width: 3 } })
  const first = await app.ask('deals.create', { title: 'One' })
  const second = await app.ask('deals.create', { title: 'Two' })
  expect([first.custom[number.key], second.custom[number.key]]).toEqual(['HT-A-001', 'HT-A-002'])
  expect(await issuesOf('deals.update', { id: first.id, custom: { [number.key]: 'HT-A-002' } })).toMatchObject([
    { code: 'field_automatic' },
  ])
  await app.ask('deals.update', { id: first.id, custom: { [number.key]: 'HT-A-001' }, title: 'Still one' })
})

test('a field that became required is asked of new records, and of old ones only where it is touched', async () => {
  const field = await make({ name: 'Grade' })
  const { id } = await app.ask('companies.create', { name: 'Old' })
  await app.ask('customFields.change', { id: field.id, isRequired: true })
  expect(await issuesOf('companies.create', { name: 'New' })).toMatchObject([{ field: `custom.${field.key}`, code: 'required' }])
  await app.ask('companies.update', { id, city: 'Bonn' })
  await app.ask('companies.update', { id, custom: { [field.key]: 'A' } })
  expect(await issuesOf('companies.update', { id, custom: { [field.key]: null } })).toMatchObject([{ code: 'required' }])
})

test('changing one part of a field leaves the others', async () => {
  const field = await make({ name: 'Contract', type: 'autoNumber', config: { prefix: 'HT', width: 6, help: 'Given by Kith' } })
  const changed = await app.ask('customFields.change', { id: field.id, config: { width: 5 } })
  expect(changed.config).toMatchObject({ prefix: 'HT', width: 5, help: 'Given by Kith' })
})

test('fields and choices stand in the order that they were put in', async () => {
  const [a, b, c] = [await make({ name: 'A' }), await make({ name: 'B' }), await make({ name: 'C' })]
  await app.ask('customFields.move', { id: c.id, beforeId: a.id })
  await app.ask('customFields.move', { id: a.id, beforeId: null })
  const { fields } = await app.ask('customFields.list', { entity: 'company' })
  expect(fields.map(({ id }) => id)).toEqual([c.id, b.id, a.id])
  const grade = await make({ name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }, { name: 'Silver' }] })
  await app.ask('customFields.moveChoice', { id: grade.choices[1]?.id ?? '', beforeId: grade.choices[0]?.id ?? '' })
  const choices = (await app.ask('customFields.list', { entity: 'company' })).fields.at(-1)?.choices
  expect(choices?.map(({ name }) => name)).toEqual(['Silver', 'Gold'])
})

test('a layout is kept for each record type, and put back', async () => {
  const dealer = await app.ask('recordTypes.create', { entity: 'company', name: 'Dealer' })
  expect(await issuesOf('recordTypes.create', { entity: 'company', name: 'dealer' })).toMatchObject([{ field: 'name' }])
  const config = { sections: [{ id: 'main', title: 'First', columns: 2 as const, fields: ['phone'] }], hidden: ['city'] }
  await app.ask('layouts.save', { entity: 'company', recordTypeId: dealer.id, config })
  await app.ask('layouts.save', { entity: 'company', recordTypeId: dealer.id, config: { ...config, hidden: [] } })
  expect((await app.ask('customFields.list', { entity: 'company' })).layouts).toEqual([
    { recordTypeId: dealer.id, config: { ...config, hidden: [] } },
  ])
  expect(
    await issuesOf('layouts.save', { entity: 'company', recordTypeId: null, config: { ...config, hidden: ['phone'] } }),
  ).toMatchObject([{ code: 'field_placed_twice' }])
  await app.ask('layouts.reset', { entity: 'company', recordTypeId: dealer.id })
  expect((await app.ask('customFields.list', { entity: 'company' })).layouts).toEqual([])
})

test('the history calls own fields and what they hold by their names, and knows the old value', async () => {
  const grade = await make({ name: 'Grade', type: 'choice', choices: [{ name: 'Gold' }, { name: 'Silver' }] })
  const likes = await make({ name: 'Likes', type: 'choices', choices: [{ name: 'Tea' }, { name: 'Silk' }] })
  const paid = await make({ name: 'Paid', type: 'money', config: { currency: 'CNY' } })
  const adviser = await make({ name: 'Adviser', type: 'user' })
  const [gold, silver] = grade.choices.map(({ id }) => id)
  const both = likes.choices.map(({ id }) => id)
  const { id } = await app.ask('companies.create', { name: 'A', custom: { [grade.key]: gold ?? '', [likes.key]: both } })
  const custom = { [grade.key]: silver ?? '', [likes.key]: null, [paid.key]: 5_00, [adviser.key]: app.owner.userId }
  await app.ask('companies.update', { id, custom })
  await app.ask('customFields.rename', { id: grade.id, name: 'Class' })

  const [latest, first] = await app.ask('history.ofRecord', { table: 'companies', id })
  const told = new Map(latest?.changes.map((change) => [change.label, change]))
  expect(told.get('Class')).toMatchObject({ from: 'Gold', to: 'Silver', before: gold })
  expect(told.get('Likes')).toMatchObject({ from: 'Tea · Silk', to: null, before: both })
  expect(told.get('Paid')).toMatchObject({ from: null, to: 5_00, currency: 'CNY' })
  expect(told.get('Adviser')).toMatchObject({ to: 'Anna Berg' })
  const { listed } = await app.ask('history.obstacles', { operation: first?.operation ?? '' })
  expect(new Set(listed.map(({ label }) => label))).toEqual(new Set(['Adviser', 'Class', 'Likes', 'Paid']))
})

test('a person who lacks what the office asks of contacts is not made along with a company, and the field is named', async () => {
  await make({ entity: 'contact', name: 'Hobby', isRequired: true })
  expect(await app.call('companies.create', { name: 'Acme', people: [{ name: 'Mia Wolf' }] })).toMatchObject({
    error: { messageKey: 'customFields.lacksFields', params: { name: 'Mia Wolf', fields: ['Hobby'] } },
  })
  expect(app.writer.raw.prepare('SELECT count(*) FROM companies').pluck().get()).toBe(0)
})
