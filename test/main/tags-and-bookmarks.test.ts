// Tags, favourites and what was opened last, on a real engine.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.close())

const company = async (name: string): Promise<string> => (await app.ask('companies.create', { name })).id
const tag = async (name: string): Promise<string> => (await app.ask('tags.create', { name })).id
const set = (recordId: string, ...tagIds: string[]) => app.ask('tags.set', { recordType: 'company', recordId, tagIds })
const names = (tags: readonly { readonly name: string }[]): string[] => tags.map(({ name }) => name)

describe('tags', () => {
  test('are put on a record and taken off again, and count what is in use', async () => {
    const [one, two] = [await company('One'), await company('Two')]
    const [vip, fair] = [await tag('VIP'), await tag('展会')]
    expect(names(await set(one, vip, fair))).toEqual(['VIP', '展会'])
    await set(two, vip)
    expect(names(await set(one, vip))).toEqual(['VIP'])
    await app.ask('companies.archive', { id: two })
    expect(await app.ask('tags.list', {})).toMatchObject([
      { name: 'VIP', total: 1, counts: { company: 1, contact: 0 } },
      { name: '展会', total: 0 },
    ])
  })

  test('have a colour that few others have, and a name of their own', async () => {
    await tag('VIP')
    expect((await app.ask('tags.create', { name: 'Fair' })).colour).not.toBe((await app.ask('tags.pick', {}))[1]?.colour)
    expect(await app.call('tags.create', { name: 'ｖｉｐ' })).toMatchObject({
      ok: false,
      error: { issues: [{ field: 'name', code: 'name_taken' }] },
    })
  })

  test('are merged with everything that carries them, and that can be taken back', async () => {
    const [one, two] = [await company('One'), await company('Two')]
    const [vip, key] = [await tag('VIP'), await tag('Key account')]
    await set(one, vip, key)
    await set(two, key)
    expect(await app.ask('tags.merge', { ids: [key], intoId: vip })).toEqual({ records: 2 })
    expect(names((await app.ask('companies.get', { id: two })).tags)).toEqual(['VIP'])
    expect(names(await app.ask('tags.pick', {}))).toEqual(['VIP'])
    await app.ask('history.undoLast', {})
    expect(names((await app.ask('companies.get', { id: one })).tags)).toEqual(['Key account', 'VIP'])
    expect(names((await app.ask('companies.get', { id: two })).tags)).toEqual(['Key account'])
  })

  test('that are archived are seen nowhere and can be put back', async () => {
    const one = await company('One')
    const vip = await tag('VIP')
    await set(one, vip)
    await app.ask('tags.archive', { id: vip })
    expect(await app.ask('tags.archived', {})).toMatchObject([{ id: vip }])
    expect((await app.ask('companies.get', { id: one })).tags).toEqual([])
    await app.ask('tags.restore', { id: vip })
    expect(names((await app.ask('companies.get', { id: one })).tags)).toEqual(['VIP'])
  })
})

describe('favourites', () => {
  const list = async () => names(await app.ask('favourites.list', {}))

  test('stand in the user’s own order', async () => {
    for (const name of ['One', 'Two', 'Three'])
      await app.ask('favourites.add', { recordType: 'company', recordId: await company(name) })
    const [one, , three] = await app.ask('favourites.list', {})
    await app.ask('favourites.move', { id: three?.id ?? '', afterId: null })
    expect(await list()).toEqual(['Three', 'One', 'Two'])
    await app.ask('favourites.move', { id: three?.id ?? '', afterId: one?.id ?? null })
    expect(await list()).toEqual(['One', 'Three', 'Two'])
    await app.ask('favourites.remove', { recordType: 'company', recordId: one?.recordId ?? '' })
    expect(await list()).toEqual(['Three', 'Two'])
  })

  test('are hidden while their record is archived', async () => {
    const id = await company('One')
    await app.ask('favourites.add', { recordType: 'company', recordId: id })
    await app.ask('companies.archive', { id })
    expect(await list()).toEqual([])
    await app.ask('companies.restore', { id })
    expect(await list()).toEqual(['One'])
  })
})

describe('recent records', () => {
  const open = (recordId: string) => app.ask('recents.open', { recordType: 'company', recordId })

  test('come newest first, each once, and leave no trace in the history', async () => {
    const [one, two] = [await company('One'), await company('Two')]
    const operations = async () => (await app.ask('history.operations', {})).operations.length
    const before = await operations()
    await open(one)
    await open(two)
    await open(one)
    expect(names(await app.ask('recents.list', {}))).toEqual(['One', 'Two'])
    expect(await operations()).toBe(before)
  })

  test('are forgotten beyond the fiftieth', async () => {
    for (let number = 0; number < 55; number++) await open(await company(`Company ${number}`))
    expect(await app.ask('recents.list', { limit: 50 })).toHaveLength(50)
    expect((await app.ask('recents.list', { limit: 1 }))[0]?.name).toBe('Company 54')
  })
})
