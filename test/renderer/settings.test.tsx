import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

test('language, appearance and row height change at once', async () => {
  const { user } = await renderApp({ route: '/settings' })

  await user.click(await screen.findByRole('radio', { name: 'Compact' }))
  await waitFor(() => expect(document.documentElement.dataset['density']).toBe('compact'))
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  await waitFor(() => expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark'))
  await user.click(screen.getByRole('combobox', { name: 'Language' }))
  await user.click(await screen.findByRole('option', { name: '简体中文' }))

  await screen.findByRole('heading', { name: '设置', level: 1 })
})

test('the name of the workspace is saved and stands in the rail', async () => {
  const { app, user } = await renderApp({ route: '/settings' })

  const name = await screen.findByRole('textbox', { name: 'Name' })
  await user.clear(name)
  await user.type(name, 'Harbour office')
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByText('Harbour office')).toBeTruthy()
  expect(await app.ask('settings.get', {})).toMatchObject({ workspaceName: 'Harbour office' })
})
