// A field of the office's own, from the settings to the list: made, filled in, seen, filtered by, and told in the history.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a field is made in a minute, filled in, and found in form, list, filter and history', async () => {
  const { page, ask } = office
  await goTo(page, '/settings/fields')
  await page.getByRole('button', { name: 'New field' }).click()
  const making = page.getByRole('dialog', { name: 'New field of companies' })
  await making.getByRole('textbox', { name: /^Name/u }).fill('Grade')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Single')
  await page.getByRole('option', { name: 'Single choice' }).click()
  await making.getByRole('textbox', { name: 'Choices' }).fill('Gold\nSilver')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Grade', exact: true })).toBeVisible()

  await goTo(page, '/companies?new')
  const form = page.getByRole('dialog', { name: 'New company' })
  await form.getByRole('textbox', { name: /^Name/u }).first().fill('Harbour Tools')
  await form.getByRole('combobox', { name: 'Grade' }).click()
  await page.getByRole('option', { name: 'Gold' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Grade: Gold. Edit' })).toBeVisible()

  await page.getByRole('button', { name: 'Grade: Gold. Edit' }).click()
  await page.getByRole('option', { name: 'Silver' }).click()
  await expect(page.getByRole('button', { name: 'Grade: Silver. Edit' })).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('Grade: Gold → Silver')).toBeVisible()

  await ask('companies.create', { name: 'Plain Goods' })
  const { fields } = await ask('customFields.list', { entity: 'company' })
  const { key = '', choices = [] } = fields[0] ?? {}
  const found = await ask('lists.page', {
    ...{ entity: 'companies', columns: ['name', key] },
    filter: { items: [{ field: key, operator: 'anyOf', value: [choices[1]?.id ?? ''] }] },
  })
  expect(found.rows.map(({ title }) => title)).toEqual(['Harbour Tools'])
  expect(office.desktop.pageErrors).toEqual([])
})
