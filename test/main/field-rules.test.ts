// The office's rules about fields, on every path that writes a record.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FieldedType } from '#shared/base/fields.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const rule = (entity: FieldedType, config: Record<string, unknown>) =>
  // What may be left out is filled in by the contract.
  app.ask('fieldRules.create', { entity, name: 'Rule', config: config as never })
const field = (entity: FieldedType, name: string, type = 'text' as const) =>
  app.ask('customFields.create', { entity, name, type })
const issuesOf = async (path: string, input: unknown) => {
  const reply = await app.call(path, input)
  return reply.ok ? [] : (reply.error.issues ?? [{ field: '', code: reply.error.messageKey }])
}
const isLost = { join: 'and', items: [{ field: 'status', operator: 'anyOf', values: ['lost'] }] }

test('a field that lost deals need is asked for in form, inline edit and on the board alike', async () => {
  const reason = await field('deal', 'Competitor')
  await rule('deal', { kind: 'show', field: reason.key, when: isLost })
  await rule('deal', { kind: 'require', field: reason.key, when: isLost })
  const [pipeline] = await app.ask('deals.pipelines', {})
  const lost = pipeline?.stages.find(({ outcome }) => outcome === 'lost')
  const deal = await app.ask('deals.create', { title: 'Fleet' })

  const move = { id: deal.id, stageId: lost?.id ?? '', beforeId: null, lossReason: 'Price' }
  expect(await issuesOf('deals.move', move)).toEqual([{ field: `custom.${reason.key}`, code: 'required', params: {} }])
  expect(await issuesOf('deals.lose', { id: deal.id, lossReason: 'Price' })).toMatchObject([{ code: 'required' }])
  expect(await issuesOf('deals.update', { id: deal.id, custom: { [reason.key]: 'Initech' } })).toMatchObject([
    { code: 'field_hidden' },
  ])
  expect((await app.ask('deals.get', { id: deal.id })).status).toBe('open')
})

test('a fixed field changes only when its condition no longer holds', async () => {
  await rule('company', {
    ...{ kind: 'readOnly', field: 'creditCode' },
    when: { join: 'and', items: [{ field: 'creditCode', operator: 'filled' }] },
  })
  const { id } = await app.ask('companies.create', { name: 'Acme' })
  await app.ask('companies.update', { id, creditCode: '91330100MA27XL0Q17' })
  expect(await issuesOf('companies.update', { id, creditCode: '91330100MA27XL0Q18' })).toMatchObject([
    { field: 'creditCode', code: 'field_read_only' },
  ])
  await app.ask('companies.update', { id, creditCode: null })
})

test('a broken rule says what the office wrote, and looks only at what was changed', async () => {
  const code = await field('company', 'Code')
  const { id } = await app.ask('companies.create', { name: 'Old', custom: { [code.key]: 'x' } })
  await rule('company', { kind: 'pattern', field: code.key, pattern: '[A-Z]{2}\\d+', message: 'Two letters, then digits.' })
  await rule('company', { kind: 'length', field: code.key, max: 5 })
  await rule('company', { kind: 'unique', field: code.key })
  const tryCode = (value: string) => issuesOf('companies.create', { name: 'New', custom: { [code.key]: value } })

  expect(await tryCode('A1')).toEqual([
    { field: `custom.${code.key}`, code: 'own_rule', params: { message: 'Two letters, then digits.' } },
  ])
  expect(await tryCode('AB12345')).toMatchObject([{ code: 'too_long' }])
  expect(await tryCode('AB1')).toEqual([])
  expect(await tryCode('AB1')).toMatchObject([{ code: 'value_taken' }])
  await app.ask('companies.update', { id, city: 'Bonn' })
  expect(await issuesOf('companies.update', { id, custom: { [code.key]: 'AB1' } })).toMatchObject([{ code: 'value_taken' }])
})

test('a range and a comparison of two fields hold for built-in fields too', async () => {
  await rule('deal', { kind: 'range', field: 'amountMinor', min: 100_00, max: 5_000_00 })
  await rule('deal', { kind: 'compare', field: 'expectedCloseOn', other: 'openedOn', operator: 'atLeast' })
  const tryDeal = (fields: object) => issuesOf('deals.create', { title: 'Fleet', ...fields })
  expect(await tryDeal({ amountMinor: 99_99 })).toMatchObject([{ field: 'amountMinor', code: 'below_range' }])
  expect(await tryDeal({ amountMinor: 5_000_01 })).toMatchObject([{ code: 'above_range' }])
  expect(await tryDeal({ openedOn: '2026-03-02', expectedCloseOn: '2026-03-01' })).toMatchObject([{ field: 'expectedCloseOn' }])
  expect(await tryDeal({ openedOn: '2026-03-02', expectedCloseOn: '2026-03-02', amountMinor: 100_00 })).toEqual([])
})

test('a pattern that never comes to an end is given up', async () => {
  const code = await field('company', 'Code')
  await rule('company', { kind: 'pattern', field: code.key, pattern: '(a+)+b' })
  const begun = performance.now()
  expect(await issuesOf('companies.create', { name: 'A', custom: { [code.key]: 'a'.repeat(60) } })).toMatchObject([
    { code: 'pattern_slow' },
  ])
  expect(performance.now() - begun).toBeLessThan(2_000)
})

test('a rule that makes no sense is refused', async () => {
  const code = await field('company', 'Code')
  const tryRule = (config: object) => issuesOf('fieldRules.create', { entity: 'company', name: 'Rule', config })
  const filled = (other: string) => ({ join: 'or', items: [{ field: other, operator: 'filled' }] })
  expect(await tryRule({ kind: 'pattern', field: code.key, pattern: '(' })).toMatchObject([{ code: 'pattern_unreadable' }])
  expect(await tryRule({ kind: 'range', field: code.key, min: 2, max: 1 })).toMatchObject([{ code: 'limits_crossed' }])
  expect(await tryRule({ kind: 'unique', field: 'nothing' })).toMatchObject([{ code: 'customFields.gone' }])
  expect(await tryRule({ kind: 'show', field: code.key, when: filled(code.key) })).toMatchObject([
    { code: 'customFields.ruleCircle' },
  ])
  expect(await tryRule({ kind: 'show', field: code.key, when: filled('city') })).toEqual([])
  expect(await tryRule({ kind: 'show', field: 'city', when: filled(code.key) })).toMatchObject([
    { code: 'customFields.ruleCircle' },
  ])
})

test('a rule about a removed field stops nobody, and holds again when the field is back', async () => {
  const code = await field('company', 'Code')
  const made = await rule('company', {
    ...{ kind: 'require', field: code.key },
    when: { join: 'and', items: [{ field: 'city', operator: 'anyOf', values: ['Bonn'] }] },
  })
  await app.ask('customFields.remove', { id: code.id })
  await app.ask('companies.create', { name: 'A', city: 'Bonn' })
  await app.ask('customFields.restore', { id: code.id })
  expect(await issuesOf('companies.create', { name: 'B', city: 'bonn' })).toMatchObject([{ code: 'required' }])
  await app.ask('fieldRules.remove', { id: made.id })
  await app.ask('companies.create', { name: 'B', city: 'Bonn' })
})

test('a built-in field that a record does not show takes no value there either', async () => {
  await rule('company', {
    ...{ kind: 'show', field: 'industry' },
    when: { join: 'or', items: [{ field: 'kind', operator: 'empty' }] },
  })
  expect(await issuesOf('companies.create', { name: 'A', kind: 'supplier', industry: 'Steel' })).toMatchObject([
    { field: 'industry', code: 'field_hidden' },
  ])
  const { id } = await app.ask('companies.create', { name: 'A', industry: 'Steel' })
  await app.ask('companies.update', { id, kind: 'supplier' })
  expect(await issuesOf('companies.update', { id, industry: 'Glass' })).toMatchObject([{ field: 'industry' }])
  await app.ask('companies.update', { id, industry: null })
})
