// The cells of a list: typed into, pasted into, copied from.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { cell, CITY, companies, EMAIL, grid, PHONE, row, threeCompanies } from '../support/listed-companies.ts'
import { renderApp } from '../support/render-with-app.tsx'

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
