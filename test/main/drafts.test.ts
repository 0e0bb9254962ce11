import { expect, test } from 'vitest'
import { MAX_DRAFT } from '#shared/drafts/drafts.contract.ts'
import { createTestApp } from '../support/test-app.ts'

const key = 'companies.create'

test('a draft is kept until it is forgotten, the newest in place of the older', async () => {
  const app = await createTestApp()
  expect(await app.ask('drafts.of', { key })).toBeNull()
  await app.ask('drafts.keep', { key, value: '{"name":"华"}' })
  await app.ask('drafts.keep', { key, value: '{"name":"华腾"}' })
  expect(await app.ask('drafts.of', { key })).toEqual({ value: '{"name":"华腾"}', at: '2026-03-02T09:00:00.003Z' })
  await app.ask('drafts.forget', { key })
  expect(await app.ask('drafts.of', { key })).toBeNull()
  app.close()
})

test('a draft belongs to the one who typed it', async () => {
  const app = await createTestApp()
  await app.ask('drafts.keep', { key, value: '{"name":"华腾"}' })
  const other = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Ben', rights: ['*'] }
  expect(await app.call('drafts.of', { key }, other)).toMatchObject({ ok: true, data: null })
  app.close()
})

test('a draft is nothing to take back, and stands in no history', async () => {
  const app = await createTestApp()
  const reply = await app.call('drafts.keep', { key, value: '{"name":"华腾"}' })
  expect(reply).toMatchObject({ ok: true, operation: null })
  expect((await app.ask('history.operations', {})).operations.map(({ procedure }) => procedure)).toEqual(['workspace.create'])
  app.close()
})

test.each(['{"name":', 'x'.repeat(MAX_DRAFT + 1)])('what is no draft is refused', async (value) => {
  const app = await createTestApp()
  expect(await app.call('drafts.keep', { key, value })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  app.close()
})
