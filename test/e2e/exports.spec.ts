// A list and everything taken out of the running app, through the system's own dialogs.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('the selected rows go to a file, and everything goes to a folder that is shown', async () => {
  const { desktop, page, say, ask } = office
  const folder = mkdtempSync(join(tmpdir(), 'kith-out-'))
  for (const name of ['=1+1', 'Harbour Tools', 'Nordic Foods']) await ask('companies.create', { name, phone: '+47 22 00 11 22' })
  await goTo(page, '/companies')
  await page
    .getByRole('row', { name: /Nordic Foods/u })
    .getByRole('checkbox')
    .click()
  await desktop.answerDialogs({ save: join(folder, 'companies.csv') })
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: say('exports.list_menu') })
    .click()
  await page.getByRole('radio', { name: say('exports.format.csv') }).click()
  await page.getByRole('radio', { name: say('exports.form.rows_all', { count: 3 }) }).click()
  await page.getByRole('button', { name: say('exports.form.submit', { count: 3 }) }).click()
  await expect(page.getByText(say('exports.form.done', { count: 3, name: 'companies.csv' }))).toBeVisible()

  const lines = readFileSync(join(folder, 'companies.csv'), 'utf8').split('\r\n')
  expect(lines.slice(1, 4).map((line) => line.split(',').slice(0, 2))).toEqual([
    ["'=1+1", "'+47 22 00 11 22"],
    ['Harbour Tools', "'+47 22 00 11 22"],
    ['Nordic Foods', "'+47 22 00 11 22"],
  ])
  await page
    .getByRole('button', { name: say('base.close') })
    .last()
    .click()

  await goTo(page, '/settings/export')
  await desktop.answerDialogs({ open: [folder] })
  await page.getByRole('button', { name: say('exports.page.out_button') }).click()
  await page.getByRole('button', { name: say('exports.show') }).click()
  const made = readdirSync(folder).find((name) => name.startsWith('Kith '))
  expect(readdirSync(join(folder, made ?? ''))).toEqual(
    expect.arrayContaining(['README.txt', 'companies.csv', 'datapackage.json']),
  )
  await expect.poll(() => desktop.osCalls()).toContainEqual({ kind: 'showItemInFolder', arg: join(folder, made ?? '') })
})
