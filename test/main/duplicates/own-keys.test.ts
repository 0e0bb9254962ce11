// The office's own fields that must not be there twice: compared while typing and in the scan, exactly, with their name as the reason.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

let app: TestApp
let member: string

beforeEach(async () => {
  app = await createTestApp()
  member = (await app.ask('customFields.create', { entity: 'company', name: 'Member number', type: 'text' })).key
})
afterEach(() => app.close())

const beUnique = () =>
  app.ask('fieldRules.create', {
    entity: 'company',
    name: 'Member number',
    config: { kind: 'unique', field: member, message: null },
  })
const company = async (name: string, number: string) =>
  (await app.ask('companies.create', { name, custom: { [member]: number } })).id
const check = (number: string) => app.ask('duplicates.check', { recordType: 'company', custom: { [member]: number } })

test('while typing, the record that has the value is named, whatever case and width it is written in', async () => {
  const id = await company('Harbour Tools', 'M-4711')
  await company('Alder & Sons', 'M-4712')
  expect(await check('M-4711')).toEqual([])
  await beUnique()
  expect(await check(' ｍ-4711 ')).toMatchObject([{ id, percent: 100, reasons: [{ field: 'own', key: member, percent: 100 }] }])
  expect(await check('M-4713')).toEqual([])
  await app.ask('companies.archive', { id })
  expect(await check('M-4711')).toEqual([])
})

const office = async (): Promise<readonly [string, string]> => {
  const pair = [await company('Harbour Tools', 'M-4711'), await company('Harbor Tool', 'm-4711')] as const
  for (let index = 0; index < 30; index += 1) await company(`Other ${String.fromCharCode(97 + index)}x`, `M-47${20 + index}`)
  return pair
}
/** What the member numbers say of two records in the scan; undefined: nothing, or the two are no pair. */
const saidOf = async (pair: readonly string[]) => {
  const { pairs } = await app.ask('duplicates.scan', { recordType: 'company' })
  return pairs.find(({ aId, bId }) => pair.includes(aId) && pair.includes(bId))?.fields.find(({ key }) => key === member)
}

test('in the scan the same value speaks for two records, once the office says that it must not be there twice', async () => {
  const pair = await office()
  expect(await saidOf(pair)).toBeUndefined()
  await beUnique()
  expect(await saidOf(pair)).toMatchObject({ field: 'own', key: member })
  expect((await saidOf(pair))?.bits).toBeGreaterThan(3)
})

test('in the scan two values speak against it, however near they are', async () => {
  const pair = await office()
  await beUnique()
  await app.ask('companies.update', { id: pair[1], custom: { [member]: 'M-4712' } })
  // Everything else says that they are one.
  for (const id of pair) {
    await app.ask('companies.update', { id, name: 'Harbour Tools', phone: '030 5550142', email: 'office@harbour.example' })
  }
  expect((await saidOf(pair))?.bits).toBeLessThan(0)
})
