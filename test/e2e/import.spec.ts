// Imports as an office lives them: bad cells mended in their place, the same file again, a file that changes a few values, several tables
// at once, and the way back.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

const folder = (): string => mkdtempSync(join(tmpdir(), 'kith-import-'))

/** As far as the check of the rows. */
const choose = async ({ desktop, page, say }: Office, files: readonly string[]): Promise<void> => {
  await desktop.answerDialogs({ open: files })
  await goTo(page, '/import')
  await page.getByRole('button', { name: say('imports.choose.button') }).click()
  await page.getByRole('button', { name: say('imports.files.next') }).click()
  await page.getByRole('button', { name: say('imports.columns.check') }).click()
  // Its head, and a row: keys that go through the rows know only those that are there.
  await expect(
    page
      .getByRole('grid', { name: say('imports.check.rows') })
      .getByRole('row')
      .nth(1),
  ).toBeVisible()
}

const count = (page: Page, { say }: Office, fate: 'new' | 'update' | 'unchanged' | 'refused', rows: number) =>
  page.getByRole('group', { name: say('imports.check.show') }).getByRole('button', {
    name: `${say(`imports.fate.${fate}`)} ${rows}`,
    exact: true,
  })

test('a bad cell is mended by keyboard, the rest is saved with its reason, and Undo leaves nothing', async () => {
  const { desktop, page, say, ask } = office
  const there = folder()
  const [file, rest] = [join(there, 'companies.csv'), join(there, 'mend.csv')]
  writeFileSync(file, 'Name;Founded;Mascot\nHarbour Tools;1998;Otter\nAlder & Sons;abc;Elk\nNordic Foods;xyz;Owl\n')
  await choose(office, [file])
  await expect(count(page, office, 'refused', 2)).toBeVisible()

  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+.')
  await expect(page.getByRole('status').filter({ hasText: say('imports.year.unreadable', { value: 'abc' }) })).toBeVisible()
  await page.keyboard.type('1987')
  await page.keyboard.press('Enter')
  await expect(count(page, office, 'refused', 1)).toBeVisible()
  await desktop.answerDialogs({ save: rest })
  await page.getByRole('button', { name: say('imports.check.save_rows', { count: 1 }) }).click()
  await expect(page.getByText(say('imports.check.saved', { count: 1, name: 'mend.csv' }))).toBeVisible()
  expect(readFileSync(rest, 'utf8')).toContain(say('imports.year.unreadable', { value: 'xyz' }))
  expect(await ask('companies.list', { after: null, limit: 10 })).toEqual([])

  await page.getByRole('button', { name: say('imports.check.import', { new: 2, update: 0 }) }).click()
  await expect(page.getByRole('heading', { name: say('imports.done.title', { new: 2, update: 0 }) })).toBeVisible()
  expect(await ask('companies.list', { after: null, limit: 10 })).toHaveLength(2)
  await page.getByRole('button', { name: say('imports.done.undo') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('imports.take_back.confirm') })
    .click()
  await expect(page.getByRole('heading', { name: say('imports.done.undone') })).toBeVisible()
  expect(await ask('companies.list', { after: null, limit: 10 })).toEqual([])
  expect(desktop.pageErrors).toEqual([])
})

test('the same file again is unchanged, and what another month changes is shown before and after', async () => {
  const { desktop, page, say } = office
  const there = folder()
  const [march, april] = [join(there, 'march.csv'), join(there, 'april.csv')]
  writeFileSync(march, 'Company name,City\nHarbour Tools,Oslo\nAlder & Sons,Bergen\n')
  writeFileSync(april, 'Company name,City\nHarbour Tools,Stavanger\nAlder & Sons,Bergen\n')
  await choose(office, [march])
  await page.getByRole('button', { name: say('imports.check.import', { new: 2, update: 0 }) }).click()
  await page.getByRole('button', { name: say('imports.screen.another') }).click()

  await choose(office, [march])
  await expect(count(page, office, 'unchanged', 2)).toBeVisible()
  await expect(page.getByRole('button', { name: say('imports.check.import', { new: 0, update: 0 }) })).toBeDisabled()
  await page.getByRole('button', { name: say('imports.screen.back') }).click()
  await page.getByRole('button', { name: say('imports.screen.back') }).click()
  await page.getByRole('button', { name: say('imports.files.restart') }).click()

  await choose(office, [april])
  await count(page, office, 'update', 1).click()
  await expect(page.getByRole('complementary').getByText('Oslo → Stavanger')).toBeVisible()
  await page.getByRole('button', { name: say('imports.check.import', { new: 0, update: 1 }) }).click()
  await expect(page.getByRole('heading', { name: say('imports.done.title', { new: 0, update: 1 }) })).toBeVisible()
  expect(desktop.pageErrors).toEqual([])
})

test('a table of companies and one of people come in at once, each where the other names it', async () => {
  const { desktop, page, say, ask } = office
  const there = folder()
  const [people, companies] = [join(there, 'people.csv'), join(there, 'companies.csv')]
  writeFileSync(people, 'Full name,Company,E-mail\nAda Holm,Harbour Tools,ada@harbour.example\n')
  writeFileSync(companies, 'Company name,Website,Industry\nHarbour Tools,https://harbour.example,Tools\n')
  await choose(office, [people, companies])
  await page.getByRole('button', { name: say('imports.check.import', { new: 2, update: 0 }) }).click()
  await expect(page.getByRole('heading', { name: say('imports.done.title', { new: 2, update: 0 }) })).toBeVisible()

  const [company] = await ask('companies.list', { after: null, limit: 10 })
  expect(await ask('companies.contacts', { id: company?.id ?? '' })).toMatchObject([{ contact: { name: 'Ada Holm' } }])
  expect(desktop.pageErrors).toEqual([])
})
