// The menu of a row: by the second mouse button and by key, for one record and for all that are selected.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { companies, grid, row, threeCompanies } from '../support/listed-companies.ts'
import { renderApp } from '../support/render-with-app.tsx'

const menuItems = async () => {
  const items = await screen.findAllByRole('menuitem')
  return items.map(({ textContent }) => textContent)
}

describe('the menu of a row', () => {
  test('opens where the second mouse button is pressed, and says what can be done with the record', async () => {
    await renderApp({ app: await threeCompanies(), route: '/companies' })

    fireEvent.contextMenu(await row(/Birch/u), { clientX: 300, clientY: 200 })

    expect(await screen.findByRole('menu', { name: 'What can be done with Birch' })).toBeTruthy()
    await screen.findByRole('menuitem', { name: 'Add to favourites' })
    const items = await menuItems()
    expect(items).toEqual([
      ...['Open↵', 'Show beside the listSpace', 'Open in a new window', 'Owner', 'Lifecycle stage'],
      ...['Add to favourites', 'Tags…', 'Change a field…', 'Archive'],
    ])
  })

  test('opens by the menu key at the row of the keyboard; what is chosen is done to that record, and can be undone', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    await row(/Birch/u)
    grid().focus()
    await user.keyboard('j{Shift>}{F10}{/Shift}')

    await user.click(await screen.findByRole('menuitem', { name: 'Archive' }))

    await waitFor(() => expect(screen.queryByRole('row', { name: /Birch/u })).toBeNull())
    expect(await companies(app, [])).toEqual([['Alder'], ['Cedar']])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await row(/Birch/u)
  })

  test('a record becomes a favourite, and the menu knows it then', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    fireEvent.contextMenu(await row(/Cedar/u))
    await user.click(await screen.findByRole('menuitem', { name: 'Add to favourites' }))
    await screen.findByText(/Cedar.*favourites/u)

    fireEvent.contextMenu(await row(/Cedar/u))

    expect(await screen.findByRole('menuitem', { name: 'Remove from favourites' })).toBeTruthy()
  })

  test('on one of several selected rows it is about all of them', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    await row(/Birch/u)
    grid().focus()
    await user.keyboard('xjx')
    fireEvent.contextMenu(await row(/Birch/u))

    const menu = within(await screen.findByRole('menu', { name: 'What can be done with 2 rows' }))
    expect(menu.queryByRole('menuitem', { name: /^Open/u })).toBeNull()
    await user.click(menu.getByRole('menuitem', { name: 'Archive' }))
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Archive 2 rows?' })).getByRole('button', { name: 'Archive' }),
    )

    await waitFor(async () => expect(await companies(app, [])).toEqual([['Cedar']]))
  })
})
