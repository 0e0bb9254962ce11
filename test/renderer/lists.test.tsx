// The list screen as it is used: cells, paste, filters, views, bulk changes, groups, the record beside the list.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp, type TestApp } from '../support/test-app.ts'

const row = (name: string | RegExp) => screen.findByRole('row', { name })
const cell = async (rowName: string | RegExp, column: number) => {
  const found = (await row(rowName)).querySelector<HTMLElement>(`[data-column="${column}"]`)
  if (!found) throw new Error(`There is no column ${column}`)
  return found
}
const columnNames = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
const grid = () => screen.getByRole('grid')

const PHONE = 1
const EMAIL = 2
const CITY = 4

const threeCompanies = async (): Promise<TestApp> => {
  const app = await createTestApp({ language: 'en' })
  await app.ask('companies.create', { name: 'Alder', city: 'Bergen' })
  await app.ask('companies.create', { name: 'Birch', city: 'Oslo' })
  await app.ask('companies.create', { name: 'Cedar', city: 'Oslo' })
  return app
}
const companies = async (app: TestApp, columns: string[]) =>
  (await app.ask('lists.page', { entity: 'companies', columns })).rows.map(({ title, cells }) => [
    title,
    ...columns.map((column) => cells[column]),
  ])

describe('the cells of a list', () => {
  test('are typed into like a spreadsheet: Tab saves and goes right, Enter saves and goes down', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })

    await user.click(await cell(/Alder/u, PHONE))
    await user.keyboard('+47 55 55 55{Tab}a@alder.example{Enter}')
    await screen.findByText('Changed E-mail of Alder')
    await user.keyboard('b@birch.example{Enter}')
    await screen.findByText('Changed E-mail of Birch')

    expect(await companies(app, ['phone', 'email'])).toEqual([
      ['Alder', '+47 55 55 55', 'a@alder.example'],
      ['Birch', null, 'b@birch.example'],
      ['Cedar', null, null],
    ])
  })

  test('open with F2 or a double click, and Escape leaves them as they were', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })

    await user.dblClick(await cell(/Alder/u, CITY))
    const editor = await screen.findByRole<HTMLInputElement>('textbox', { name: 'City of Alder' })
    await waitFor(() => expect(editor.value).toBe('Bergen'))
    await user.keyboard('!{Escape}')
    await user.keyboard('{ArrowDown}{F2} harbour{Enter}')
    await screen.findByText('Changed City of Birch')

    expect(await companies(app, ['city'])).toEqual([
      ['Alder', 'Bergen'],
      ['Birch', 'Oslo harbour'],
      ['Cedar', 'Oslo'],
    ])
  })

  test('keep what was typed and say beside it why it cannot be taken', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })

    await user.click(await cell(/Alder/u, EMAIL))
    await user.keyboard('nobody{Enter}')

    expect((await screen.findByRole('alert')).textContent).toBe('An e-mail address looks like name@company.com.')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail of Alder' }).value).toBe('nobody')
    expect(await companies(app, ['email'])).toContainEqual(['Alder', null])
  })

  test('take the first letter of an input method, and its Enter does not save', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    await user.click(await cell(/Alder/u, CITY))
    const input = await screen.findByRole<HTMLInputElement>('textbox', { name: 'City of Alder' })

    fireEvent.compositionStart(input)
    fireEvent.change(input, { target: { value: 'hangzhou' } })
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    fireEvent.change(input, { target: { value: '杭州' } })
    fireEvent.compositionEnd(input)
    expect(await companies(app, ['city'])).toContainEqual(['Alder', 'Bergen'])
    await user.keyboard('{Enter}')
    await screen.findByText('Changed City of Alder')

    expect(await companies(app, ['city'])).toContainEqual(['Alder', '杭州'])
  })

  test('choose a user from a list, and are emptied with Delete', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })

    await user.dblClick(await cell(/Alder/u, 5))
    await user.click(await screen.findByRole('option', { name: app.owner.name }))
    await screen.findByText('Changed Owner of Alder')
    await user.click(await cell(/Birch/u, CITY))
    await user.keyboard('{Delete}')
    await screen.findByText('Emptied City of 1 row')

    expect(await companies(app, ['ownerId', 'city'])).toMatchObject([
      ['Alder', { name: app.owner.name }, 'Bergen'],
      ['Birch', null, null],
      ['Cedar', null, 'Oslo'],
    ])
  })
})

describe('copy and paste', () => {
  test('a block goes out as a spreadsheet reads it', async () => {
    const { user } = await renderApp({ app: await threeCompanies(), route: '/companies' })
    await row(/Alder/u)
    const taken: string[] = []

    await user.click(await cell(/Alder/u, CITY))
    await user.keyboard('{Shift>}{ArrowDown}{ArrowLeft}{/Shift}')
    fireEvent.copy(grid(), { clipboardData: { setData: (_: string, text: string) => taken.push(text) } })

    expect(taken).toEqual(['\tBergen\n\tOslo'])
  })

  test('a block of three by four comes in at once, and one Undo takes it back', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    const block = [1, 2, 3].map((n) => [`0221 ${n}`, `c${n}@example.com`, `Trade ${n}`, `Town ${n}`].join('\t')).join('\r\n')
    await user.click(await cell(/Alder/u, PHONE))

    fireEvent.paste(grid(), { clipboardData: { getData: () => `${block}\r\n` } })
    await screen.findByText('Pasted 12 values')
    expect(await companies(app, ['email', 'industry', 'city'])).toEqual([
      ['Alder', 'c1@example.com', 'Trade 1', 'Town 1'],
      ['Birch', 'c2@example.com', 'Trade 2', 'Town 2'],
      ['Cedar', 'c3@example.com', 'Trade 3', 'Town 3'],
    ])
    await user.click(screen.getByRole('button', { name: 'Undo' }))

    await waitFor(async () =>
      expect(await companies(app, ['industry', 'city'])).toEqual([
        ['Alder', null, 'Bergen'],
        ['Birch', null, 'Oslo'],
        ['Cedar', null, 'Oslo'],
      ]),
    )
  })

  test('what is not understood is shown before anything is written', async () => {
    const app = await threeCompanies()
    const { user } = await renderApp({ app, route: '/companies' })
    await user.click(await cell(/Alder/u, CITY))

    fireEvent.paste(grid(), { clipboardData: { getData: () => 'Narvik\tNobody' } })
    const preview = within(await screen.findByRole('dialog', { name: 'Paste into the list' }))
    preview.getByText('There is no user “Nobody”.')
    expect(await companies(app, ['city'])).toContainEqual(['Alder', 'Bergen'])
    await user.click(preview.getByRole('button', { name: 'Paste 1 value' }))

    await waitFor(async () => expect(await companies(app, ['city'])).toContainEqual(['Alder', 'Narvik']))
  })
})

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

test('rows that others add do not take the cell away that is being typed into', async () => {
  const app = await threeCompanies()
  const { user } = await renderApp({ app, route: '/companies' })
  await user.click(await cell(/Birch/u, CITY))
  await user.keyboard('Turku')

  await app.ask('companies.create', { name: 'Aardvark' })
  await row(/Aardvark/u)
  await user.keyboard('!{Enter}')
  await screen.findByText('Changed City of Birch')

  expect(await companies(app, ['city'])).toContainEqual(['Birch', 'Turku!'])
})

test('deals are a list, too, with the sums of their amounts', async () => {
  const app = await createTestApp({ language: 'en' })
  await app.ask('deals.create', { title: 'Crane', amountMinor: 120_000, currency: 'EUR' })
  await app.ask('deals.create', { title: 'Winch', amountMinor: 80_000, currency: 'EUR' })
  await renderApp({ app, route: '/deals?as=list' })

  await row(/Crane/u)
  expect(await screen.findByText(/2 of 2 rows · Amount €2,000/u)).toBeTruthy()
})
