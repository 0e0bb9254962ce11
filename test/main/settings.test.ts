// The settings and the people of a workspace, on a real engine.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setUpWorkspace } from '#main/features/settings/new-workspace.ts'
import { defaultWeek } from '#shared/calendar/working-time.ts'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

test('a new workspace has what was said at its making', async () => {
  expect(await app.ask('settings.get', {})).toEqual({
    workingWeek: defaultWeek,
    attachmentLimitMb: 256,
    pool: { isOn: false, idleDays: 30, cap: null },
    ...{ workspaceName: 'Test office', language: 'en', currency: 'EUR', timeZone: 'Asia/Shanghai', paper: 'A4' },
  })
})

test('a setting is changed alone, and taken back', async () => {
  await app.ask('settings.update', { currency: 'CNY' })
  expect(await app.ask('settings.get', {})).toMatchObject({ currency: 'CNY', workspaceName: 'Test office' })
  expect((await app.ask('deals.create', { title: 'In yuan' })).currency).toBe('CNY')

  await app.ask('history.undoLast', {})
  await app.ask('history.undoLast', {})
  expect((await app.ask('settings.get', {})).currency).toBe('EUR')
})

test('a zone or currency that nobody knows is refused whole', async () => {
  expect(await app.call('settings.update', { workspaceName: 'New', timeZone: 'Mars/Base', currency: 'XQX' })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input', issues: [{ field: 'timeZone' }, { field: 'currency' }] },
  })
  expect((await app.ask('settings.get', {})).workspaceName).toBe('Test office')
})

test('the same settings again change nothing', async () => {
  expect(await app.call('settings.update', await app.ask('settings.get', {}))).toMatchObject({ ok: true, operation: null })
})

test('a value that another version wrote and this one cannot read falls back, and harms nothing else', async () => {
  app.writer.write({ actor: null, procedure: 'imports.run' }, (tx) => {
    tx.put('settings', ['paper'], { key: 'paper', value: '"A3"' })
    tx.put('settings', ['timeZone'], { key: 'timeZone', value: '"Mars/Base"' })
    tx.put('settings', ['theme'], { key: 'theme', value: '{"dark":true}' })
  })
  expect(await app.ask('settings.get', {})).toMatchObject({ paper: 'A4', timeZone: 'UTC', workspaceName: 'Test office' })
  expect(await app.call('reports.pipeline', {})).toMatchObject({ ok: true })
})

test('people are listed by name, Chinese by pinyin', async () => {
  app.writer.write({ actor: null, procedure: 'imports.run' }, (tx) => {
    for (const name of ['Zoë', '陈晨', 'Bo']) tx.insert('users', { name, canSignIn: false })
  })
  expect((await app.ask('users.list', {})).map(({ name }) => name)).toEqual(['Anna Berg', 'Bo', '陈晨', 'Zoë'])
})

test('who asks is told who they are, or that nobody is signed in', async () => {
  expect(await app.ask('users.me', {})).toEqual({ id: app.owner.userId, name: 'Anna Berg', canSignIn: true })
  expect(await app.call('users.me', {}, { ...app.owner, userId: null })).toMatchObject({
    ok: false,
    error: { code: 'not_found', messageKey: 'users.nobody' },
  })
})

test('a workspace is not set up in a zone that nobody knows', () => {
  const office = { userId: app.owner.userId ?? '', userName: 'Bo', workspaceName: 'B', language: 'en', currency: null } as const
  const setUp = (timeZone: string) =>
    app.writer.write({ actor: null, procedure: 'workspace.create' }, (tx) => {
      setUpWorkspace(tx, { ...office, userId: tx.naturalId('users', timeZone), timeZone })
    })
  expect(() => setUp('Mars/Base')).toThrow('invalid_input')
  setUp('Europe/Berlin')
})
