// The list screen as it is used: filters, views, bulk changes, groups, the record beside the list, the way back.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { columnNames, companies, grid, row, threeCompanies } from '../support/listed-companies.ts'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

const filtered = (...items: readonly unknown[]) =>
  `/companies?filter=${encodeURIComponent(JSON.stringify({ join: 'and', not: false, items }))}`
const cityIs = (value: string) => ({ field: 'city', operator: 'is', value })

describe('the filter', () => {
  test('is made of a field, a comparison and a value, and stands in the bar in words', async () => {
    const { user } = await renderApp({ app: await threeCompanies(), route: '/companies' })
    await row(/Alder/u)

    await user.keyboard('f')
    await user.keyboard('city')
    await user.click(await screen.findByRole('option', { name: 'City' }))
    const value = await screen.findByRole('textbox', { name: 'Value' })
    await waitFor(() => expect(document.activeElement).toBe(value))
    await user.keyboard('osl')
    await waitFor(() => expect(screen.queryByRole('row', { name: /Alder/u })).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Done' }))

    expect(await screen.findByRole('button', { name: 'Change: City contains “osl”' })).toBeTruthy()
    expect(await screen.findByText('2 of 3 rows')).toBeTruthy()
  })

  test('says which condition empties the list, and clears exactly that', async () => {
    const { user } = await renderApp({
      app: await threeCompanies(),
      route: filtered(cityIs('Oslo'), { field: 'name', operator: 'contains', value: 'zzz' }),
    })

    await screen.findByText('No record fits.')
    await user.click(await screen.findByRole('button', { name: 'Leave out: Name contains “zzz” (2 rows)' }))

    await row(/Birch/u)
    expect(screen.getByRole('button', { name: 'Change: City is Oslo' })).toBeTruthy()
  })

  test('a condition on a field that is gone is marked, and the list opens all the same', async () => {
    await renderApp({ app: await threeCompanies(), route: filtered({ field: 's0123456789ab', operator: 'is', value: 'x' }) })

    await row(/Alder/u)
    expect(await screen.findByText('One condition of this view no longer works and is passed over.')).toBeTruthy()
  })

  test('groups within groups are made in the panel and said as one sentence', async () => {
    const { user } = await renderApp({ app: await threeCompanies(), route: filtered(cityIs('Oslo')) })
    await row(/Birch/u)

    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(await screen.findByRole('option', { name: 'All conditions…' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Filter' }))
    await user.click(panel.getByRole('button', { name: 'Group' }))
    const values = await panel.findAllByRole('textbox', { name: 'Value' })
    await user.type(values.at(-1) ?? grid(), 'ced')

    expect(await panel.findByText('City is Oslo and Name contains “ced”')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('row', { name: /Birch/u })).toBeNull())
  })
})

describe('views', () => {
  test('what was changed of a view is saved as a new one, found in its tab, and taken back by Undo', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: filtered(cityIs('Oslo')) })
    await row(/Birch/u)

    await user.click(screen.getByRole('button', { name: 'View All' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Save as a view…' }))
    const form = within(await screen.findByRole('dialog', { name: 'Save as a view' }))
    await user.type(form.getByRole('textbox', { name: /^Name/u }), 'In Oslo')
    await user.click(form.getByRole('checkbox', { name: 'Everybody in the office sees this view' }))
    await user.click(form.getByRole('button', { name: 'Save' }))

    const tab = await screen.findByRole('button', { name: /In Oslo/u, current: 'page' })
    expect(within(tab).queryByRole('img', { name: 'changed' })).toBeNull()
    expect(await app.ask('views.list', { entity: 'companies' })).toMatchObject([
      { name: 'In Oslo', isShared: true, config: { filter: { items: [cityIs('Oslo')] } } },
    ])
    await user.click(screen.getByRole('button', { name: 'All' }))
    expect(await row(/Alder/u)).toBeTruthy()
  })

  test('columns that are hidden and moved stay so on this machine until the view is reset', async () => {
    const app = await threeCompanies()
    const { user, unmount } = await renderApp({ app, route: '/companies' })
    await row(/Alder/u)
    const before = columnNames()

    await user.click(screen.getByRole('button', { name: 'Column Phone' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Hide column' }))
    await waitFor(() => expect(columnNames()).not.toContain('Phone'))
    await user.click(screen.getByRole('button', { name: 'Column City' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Move left' }))
    await waitFor(() => expect(columnNames().indexOf('City')).toBeLessThan(columnNames().indexOf('Industry')))
    const after = columnNames()
    unmount()

    await renderApp({ app, route: '/companies' })
    await row(/Alder/u)
    await waitFor(() => expect(columnNames()).toEqual(after))
    await user.click(screen.getByRole('button', { name: 'View All' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Reset changes' }))
    await waitFor(() => expect(columnNames()).toEqual(before))
  })
})

describe('many rows at once', () => {
  test('all rows are selected, not only those in sight; changed in one act, and taken back in one', async () => {
    const app = await createTestApp({ language: 'en' })
    for (let n = 0; n < 230; n += 1) await app.ask('companies.create', { name: `Company ${n}` })
    const { user } = await renderApp({ app, route: '/companies' })
    await screen.findByText('230 rows')

    await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }))
    const bar = within(await screen.findByRole('toolbar', { name: 'What to do with the selected rows' }))
    bar.getByText('230 selected')
    await user.click(bar.getByRole('button', { name: 'Owner' }))
    await user.click(await screen.findByRole('menuitem', { name: app.owner.name }))
    await screen.findByText('Changed 230 rows')
    const mine = {
      entity: 'companies' as const,
      filter: { items: [{ field: 'ownerId', operator: 'anyOf' as const, value: ['me'] }] },
    }
    expect(await app.ask('lists.count', mine)).toEqual({ count: 230 })
    await user.click(screen.getByRole('button', { name: 'Undo' }))

    await waitFor(async () => expect(await app.ask('lists.count', mine)).toEqual({ count: 0 }))
  })

  test('a field is set for the rows that were marked by keyboard', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    await row(/Alder/u)

    grid().focus()
    await user.keyboard('xjx')
    await user.click(screen.getByRole('button', { name: 'Change a field…' }))
    const form = within(await screen.findByRole('dialog', { name: 'Change 2 rows' }))
    await user.click(form.getByRole('combobox', { name: 'Field' }))
    await user.click(await screen.findByRole('option', { name: 'Industry' }))
    await user.type(form.getByRole('textbox', { name: 'New value' }), 'Timber')
    await user.click(form.getByRole('button', { name: 'Change 2 rows' }))
    await screen.findByText('Changed 2 rows')

    expect(await companies(app, ['industry'])).toEqual([
      ['Alder', 'Timber'],
      ['Birch', 'Timber'],
      ['Cedar', null],
    ])
  })
})

describe('groups', () => {
  test('have headings with their number of rows, and fold', async () => {
    const { user } = await renderApp({ app: await threeCompanies(), route: '/companies?group=city' })

    const oslo = await row('Oslo · 2 rows')
    expect(oslo.getAttribute('aria-expanded')).toBe('true')
    await row(/Birch/u)
    await user.click(oslo)

    await waitFor(() => expect(screen.queryByRole('row', { name: /Birch/u })).toBeNull())
    expect(await row(/Alder/u)).toBeTruthy()
    expect(await screen.findByText('3 rows')).toBeTruthy()
  })
})

describe('the record beside the list', () => {
  test('opens with Space, follows the keyboard, and says its place', async () => {
    const { user } = await renderApp({ app: await threeCompanies(), route: '/companies' })
    await row(/Alder/u)

    grid().focus()
    await user.keyboard(' ')
    const panel = within(await screen.findByRole('complementary', { name: 'Record beside the list' }))
    await panel.findByText('1 of 3')
    await user.keyboard('{ArrowDown}')
    await panel.findByText('2 of 3')
    await panel.findByRole('heading', { name: 'Birch' })
    await user.keyboard('{Escape}')

    await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Record beside the list' })).toBeNull())
  })
})

test('a bookmark shows its record beside the list, and the next one once the keyboard moves', async () => {
  const app = await threeCompanies()
  const [, , cedar] = (await app.ask('lists.page', { entity: 'companies', columns: [] })).rows
  const { user } = await renderApp({ app, route: `/companies?peek=${cedar?.id}` })
  const panel = within(await screen.findByRole('complementary', { name: 'Record beside the list' }))

  await panel.findByText('3 of 3')
  await row(/Alder/u)
  grid().focus()
  await user.keyboard('{ArrowDown}')

  expect(await panel.findByText('2 of 3')).toBeTruthy()
})

test('on its own page a record knows the next of the list it was opened from, and Back leads to the list', async () => {
  const { user, router } = await renderApp({ app: await threeCompanies(), route: filtered(cityIs('Oslo')) })
  await user.click(await screen.findByRole('link', { name: 'Birch' }))

  await screen.findByText('1 of 2')
  await user.click(screen.getByRole('button', { name: 'Next record' }))
  await screen.findByRole('heading', { name: 'Cedar', level: 2 })
  await screen.findByText('2 of 2')
  await router.navigate(-1)

  expect(await row(/Birch/u)).toBeTruthy()
})

test('going back returns to where the list was scrolled to', async () => {
  const app = await createTestApp({ language: 'en' })
  for (let n = 100; n < 190; n += 1) await app.ask('companies.create', { name: `Company ${n}` })
  const { user, router } = await renderApp({ app, route: '/companies' })
  await row(/Company 100/u)

  grid().scrollTop = 1800
  fireEvent.scroll(grid())
  await user.click(await screen.findByRole('link', { name: 'Company 160' }))
  await screen.findByRole('heading', { name: 'Company 160', level: 2 })
  await router.navigate(-1)

  await row(/Company 160/u)
  expect(grid().scrollTop).toBe(1800)
})

test('going back returns to the same filter, selection and row', async () => {
  const { user, router } = await renderApp({ app: await threeCompanies(), route: filtered(cityIs('Oslo')) })
  await row(/Birch/u)

  grid().focus()
  await user.keyboard('jx{Enter}')
  await screen.findByRole('heading', { name: 'Cedar', level: 2 })
  await router.navigate(-1)

  const cedar = await row(/Cedar/u)
  expect(cedar.getAttribute('aria-selected')).toBe('true')
  expect(cedar.hasAttribute('data-here')).toBe(true)
  expect(screen.queryByRole('row', { name: /Alder/u })).toBeNull()
})

test('deals are a list, too, with the sums of their amounts', async () => {
  const app = await createTestApp({ language: 'en' })
  await app.ask('deals.create', { title: 'Crane', amountMinor: 120_000, currency: 'EUR' })
  await app.ask('deals.create', { title: 'Winch', amountMinor: 80_000, currency: 'EUR' })
  await renderApp({ app, route: '/deals?as=list' })

  await row(/Crane/u)
  expect(await screen.findByText(/2 of 2 rows · Amount €2,000/u)).toBeTruthy()
})
