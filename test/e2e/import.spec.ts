// An import with bad cells: they are named before anything is written, saved with their reasons, and the good rows come in.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('good rows come in, bad ones are saved with reasons, and Undo leaves nothing', async () => {
  const { desktop, page, say, ask } = office
  const folder = mkdtempSync(join(tmpdir(), 'kith-import-'))
  const [file, refused] = [join(folder, 'companies.csv'), join(folder, 'mend.csv')]
  writeFileSync(file, 'Name;Founded;Mascot\nHarbour Tools;1998;Otter\nAlder & Sons;abc;Elk\n;1990;Owl\n')
  await desktop.answerDialogs({ open: [file], save: refused })
  await goTo(page, '/import?entity=company')

  await page.getByRole('button', { name: say('imports.choose.button') }).click()
  await expect(page.getByText(say('imports.columns.left_out', { count: 1 }))).toBeVisible()
  await page.getByRole('button', { name: say('imports.columns.check') }).click()
  await expect(page.getByText(say('imports.check.refused', { count: 2 }))).toBeVisible()
  await page.getByRole('button', { name: say('imports.check.save_refused', { count: 2 }) }).click()
  await expect(page.getByText(say('imports.check.saved', { count: 2, name: 'mend.csv' }))).toBeVisible()
  expect(readFileSync(refused, 'utf8')).toContain('“abc” is not a year of four digits.')
  expect(await ask('companies.list', { after: null, limit: 10 })).toEqual([])

  await page.getByRole('button', { name: say('imports.check.import', { count: 1 }) }).click()
  await page.getByRole('button', { name: say('imports.done.undo') }).click()
  await expect(page.getByRole('heading', { name: say('imports.done.undone') })).toBeVisible()
  expect(await ask('companies.list', { after: null, limit: 10 })).toEqual([])
  expect(desktop.pageErrors).toEqual([])
})
