// The import's window over the real engine: files, columns, the check with its mending, the result and the way back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { renderApp, type RenderedApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

interface Given {
  readonly files: Readonly<Record<string, readonly string[]>>
  readonly route?: string
  readonly app?: RenderedApp['app']
}

/** Opens the import and chooses files of these lines. */
const choose = async ({ files, route = '/import', app }: Given) => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const chosen = Object.entries(files).map(([name, lines]) => {
    const file = join(folder, name)
    writeFileSync(file, lines.join('\n'))
    return { file, name }
  })
  const rendered = await renderApp({ route, ...(app ? { app } : {}) })
  rendered.bridge.answer('shell.chooseFiles', chosen)
  await rendered.user.click(await screen.findByRole('button', { name: 'Choose files' }))
  await screen.findByRole('region', { name: chosen[0]?.name ?? '' })
  return { ...rendered, folder }
}

const toColumns = async ({ user }: RenderedApp) => {
  const next = await screen.findByRole<HTMLButtonElement>('button', { name: 'Continue to the columns' })
  await waitFor(() => expect(next.disabled).toBe(false))
  await user.click(next)
}

const toCheck = async (rendered: RenderedApp) => {
  await toColumns(rendered)
  await rendered.user.click(await screen.findByRole('button', { name: 'Check the rows' }))
  await screen.findByRole('grid', { name: 'Rows of the table' })
}

const pill = async (name: RegExp) => within(await screen.findByRole('group', { name: 'Show' })).findByRole('button', { name })

const companies = ['Name,Phone,Founded,Mascot', 'Harbour Tools,+47 55 55 55 55,1998,Otter', 'Alder & Sons,,abc,Elk']

test('columns without a field stand first, and the others come with a proposal', async () => {
  const rendered = await choose({ files: { 'companies.csv': companies } })
  await toColumns(rendered)

  const table = await screen.findByRole('table', { name: 'Columns' })
  const headings = within(table).getAllByRole('rowheader')
  expect(headings.map((heading) => heading.firstElementChild?.textContent ?? heading.textContent)).toEqual([
    '1 column is left out',
    'Mascot',
    '3 columns were recognised',
    'Name',
    'Phone',
    'Founded',
  ])
  expect(within(table).getByRole<HTMLInputElement>('combobox', { name: 'Field for “Founded”' }).value).toBe('Year founded')
})

test('a bad cell is mended in its place, and its row comes in with the others', async () => {
  const rendered = await choose({ files: { 'companies.csv': companies } })
  const { app, user } = rendered
  await toCheck(rendered)
  await pill(/^Refused 1$/u)
  await screen.findByText('“abc” is not a year of four digits.', { selector: 'div' })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Mend Founded' }))
  const cell = await screen.findByRole('textbox', { name: 'Founded, row 3' })
  await user.clear(cell)
  await user.type(cell, '1987{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Bring in 2 rows' }))

  await screen.findByRole('heading', { name: '2 new records' })
  const [one, other] = await app.ask('companies.list', { after: null, limit: 10 })
  const years = await Promise.all([one, other].map((made) => app.ask('companies.get', { id: made?.id ?? '' })))
  expect(new Map(years.map(({ name, foundedYear }) => [name, foundedYear]))).toEqual(
    new Map([
      ['Alder & Sons', 1987],
      ['Harbour Tools', 1998],
    ]),
  )
})

test('the same file again changes nothing, and what differs is shown before and after', async () => {
  const app = await createTestApp()
  onTestFinished(() => app.close())
  await app.ask('companies.create', { name: 'Harbour Tools', city: 'Oslo', phone: '+47 55 55 55 55' })
  await app.ask('companies.create', { name: 'Alder & Sons', city: 'Bergen' })
  const rendered = await choose({
    app,
    files: { 'companies.csv': ['Company name,City', 'Harbour Tools,Bergen', 'Alder & Sons,Bergen'] },
  })
  await toCheck(rendered)

  await pill(/^Changed 1$/u)
  await pill(/^Unchanged 1$/u)
  await rendered.user.click(await pill(/^Changed 1$/u))
  const changes = await screen.findByRole('region', { name: 'What changes' })
  expect(changes.textContent).toContain('Oslo → Bergen')
  await rendered.user.click(screen.getByRole('button', { name: 'Update 1 row' }))
  await screen.findByRole('heading', { name: '1 changed' })
  const now = await app.ask('companies.list', { after: null, limit: 10 })
  expect(now.map(({ city }) => city)).toEqual(['Bergen', 'Bergen'])
})

test('several files come in together, what one names is found in the other, and Undo takes all back', async () => {
  const rendered = await choose({
    files: {
      'people.csv': ['Full name,Company,E-mail', 'Ada Holm,Harbour Tools,ada@harbour.example'],
      'companies.csv': ['Company name,Website,Industry', 'Harbour Tools,https://harbour.example,Tools'],
    },
  })
  const { app, user } = rendered
  await toColumns(rendered)
  const tabs = await screen.findByRole('navigation', { name: 'Tables of the import' })
  expect(within(tabs).getAllByRole('button')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Check the rows' }))
  await user.click(await screen.findByRole('button', { name: 'Bring in 2 rows' }))

  await screen.findByRole('heading', { name: '2 new records' })
  const [company] = await app.ask('companies.list', { after: null, limit: 10 })
  expect(company).toMatchObject({ name: 'Harbour Tools' })
  expect(await app.ask('contacts.list', { after: null, limit: 10 })).toMatchObject([{ name: 'Ada Holm' }])

  await user.click(screen.getByRole('button', { name: 'Undo the import' }))
  const dialog = await screen.findByRole('dialog')
  const confirm = within(dialog).getByRole('button', { name: 'Undo the import' })
  await waitFor(() => expect(confirm.dataset['loading']).toBeUndefined())
  await user.click(confirm)
  await screen.findByRole('heading', { name: 'The import was taken back' })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toEqual([])
  expect(await app.ask('contacts.list', { after: null, limit: 10 })).toEqual([])
})

test('rows that stay out are saved with their reasons', async () => {
  const rendered = await choose({ files: { 'companies.csv': companies } })
  const target = join(rendered.folder, 'mend.csv')
  rendered.bridge.answer('shell.chooseTarget', { file: target, name: 'mend.csv' })
  await toCheck(rendered)

  await rendered.user.click(await screen.findByRole('button', { name: 'Save 1 row that stays out' }))

  await screen.findByText('1 row saved as mend.csv')
  expect(readFileSync(target, 'utf8')).toContain('“abc” is not a year of four digits.')
})

test('a duplicate stays out until it is brought in by hand', async () => {
  const app = await createTestApp()
  onTestFinished(() => app.close())
  await app.ask('companies.create', { name: 'Harbour Tools' })
  const rendered = await choose({ app, files: { 'companies.csv': ['Company name,City', 'Harbour Tools,Bergen'] } })
  const { user } = rendered
  await toColumns(rendered)
  await user.click(await screen.findByRole('combobox', { name: 'What is done with them' }))
  await user.click(await screen.findByRole('option', { name: 'Only add new' }))
  await user.click(screen.getByRole('button', { name: 'Check the rows' }))
  await pill(/^Duplicates 1$/u)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bring in nothing' }).disabled).toBe(true)

  await user.click(await screen.findByRole('button', { name: 'Bring in anyway' }))
  await user.click(await screen.findByRole('button', { name: 'Bring in 1 row' }))

  await screen.findByRole('heading', { name: '1 new record' })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toHaveLength(2)
})

test('who leaves the page finds the import again as it was', async () => {
  const rendered = await choose({ files: { 'companies.csv': companies } })
  await toColumns(rendered)
  await rendered.user.click(await screen.findByRole('combobox', { name: 'Field for “Mascot”' }))
  await rendered.user.click(await screen.findByRole('option', { name: 'Description' }))

  await rendered.router.navigate('/companies')
  await screen.findByRole('heading', { level: 1, name: 'Companies' })
  await rendered.router.navigate('/import')

  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Field for “Mascot”' })
  expect(field.value).toBe('Description')
})

test('dates that can be read in two ways are asked for before the rows are checked', async () => {
  const rendered = await choose({
    files: {
      'deals.csv': ['Title,Company,Amount,Close date', 'Racks,Nordic Foods,900,03/04/2026', 'Pilot,Nordic Foods,800,05/06/2026'],
    },
    route: '/import?entity=deal',
  })
  await toColumns(rendered)

  const question = await screen.findByRole('radiogroup', { name: /“03\/04\/2026” is/u })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check the rows' }).disabled).toBe(true)
  await rendered.user.click(within(question).getByRole('radio', { name: '4 Mar 2026' }))

  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check the rows' }).disabled).toBe(false)
})

test('what the columns mean is remembered, and the next file of this shape says so', async () => {
  const app = await createTestApp()
  onTestFinished(() => app.close())
  const first = await choose({
    app,
    files: { 'march.csv': ['Name,Mascot', 'Alder & Sons,Elk'] },
    route: '/import?entity=company',
  })
  await toColumns(first)
  await first.user.click(await screen.findByRole('combobox', { name: 'Field for “Mascot”' }))
  await first.user.click(await screen.findByRole('option', { name: 'Industry' }))
  await first.user.click(screen.getByRole('button', { name: 'Save this mapping' }))
  await first.user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Save' }))
  await waitFor(async () => expect(await app.ask('imports.mappings', {})).toMatchObject([{ name: 'march' }]))
  first.unmount()

  const second = await choose({ app, files: { 'april.csv': ['Name,Mascot', 'Nordic Foods,Owl'] } })
  await toColumns(second)

  await screen.findByText('The file has a known shape: the mapping “march” is used.')
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Field for “Mascot”' }).value).toBe('Industry')
})

test('a weaker source does not overwrite, and the check says whose value stays', async () => {
  const app = await createTestApp()
  onTestFinished(() => app.close())
  await app.ask('companies.create', { name: 'Harbour Tools', city: 'Oslo' })
  const rendered = await choose({ app, files: { 'shop.csv': ['Company name,City', 'Harbour Tools,Bergen'] } })
  const { user } = rendered
  await user.click(await screen.findByRole('combobox', { name: 'This data comes from' }))
  await user.click(await screen.findByRole('option', { name: 'A new source …' }))
  const dialog = await screen.findByRole('dialog', { name: 'New source' })
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Web shop')
  await user.click(within(dialog).getByRole('radio', { name: 'Weaker than: typed in by hand' }))
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await toCheck(rendered)

  await screen.findByText('1 value stays: its source is stronger')
  expect((await screen.findByRole('region', { name: 'What changes' })).textContent).toContain('which says “Bergen”')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Bring in nothing' }).disabled).toBe(true)
})

test('a bad file among good ones is named, and the import goes on without it', async () => {
  const rendered = await choose({ files: { 'companies.csv': companies } })
  const bad = join(rendered.folder, 'offer.csv')
  writeFileSync(bad, '%PDF-1.7 not a table')
  rendered.bridge.answer('shell.chooseFiles', [{ file: bad, name: 'offer.csv' }])
  await rendered.user.click(screen.getByRole('button', { name: 'Add files' }))

  const card = await screen.findByRole('region', { name: 'offer.csv' })
  await within(card).findByText(/is a PDF. Save the table/u)
  await rendered.user.click(within(card).getByRole('button', { name: 'Take out offer.csv' }))

  await screen.findByRole('region', { name: 'companies.csv' })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Continue to the columns' }).disabled).toBe(false)
})

test('past imports are listed with what they brought in, and can be taken back from there', async () => {
  const rendered = await choose({ files: { 'companies.csv': companies.slice(0, 2) } })
  const { app, user } = rendered
  await toCheck(rendered)
  await user.click(screen.getByRole('button', { name: 'Bring in 1 row' }))
  await screen.findByRole('heading', { name: '1 new record' })

  await user.click(screen.getByRole('button', { name: 'Past imports' }))
  const table = await screen.findByRole('table', { name: 'Past imports' })
  await within(table).findByText('companies.csv')
  const records = await within(table).findByRole('link', { name: 'Companies: 1 new' })
  expect(records.getAttribute('href')).toMatch(/^\/companies\?import=[\da-f-]{36}$/u)
  await user.click(within(table).getByRole('button', { name: 'Undo …' }))
  const confirm = within(await screen.findByRole('dialog')).getByRole('button', { name: 'Undo the import' })
  await waitFor(() => expect(confirm.dataset['loading']).toBeUndefined())
  await user.click(confirm)

  await within(table).findByText('taken back')
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toEqual([])
})
