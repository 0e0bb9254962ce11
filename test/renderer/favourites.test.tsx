// The user's favourites in the rail.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const withFavourites = async (count: number) => {
  const app = await createTestApp({ language: 'en' })
  for (let number = 1; number <= count; number += 1) {
    const { id } = await app.ask('companies.create', { name: `Company ${number}` })
    await app.ask('favourites.add', { recordType: 'company', recordId: id })
  }
  const shown = await renderApp({ route: '/reports', app })
  await screen.findByRole('heading', { level: 1 })
  return { ...shown, names: async () => (await app.ask('favourites.list', {})).map(({ name }) => name) }
}

const rail = () => screen.getByRole('navigation', { name: 'Main navigation' })

test('without favourites the rail says nothing of them', async () => {
  await withFavourites(0)
  expect(within(rail()).queryByText('Favourites')).toBeNull()
})

test('eight favourites stand in the rail, the others behind “more”', async () => {
  const { user } = await withFavourites(10)
  const group = await within(rail()).findByRole('region', { name: 'Favourites' })
  expect(within(group).getAllByRole('link')).toHaveLength(8)
  await user.click(within(group).getByRole('button', { name: '2 more' }))
  expect(within(group).getAllByRole('link')).toHaveLength(10)
})

test('a favourite opens its record, and is moved with Alt and an arrow key', async () => {
  const { user, router, names } = await withFavourites(3)
  const link = await within(rail()).findByRole('link', { name: 'Company 3' })
  link.focus()
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(async () => expect(await names()).toEqual(['Company 1', 'Company 3', 'Company 2']))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/companies\//u))
})

test('a favourite is let go from the rail, and undo brings it back', async () => {
  const { user, names } = await withFavourites(1)
  await user.click(await within(rail()).findByRole('button', { name: 'Actions for Company 1' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove from favourites' }))
  await waitFor(async () => expect(await names()).toEqual([]))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await names()).toEqual(['Company 1']))
})

test('the narrow rail shows one star, which opens the favourites', async () => {
  const { user, router } = await withFavourites(2)
  await user.click(within(rail()).getByRole('button', { name: 'Make the rail narrow' }))
  await user.click(within(rail()).getByRole('button', { name: 'Favourites' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Company 2' }))
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/companies\//u))
})
