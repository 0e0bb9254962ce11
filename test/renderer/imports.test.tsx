import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'

/** Opens the import and chooses a file of these lines. */
const choose = async (name: string, lines: readonly string[], route = '/import') => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, name)
  writeFileSync(file, lines.join('\n'))
  const rendered = await renderApp({ route })
  rendered.bridge.answer('shell.chooseFile', { file, name })
  await rendered.user.click(await screen.findByRole('button', { name: 'Choose a file' }))
  return { ...rendered, folder }
}

const companies = ['Name,Phone,Founded,Mascot', 'Harbour Tools,+47 55 55 55,1998,Otter', ',1,1990,Owl', 'Alder & Sons,,abc,Elk']

test('columns without a field stand first, and the others come with a proposal', async () => {
  await choose('companies.csv', companies)

  const table = await screen.findByRole('table', { name: 'Columns' })
  const cells = within(table)
    .getAllByRole('row')
    .map((row) => row.firstElementChild?.textContent)
  expect(cells).toEqual([
    'Column of the file',
    '1 column is left out',
    'Mascot',
    '3 columns were recognised',
    'Name',
    'Phone',
    'Founded',
  ])
  expect(within(table).getByRole<HTMLInputElement>('combobox', { name: 'Field for “Founded”' }).value).toBe('Year founded')
})

test('nothing is written before the last button, and every bad cell has its reason', async () => {
  const { app, user } = await choose('companies.csv', companies)
  await user.click(await screen.findByRole('button', { name: 'Check the rows' }))

  await screen.findByText('1 row comes in')
  await screen.findByText('2 rows stay out')
  await screen.findByRole('row', { name: '3 Whole row Row stays out The row has no name.' })
  await screen.findByRole('row', { name: '4 Founded abc Row stays out “abc” is not a year of four digits.' })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toEqual([])
})

test('the good rows come in, and Undo takes them back', async () => {
  const { app, user } = await choose('companies.csv', companies)
  await user.click(await screen.findByRole('button', { name: 'Check the rows' }))
  await user.click(await screen.findByRole('button', { name: 'Import 1 row' }))

  await screen.findByRole('heading', { name: '1 row imported' })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toMatchObject([{ name: 'Harbour Tools' }])
  await user.click(screen.getByRole('button', { name: 'Undo the import' }))

  await screen.findByRole('heading', { name: 'The import was taken back. Nothing of it is left.' })
  expect(await app.ask('companies.list', { after: null, limit: 10 })).toEqual([])
})

test('the refused rows are saved with their reasons', async () => {
  const { bridge, folder, user } = await choose('companies.csv', companies)
  const target = join(folder, 'refused.csv')
  bridge.answer('shell.chooseTarget', { file: target, name: 'refused.csv' })
  await user.click(await screen.findByRole('button', { name: 'Check the rows' }))

  await user.click(await screen.findByRole('button', { name: 'Save 2 rows with reasons' }))

  await screen.findByText('2 rows saved as refused.csv')
  expect(readFileSync(target, 'utf8')).toContain('Alder & Sons,,abc,Elk,Founded: “abc” is not a year of four digits.')
})

test('two columns cannot go to one field', async () => {
  const { user } = await choose('companies.csv', companies)
  await user.click(await screen.findByRole('combobox', { name: 'Field for “Mascot”' }))
  await user.click(await screen.findByRole('option', { name: 'Phone' }))

  expect(await screen.findAllByText('Another column goes to this field already.')).toHaveLength(2)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Check the rows' }).disabled).toBe(true)
})

test('deals bring their stages: known ones are found, new ones are named before they are made', async () => {
  const { app, user } = await choose(
    'deals.csv',
    ['Title,Company,Amount,Stage', 'Racks,Nordic Foods,"1,250.50",Negotiation', 'Pilot,Nordic Foods,900,Demo given'],
    '/import?entity=deal',
  )
  const stages = within(await screen.findByRole('table', { name: 'Stages of the file' }))
  const goesTo = (name: string) => stages.getByRole<HTMLInputElement>('combobox', { name: `Stage for “${name}”` }).value
  await waitFor(() => expect(goesTo('Negotiation')).toBe('Negotiation'))
  expect(goesTo('Demo given')).toBe('A new stage')

  await user.click(screen.getByRole('button', { name: 'Check the rows' }))
  await screen.findByText('New stages: Demo given')
  await screen.findByText('1 new company')
  await user.click(screen.getByRole('button', { name: 'Import 2 rows' }))
  await screen.findByRole('heading', { name: '2 rows imported' })

  const { columns } = await app.ask('deals.board', {})
  expect(columns.map(({ stage, cards }) => [stage.name, cards.map(({ title }) => title)])).toEqual(
    expect.arrayContaining([
      ['Negotiation', ['Racks']],
      ['Demo given', ['Pilot']],
    ]),
  )
})

test('another encoding is read anew, and the proposal follows', async () => {
  const { user } = await choose('companies.csv', ['Name;Ort', 'Alder;Oslo'])
  await screen.findByRole('combobox', { name: 'Field for “Ort”' })

  await user.click(screen.getByRole('combobox', { name: 'Columns are separated by' }))
  await user.click(await screen.findByRole('option', { name: 'Tab' }))

  await screen.findByRole('combobox', { name: 'Field for “Name;Ort”' })
  expect(screen.queryByRole('combobox', { name: 'Field for “Ort”' })).toBeNull()
})

test('a file that is no table says what it is and what to do', async () => {
  const { user } = await choose('companies.csv', ['%PDF-1.7 not a table'])

  await screen.findByText(/This is a PDF, whatever its name says/u)
  await user.click(screen.getByRole('button', { name: 'Back' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy())
})
