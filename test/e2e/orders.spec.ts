// A product, an order of it for a company, and the way back to it.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a product is made, two lines are ordered by a company, and the order is found by its number, seen at the company and undone', async () => {
  const { page, say, ask } = office
  const company = await ask('companies.create', { name: 'Alfreds Futterkiste' })
  await ask('products.create', { name: 'Chang', unitPriceE4: 190_000 })

  await goTo(page, '/products?new')
  await page.getByRole('textbox', { name: /^Name/u }).fill('Chai')
  await page.getByRole('textbox', { name: say('field.unitPriceE4') }).fill('18')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Chai', level: 2 })).toBeVisible()

  await goTo(page, `/companies/${company.id}?tab=orders`)
  await page.getByRole('button', { name: say('orders.of_record.add') }).click()
  await page.getByRole('button', { name: say('orders.new.submit') }).click()
  const add = page.getByRole('combobox', { name: say('orders.lines.add') })
  for (const [name, quantity] of [
    ['Chai', '3'],
    ['Chang', '1.5'],
  ] as const) {
    await add.fill(name)
    await page.getByRole('option', { name, exact: true }).click()
    const field = say('orders.lines.cell', { field: say('field.quantityMilli'), name })
    await expect(page.getByRole('textbox', { name: field })).toBeFocused()
    await page.keyboard.type(quantity)
    await page.keyboard.press('Enter')
    // The line is kept before the next one is begun.
    await expect(page.getByRole('textbox', { name: field })).toBeHidden()
  }
  const total = page.getByLabel(say('orders.sums.label'))
  await expect(total).toContainText('€82.50')
  await page.getByRole('button', { name: /Discount of Chai/u }).click()
  await page.keyboard.type('10')
  await page.keyboard.press('Enter')
  await expect(total).toContainText('€77.10')

  await page.keyboard.press('Control+z')
  await expect(total).not.toContainText('€77.10')
  await expect(total).toContainText('€82.50')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('O-A-1')
  await page.getByRole('option', { name: /O-A-1/u }).click()
  await expect(page.getByRole('heading', { name: 'O-A-1', level: 2 })).toBeVisible()
  await goTo(page, `/companies/${company.id}?tab=orders`)
  await expect(page.getByRole('region', { name: say('orders.of_record.title') })).toContainText('€82.50')
  expect(office.desktop.pageErrors).toEqual([])
})
