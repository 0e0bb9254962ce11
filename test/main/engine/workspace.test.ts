// A workspace from its first day: made, confirmed, locked, unlocked, recovered. Everything real but the clock.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { company, PASSWORD, recoveryKeyIn, type TestPlace, testPlace } from './test-engine.ts'

// Every test starts threads that load the program from source.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let place: TestPlace
beforeEach(() => {
  place = testPlace()
})
afterEach(() => place.remove())

const refused = (code: string, messageKey: string, params: object = {}): unknown => ({
  ok: false,
  error: expect.objectContaining({ code, messageKey, params: expect.objectContaining(params) }),
})
const names = (data: unknown): unknown => (Array.isArray(data) ? data.map((row: { name: string }) => row.name) : data)
const list = { after: null, limit: 50 }

describe('a new workspace', () => {
  test('belongs to its first user and has the settings that were asked', async () => {
    const { create, get } = await place.engine()
    await create({ userName: '林晓梅', language: 'zh-CN', workspaceName: '远航办公室' })
    expect(await get('workspace.status')).toMatchObject({
      state: 'open',
      folder: place.folder,
      user: { name: '林晓梅' },
      users: [{ name: '林晓梅' }],
      notice: null,
    })
    expect(await get('settings.get')).toMatchObject({
      workspaceName: '远航办公室',
      language: 'zh-CN',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
    })
    expect(await get('users.me')).toMatchObject({ name: '林晓梅', canSignIn: true })
  })

  test('takes no data until the recovery key was typed back', async () => {
    const { ask, get } = await place.engine()
    const input = { workspaceName: 'Office', userName: 'Lin', password: PASSWORD, language: 'en', timeZone: 'UTC' }
    const recoveryKey = recoveryKeyIn(await get('workspace.create', input))
    expect(await get('workspace.status')).toMatchObject({ state: 'unconfirmed' })
    expect(await ask('companies.create', company('Contoso'))).toEqual(refused('locked', 'workspace.unconfirmed'))
    expect(await ask('workspace.confirmRecoveryKey', { recoveryKey: `${recoveryKey}0` })).toEqual(
      refused('invalid_input', 'workspace.recoveryKeyLength'),
    )
    expect(
      await get('workspace.confirmRecoveryKey', { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') }),
    ).toMatchObject({ state: 'open' })
    expect(await ask('companies.create', company('Contoso'))).toMatchObject({ ok: true })
  })

  test('can be read by its user alone, and its records in no file', async () => {
    const { create, get, engine } = await place.engine()
    await create()
    await get('companies.create', company('Contoso Bakery'))
    await engine.lock()
    for (const name of ['kith.db', 'keys.json', 'keys.json.bak']) {
      expect(statSync(join(place.folder, name)).mode & 0o077).toBe(0)
      expect(readFileSync(join(place.folder, name)).includes('Contoso')).toBe(false)
    }
    expect(readdirSync(place.folder).sort()).toEqual([
      'attachments',
      'backups',
      'engine.lock',
      'keys.json',
      'keys.json.bak',
      'kith.db',
    ])
  })

  test('is not made with an unknown time zone, and leaves nothing behind', async () => {
    const { ask } = await place.engine()
    const input = { workspaceName: 'Office', userName: 'Lin', password: PASSWORD, language: 'en', timeZone: 'Mars/Olympus' }
    expect(await ask('workspace.create', input)).toEqual(refused('invalid_input', 'errors.invalid_input'))
    expect(await ask('workspace.create', { ...input, password: 'short' })).toMatchObject({
      error: { issues: [{ field: 'password' }] },
    })
    expect(existsSync(place.folder)).toBe(false)
  })

  test('is not made twice', async () => {
    const { create, ask } = await place.engine()
    await create()
    const input = { workspaceName: 'Office', userName: 'Lin', password: PASSWORD, language: 'en', timeZone: 'UTC' }
    expect(await ask('workspace.create', input)).toEqual(refused('conflict', 'workspace.alreadyOpen'))
    await ask('workspace.lock')
    expect(await ask('workspace.create', input)).toEqual(refused('conflict', 'workspace.exists'))
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
  })
})

describe('a locked workspace', () => {
  test('answers nothing but its state', async () => {
    const { create, ask, get } = await place.engine()
    await create()
    await get('workspace.lock')
    expect(await get('workspace.status')).toMatchObject({ state: 'locked', user: null, users: [{ name: 'Lin' }] })
    expect(await ask('companies.list', list)).toEqual(refused('locked', 'workspace.locked'))
    expect(await ask('companies.create', company('Contoso'))).toEqual(refused('locked', 'workspace.locked'))
    expect(await ask('workspace.changePassword', { password: PASSWORD, newPassword: 'another one' })).toEqual(
      refused('locked', 'workspace.locked'),
    )
  })

  test('opens with the password, in this process and the next', async () => {
    const first = await place.engine()
    await first.create()
    await first.get('companies.create', company('Contoso'))
    await first.get('workspace.lock')
    await first.get('workspace.unlock', { password: PASSWORD })
    expect(names(await first.get('companies.list', list))).toEqual(['Contoso'])
    await first.engine.close()

    const second = await place.engine()
    await second.get('workspace.unlock', { userName: 'Lin', password: PASSWORD })
    expect(names(await second.get('companies.list', list))).toEqual(['Contoso'])
  })

  test('makes a guesser wait longer and longer, and forgets it after the right password', async () => {
    let now = Date.UTC(2026, 10, 21)
    const { create, ask, get } = await place.engine({ now: () => now })
    await create()
    await get('workspace.lock')
    const guess = () => ask('workspace.unlock', { password: 'a wrong guess' })
    for (let count = 0; count < 5; count++) expect(await guess()).toEqual(refused('invalid_input', 'workspace.passwordWrong'))
    expect(await ask('workspace.unlock', { password: PASSWORD })).toEqual(
      refused('locked', 'workspace.tooManyAttempts', { seconds: 1 }),
    )
    now += 1000
    expect(await guess()).toEqual(refused('invalid_input', 'workspace.passwordWrong'))
    expect(await guess()).toEqual(refused('locked', 'workspace.tooManyAttempts', { seconds: 2 }))
    now += 2000
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
    await get('workspace.lock')
    expect(await guess()).toEqual(refused('invalid_input', 'workspace.passwordWrong'))
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
  })

  test('counts guesses made all at once', async () => {
    const { create, ask, get } = await place.engine({ now: () => Date.UTC(2026, 10, 21) })
    await create()
    await get('workspace.lock')
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => ask('workspace.unlock', { password: `guess ${index}` })),
    )
    expect(replies.filter((reply) => !reply.ok && reply.error.messageKey === 'workspace.passwordWrong')).toHaveLength(5)
  })

  test('opens with the recovery key, and from then on with the new password only', async () => {
    const { create, ask, get } = await place.engine()
    const recoveryKey = await create()
    await get('companies.create', company('Contoso'))
    await get('workspace.lock')
    expect(await get('workspace.recover', { recoveryKey, newPassword: 'found again!' })).toMatchObject({ state: 'open' })
    expect(names(await get('companies.list', list))).toEqual(['Contoso'])
    await get('workspace.lock')
    expect(await ask('workspace.unlock', { password: PASSWORD })).toEqual(refused('invalid_input', 'workspace.passwordWrong'))
    expect(await ask('workspace.unlock', { password: 'found again!' })).toMatchObject({ ok: true })
  })
})

describe('the keys of an open workspace', () => {
  test('change with the password', async () => {
    const { create, ask, get } = await place.engine()
    await create()
    expect(await ask('workspace.changePassword', { password: 'not this one', newPassword: 'a newer one' })).toEqual(
      refused('invalid_input', 'workspace.passwordWrong'),
    )
    await get('workspace.changePassword', { password: PASSWORD, newPassword: 'a newer one' })
    await get('workspace.lock')
    expect(await ask('workspace.unlock', { password: PASSWORD })).toEqual(refused('invalid_input', 'workspace.passwordWrong'))
    expect(await ask('workspace.unlock', { password: 'a newer one' })).toMatchObject({ ok: true })
  })

  test('get a new recovery key that must be typed back, and the old one is void', async () => {
    const { create, ask, get } = await place.engine()
    const old = await create()
    const renewed = recoveryKeyIn(await get('workspace.renewRecoveryKey', { password: PASSWORD }))
    expect(await get('workspace.status')).toMatchObject({ state: 'unconfirmed' })
    expect(await ask('workspace.confirmRecoveryKey', { recoveryKey: old })).toEqual(
      refused('invalid_input', 'workspace.recoveryKeyWrong'),
    )
    expect(await get('workspace.confirmRecoveryKey', { recoveryKey: renewed })).toMatchObject({ state: 'open' })
    await get('workspace.lock')
    expect(await ask('workspace.recover', { recoveryKey: old, newPassword: PASSWORD })).toEqual(
      refused('invalid_input', 'workspace.recoveryKeyWrong'),
    )
  })

  test('are sealed again under today’s costs at the next unlock', async () => {
    const weak = await place.engine()
    await weak.create()
    await weak.engine.close()
    const strong = await place.engine({ costs: { memory: 128, passes: 2, lanes: 1 } })
    await strong.get('workspace.unlock', { password: PASSWORD })
    expect(readFileSync(join(place.folder, 'keys.json'), 'utf8')).toContain('"memory": 128')
    await strong.get('workspace.lock')
    expect(await strong.ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
  })
})

test('a workspace whose keys cannot be sealed again stays shut, and says so', async () => {
  const weak = await place.engine()
  await weak.create()
  await weak.engine.close()
  const strong = await place.engine({ costs: { memory: 128, passes: 2, lanes: 1 } })
  mkdirSync(join(place.folder, 'keys.json.new'))
  expect(await strong.ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: false })
  expect(await strong.get('workspace.status')).toMatchObject({ state: 'locked' })
  expect(await strong.ask('companies.list', list)).toEqual(refused('locked', 'workspace.locked'))
})

describe('a session', () => {
  test('hears of commits by tables, and of the workspace opening and closing', async () => {
    const { create, get, events } = await place.engine()
    await create()
    await get('companies.create', company('Contoso'))
    await expect
      .poll(() => events.filter(({ type }) => type === 'changed').at(-1))
      .toMatchObject({ tables: expect.arrayContaining(['companies']) })
    const count = events.filter(({ type }) => type === 'workspace').length
    await get('workspace.lock')
    expect(events.filter(({ type }) => type === 'workspace')).toHaveLength(count + 1)
  })

  test('gets faults as replies: unknown procedures, wrong input, files that nobody chose', async () => {
    const { create, ask, engine } = await place.engine()
    await create()
    for (const path of ['companies.explode', 'workspace.__proto__', '__proto__.x', '']) {
      expect(await ask(path)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    }
    expect(await ask('companies.create', { name: 7 })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', issues: [{ field: 'name' }] },
    })
    const page = engine.openSession({ resolveFile: () => null })
    expect(await page.call('imports.inspect', { files: ['/etc/passwd'] })).toEqual(refused('invalid_input', 'files.unknown'))
  })

  test('writes no file that was only chosen to be read', async () => {
    const { create, engine } = await place.engine()
    await create()
    const asked: string[] = []
    const page = engine.openSession({
      resolveFile: (reference, use) => {
        asked.push(`${reference} ${use}`)
        return use === 'read' ? '/chosen.csv' : null
      },
    })
    const reply = await page.call('imports.saveRows', {
      files: ['token-1'],
      plan: {},
      table: 0,
      fates: ['refused'],
      target: 'token-2',
    })
    expect(reply).toEqual(refused('invalid_input', 'files.unknown'))
    expect(asked).toEqual(['token-1 read', 'token-2 write'])
  })

  test('that is closed gives up what it asked', async () => {
    const { create, engine } = await place.engine()
    await create()
    const page = engine.openSession({ resolveFile: () => null })
    page.close()
    expect(await page.call('companies.create', company('Late'))).toEqual(refused('cancelled', 'errors.cancelled'))
  })

  test('may be one of many: a second window is unlocked with the first', async () => {
    const { create, engine, get } = await place.engine()
    await create()
    const other = engine.openSession({ resolveFile: () => null })
    expect(await other.call('workspace.status', {})).toMatchObject({ data: { state: 'open', user: { name: 'Lin' } } })
    expect(await other.call('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
    await get('workspace.lock')
    expect(await other.call('companies.list', list)).toEqual(refused('locked', 'workspace.locked'))
  })
})
