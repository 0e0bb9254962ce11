// What is news to whom, told by the procedures of Home.
import { expect, onTestFinished, test } from 'vitest'
import type { Actor } from '#main/rpc/handlers.ts'
import { createTestApp } from '../support/test-app.ts'

const named = async (names: readonly string[], language: 'en' | 'zh-CN' = 'en') => {
  const { ask, close } = await createTestApp({ language })
  onTestFinished(close)
  await ask('contacts.create', { name: 'Anna Berg' })
  await ask('contacts.create', { name: 'Anna Holm' })
  await ask('contacts.create', { name: 'Johanna Berger' })
  await ask('contacts.create', { name: '张三' })
  await ask('companies.create', { name: '华腾科技有限公司' })
  const found = await ask('home.named', { names: [...names] })
  return found?.records.map(({ name }) => name).toSorted() ?? null
}

const HOUR = 3_600_000

const office = async () => {
  const app = await createTestApp()
  onTestFinished(app.close)
  const bert: Actor = { userId: '01900000-0000-7000-8000-00000000000b', name: 'Bert', rights: ['*'] }
  app.writer.write({ actor: app.owner.userId, procedure: 'test.hire' }, (tx) => {
    tx.insert('users', { id: bert.userId ?? '', name: 'Bert', canSignIn: true })
  })
  const bertMakes = (name: string) => app.call('companies.create', { name }, bert)
  const news = async () => {
    const { operations, ...rest } = await app.ask('home.news', {})
    return { ...rest, subjects: operations.map(({ subject }) => subject) }
  }
  return { ...app, bert, bertMakes, news }
}

test('there is no news for someone who was never here before', async () => {
  const { ask, bertMakes, news } = await office()
  await bertMakes('Harbour Tools')
  await ask('home.arrive', {})

  expect(await news()).toMatchObject({ since: null, subjects: [] })
})

test('what others did while one was away is news, what one did oneself is not', async () => {
  const { ask, pass, bertMakes, news } = await office()
  await ask('home.arrive', {})
  pass(HOUR)
  await bertMakes('Harbour Tools')
  await ask('companies.create', { name: 'My own' })
  await ask('home.arrive', {})

  expect((await news()).subjects).toEqual(['Harbour Tools'])
})

test('who only went to the printer comes back to the news of before', async () => {
  const { ask, pass, bertMakes, news } = await office()
  await ask('home.arrive', {})
  pass(HOUR)
  await bertMakes('Harbour Tools')
  await ask('home.arrive', {})
  pass(HOUR / 6)
  await ask('home.arrive', {})

  expect((await news()).subjects).toEqual(['Harbour Tools'])
})

test('news that was read is news no more, and neither is what was taken back', async () => {
  const { ask, call, pass, bert, bertMakes, news } = await office()
  await ask('home.arrive', {})
  pass(HOUR)
  await bertMakes('Harbour Tools')
  await ask('home.seen', {})
  await bertMakes('Lighthouse')
  await bertMakes('A mistake')
  await call('history.undoLast', {}, bert)

  expect((await news()).subjects).toEqual(['Lighthouse'])
})

test.each([
  [['Anna Berg', 'Anna'], ['Anna Berg']],
  [['Anna'], ['Anna Berg', 'Anna Holm']],
  [['anna report', 'berg'], ['Anna Berg']],
  [['张三发报价', '张三发', '张三'], ['张三']],
  [['华腾'], ['华腾科技有限公司']],
  [['zhangsan', 'Bert'], null],
])('of the names %j the first that somebody bears is meant', async (names, expected) => {
  expect(await named(names)).toEqual(expected)
})
