// A ticket from the first call to its solution.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a request is written down, noted on inside, answered and solved, and leaves the open queue', async () => {
  const { page, say, ask } = office
  const { id } = await ask('tickets.create', { subject: 'Pump stands still', priority: 'urgent' })
  await goTo(page, '/tickets')
  await page.getByRole('link', { name: 'Pump stands still' }).click()
  const box = page.getByRole('textbox', { name: say('tickets.composer.label') })

  await page.getByText(say('tickets.composer.note'), { exact: true }).click()
  await box.fill('The seal again.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('article')).toContainText([say('tickets.message.note')])

  await page.getByText(say('tickets.composer.reply'), { exact: true }).click()
  await box.fill('A new seal is on its way.')
  await page.getByRole('button', { name: say('tickets.composer.and_status') }).click()
  await page.getByRole('menuitem', { name: say('tickets.composer.and_set', { status: 'Solved' }) }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  expect(await ask('tickets.get', { id })).toMatchObject({ status: { name: 'Solved' } })

  await goTo(page, '/tickets')
  await expect(page.getByText(say('tickets.empty.open'))).toBeVisible()
  await page.getByRole('button', { name: say('tickets.queue.closed'), exact: true }).click()
  await expect(page.getByRole('row', { name: /Pump stands still/u })).toBeVisible()
  expect(office.desktop.pageErrors).toEqual([])
})
