// The help, in both languages and without a network.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { saidIn } from '#shared/help/help-topic.ts'
import { helpTopics } from '#shared/help/help-topics.ts'
import { renderApp } from '../support/render-with-app.tsx'

test('a topic is found by a word in its text', async () => {
  const { user } = await renderApp({ route: '/help', language: 'zh-CN' })
  await user.type(await screen.findByRole('searchbox'), '首字母')
  expect(await screen.findByRole('link', { name: '搜索与操作' })).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('link', { name: '公海' })).toBeNull())
})

test.each(['en', 'zh-CN'] as const)('every topic is shown (%s)', async (language) => {
  const { router } = await renderApp({ route: '/help', language })
  for (const { id, title } of helpTopics) {
    await router.navigate(`/help/${id}`)
    expect(await screen.findByRole('article', { name: title[language] })).toBeTruthy()
  }
})

test('the Chinese help holds no English sentence', () => {
  const said = JSON.stringify(helpTopics.flatMap(({ blocks }) => blocks.flatMap(saidIn).map((one) => one['zh-CN'])))
  expect(said).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/u)
})

test('a topic leads to those that it names, and all of them are there', async () => {
  const named = helpTopics.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'see' ? block.topics : [])))
  expect(named.filter((id) => !helpTopics.some((topic) => topic.id === id))).toEqual([])
  const { user } = await renderApp({ route: '/help/conflicts' })
  const more = within(await screen.findByRole('navigation', { name: 'See also' }))
  await user.click(more.getByRole('link', { name: 'Several computers' }))
  expect(await screen.findByRole('article', { name: 'Several computers' })).toBeTruthy()
})
