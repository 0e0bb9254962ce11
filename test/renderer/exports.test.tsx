// Exporting a list and everything, from the screen to the file.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderApp } from '../support/render-with-app.tsx'
import { createTestApp } from '../support/test-app.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-exports-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const companies = async () => {
  const app = await createTestApp({ language: 'en' })
  for (const [name, city] of [
    ['Alder', 'Bergen'],
    ['Birch', 'Oslo'],
    ['Cedar', 'Oslo'],
  ] as const)
    await app.ask('companies.create', { name, city })
  return app
}

const linesOf = (name: string): string[] => readFileSync(join(folder, name), 'utf8').slice(1).trimEnd().split('\r\n')

test('the list is exported as it is seen, in two steps', async () => {
  const { bridge, user } = await renderApp({ route: '/companies?sort=name.desc', app: await companies() })
  bridge.answer('shell.chooseTarget', { file: join(folder, 'out.csv'), name: 'out.csv' })
  bridge.answer('shell.showFile', null)
  await screen.findByRole('row', { name: /Birch/u })

  await user.click(screen.getByRole('button', { name: 'Display' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Export…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Export: Companies' }))
  await user.click(dialog.getByRole('radio', { name: /CSV/u }))
  await user.click(dialog.getByRole('button', { name: 'Export 3 rows' }))
  await dialog.findByText('3 rows were written to “out.csv”.')
  await user.click(dialog.getByRole('button', { name: 'Show in folder' }))

  const [headings = '', ...rows] = linesOf('out.csv')
  expect(headings).toMatch(/^Name,Phone,E-mail,Industry,City,/u)
  expect(rows.map((row) => row.split(',')[0])).toEqual(['Cedar', 'Birch', 'Alder'])
  expect(bridge.shellCalls.map(({ path }) => path)).toContain('shell.showFile')
})

test('only the selected rows are exported from their bar', async () => {
  const { bridge, user } = await renderApp({ route: '/companies', app: await companies() })
  bridge.answer('shell.chooseTarget', { file: join(folder, 'some.csv'), name: 'some.csv' })
  const row = await screen.findByRole('row', { name: /Birch/u })
  await user.click(within(row).getByRole('checkbox'))
  await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Export…' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: /CSV/u }))
  await user.click(dialog.getByRole('button', { name: 'Export 1 row' }))
  await dialog.findByText('1 row was written to “some.csv”.')
  expect(
    linesOf('some.csv')
      .slice(1)
      .map((line) => line.split(',')[0]),
  ).toEqual(['Birch'])
})

test('the key opens the form, and what cannot be written is said in it', async () => {
  const { bridge, user } = await renderApp({ route: '/companies', app: await companies() })
  bridge.answer('shell.chooseTarget', { file: join(folder, 'gone', 'out.xlsx'), name: 'out.xlsx' })
  await screen.findByRole('row', { name: /Birch/u })
  await user.keyboard('{Control>}{Shift>}e{/Shift}{/Control}')
  const dialog = within(await screen.findByRole('dialog', { name: 'Export: Companies' }))
  await user.click(dialog.getByRole('button', { name: 'Export 3 rows' }))
  await dialog.findByText(/“out.xlsx” could not be written/u)
  expect(existsSync(join(folder, 'gone'))).toBe(false)
})

test('everything is taken out, and back into an empty workspace', async () => {
  const place = join(folder, 'Kith 2026-03-02')
  const { bridge, user } = await renderApp({ route: '/settings/export', app: await companies() })
  bridge.answer('shell.chooseTarget', { file: place, name: 'Kith 2026-03-02' })
  await user.click(await screen.findByRole('button', { name: 'Export everything…' }))
  await screen.findByText(/rows of \d+ tables and no files were written to “Kith 2026-03-02”/u, {}, { timeout: 10_000 })
  expect(readdirSync(place)).toContain('datapackage.json')
})

test('an export is shown before it is taken in, and says who of its people one is', async () => {
  const place = join(folder, 'export')
  await (await companies()).ask('exports.everything', { target: place })
  const empty = await createTestApp({ language: 'en', workspaceId: '01900000-0000-7000-8000-0000000000ff' })
  const { app, bridge, user } = await renderApp({ route: '/settings/export', app: empty })
  bridge.answer('shell.chooseFolder', { folder: place, file: place })
  await user.click(await screen.findByRole('button', { name: 'Choose an exported folder…' }))
  await screen.findByText(/“Test office”, exported on/u, {}, { timeout: 10_000 })
  const person = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Which of these people are you?' })
  expect(person.value).toBe('Anna Berg')
  await user.click(screen.getByRole('button', { name: /^Take in \d+ rows$/u }))
  await screen.findByText(/Took in \d+ rows and no files/u, {}, { timeout: 10_000 })
  expect(await app.ask('lists.count', { entity: 'companies' })).toEqual({ count: 3 })
})
