// A list as an office uses it: typed into like a sheet, pasted into, filtered, saved as a view, changed as a whole, looked into beside it.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('companies are filled in by keyboard and paste, filtered, saved as a view, changed together and taken back', async () => {
  const { page, ask, say } = office
  for (const name of ['Alder', 'Birch', 'Cedar', 'Dogwood']) await ask('companies.create', { name, city: 'Oslo' })
  await goTo(page, '/companies')
  const grid = page.getByRole('grid')
  const rowOf = (name: string) => grid.getByRole('row', { name: new RegExp(name, 'u') })
  await expect(rowOf('Dogwood')).toBeVisible()

  await test.step('cells', async () => {
    await rowOf('Alder').locator('[data-column="1"]').click()
    await page.keyboard.type('0221 4710')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a@alder.example')
    await page.keyboard.press('Enter')
    await expect(rowOf('Alder')).toContainText('a@alder.example')
    // As a spreadsheet copies it.
    const block = [1, 2, 3].map((n) => [`0221 ${n}`, `c${n}@example.com`, `Trade ${n}`, `Town ${n}`].join('\t')).join('\r\n')
    await rowOf('Birch').locator('[data-column="1"]').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await grid.evaluate((element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, `${block}\r\n`)
    await expect(page.getByText(say('lists.paste.did', { count: 12 }))).toBeVisible()
    await expect(rowOf('Dogwood')).toContainText('Town 3')
  })

  await test.step('filter and view', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    await page.getByRole('textbox', { name: say('lists.bar.find_field') }).fill('city')
    await page.getByRole('option', { name: say('field.city') }).click()
    await page.getByRole('textbox', { name: say('lists.filter.value') }).fill('town')
    await expect(rowOf('Alder')).toBeHidden()
    await page.getByRole('button', { name: say('lists.filter.apply'), exact: true }).click()
    await page.getByRole('button', { name: say('lists.view.menu', { name: say('lists.view.all') }) }).click()
    await page.getByRole('menuitem', { name: say('lists.view.save_as_more') }).click()
    await page.getByRole('textbox', { name: /^Name/u }).fill('In towns')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: 'In towns', exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByText(say('base.list.rows_of', { count: 3, total: 4 }))).toBeVisible()
  })

  await test.step('all at once, and back', async () => {
    await grid.focus()
    await page.keyboard.press('Control+a')
    const bar = page.getByRole('toolbar', { name: say('lists.bulk.label') })
    await bar.getByRole('button', { name: say('lists.bulk.owner') }).click()
    await page.getByRole('menuitem', { name: 'Anna Berg' }).click()
    await expect(page.getByText(say('lists.bulk.did.changed', { count: 3 }))).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(rowOf('Birch')).not.toContainText('Anna Berg')
  })

  await test.step('the record beside the list', async () => {
    await grid.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Home')
    await page.keyboard.press(' ')
    const panel = page.getByRole('complementary', { name: say('lists.panel.label') })
    await expect(panel).toContainText(say('lists.panel.place', { place: 1, count: 3 }))
    await page.keyboard.press('Control+ArrowDown')
    await expect(panel).toContainText(say('lists.panel.place', { place: 2, count: 3 }))
    await page.keyboard.press('Enter')
    // Its own page: the list is gone, its head stays.
    await expect(panel).toBeHidden()
    await expect(page.getByRole('heading', { level: 2, name: 'Cedar' })).toBeVisible()
    await page.goBack()
    await expect(panel).toContainText(say('lists.panel.place', { place: 2, count: 3 }))
  })
  expect(office.desktop.pageErrors).toEqual([])
})
