// The help, in both languages and without a network.
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
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
  const said = JSON.stringify(
    helpTopics.map(({ blocks }) =>
      blocks.map((block) =>
        block.kind === 'steps'
          ? block.steps.map((step) => step['zh-CN'])
          : (block.kind === 'text' ? block.text : block.shows)['zh-CN'],
      ),
    ),
  )
  expect(said).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/u)
})
