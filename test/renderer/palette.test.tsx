// The palette: records, actions and settings from one box.
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

const openPalette = async (route = '/home', language: 'en' | 'zh-CN' = 'en') => {
  const shown = await renderApp({ route, language })
  await screen.findByRole('heading', { level: 1 })
  await shown.user.keyboard('{Control>}k{/Control}')
  const box = await screen.findByRole('combobox', { name: language === 'en' ? 'Search or do anything' : '搜索记录或操作' })
  return { ...shown, box }
}

test('a record is found and opened by Enter', async () => {
  const { app, user, box, router } = await openPalette()
  const { id } = await app.ask('contacts.create', { name: '张三', phone: '13800138000' })
  await user.type(box, 'zs')
  // Before the answer is there.
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: '张三', level: 1 })
  expect(router.state.location.pathname).toBe(`/contacts/${id}`)
})

test('what a key of the screen does can be done by its words', async () => {
  const { user, box } = await openPalette('/companies')
  await user.type(box, 'new comp')
  await screen.findByRole('option', { name: /New company/u })
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('dialog', { name: 'New company' })).toBeTruthy()
})

test('with > only actions are shown, and settings are among them', async () => {
  const { user, box, router } = await openPalette('/home', 'zh-CN')
  await user.type(box, '>常规')
  await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('常规'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'))
})

test('before anything is typed, what was opened last is offered', async () => {
  const { app, user } = await openPalette()
  const { id } = await app.ask('companies.create', { name: 'Globex' })
  await app.ask('recents.open', { recordType: 'company', recordId: id })
  await user.keyboard('{Escape}')
  await user.keyboard('{Control>}k{/Control}')
  expect(await screen.findByRole('option', { name: /Globex/u })).toBeTruthy()
})
