// Where the focus goes when something in front of the page is closed.
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

test('Escape out of a form gives the focus back to the button that opened it', async () => {
  const app = await createTestApp()
  const { user } = await renderApp({ app, route: '/companies' })
  const button = await screen.findByRole('button', { name: 'New company' })
  await user.click(button)
  await screen.findByRole('dialog', { name: 'New company' })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})
