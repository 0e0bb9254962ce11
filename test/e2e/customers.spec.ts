// A customer from the first entry to the archive and back, and what was said and promised on its card.
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a company and a person are written down, found by pinyin, mended in place, archived and taken back', async () => {
  const { page, ask } = office
  await goTo(page, '/companies')
  await page.getByRole('button', { name: 'New company' }).click()
  const form = page.getByRole('dialog', { name: 'New company' })
  await form.getByRole('textbox', { name: /^Name/u }).fill('杭州西湖科技有限公司')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 2, name: '杭州西湖科技有限公司' })).toBeVisible()
  const [company] = await ask('companies.list', { after: null, limit: 5 })
  await ask('contacts.create', { name: '张三', phone: '+86 139 1111 8013', companyId: company?.id ?? null, role: '采购' })

  await goTo(page, '/contacts')
  for (const typed of ['zs', 'zhangsan', '张', '8013', '139 1111']) {
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill(typed)
    await expect(page.getByRole('row', { name: /张三 .*杭州西湖科技有限公司/u })).toBeVisible()
  }

  await goTo(page, `/companies/${company?.id}`)
  await page.getByRole('button', { name: 'City: empty. Edit' }).click()
  await page.getByRole('textbox', { name: 'City' }).fill('杭州')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'City: 杭州. Edit' })).toBeVisible()

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await page.getByRole('button', { name: 'Archive the company only' }).click()
  await expect(page.getByText(/This record is archived/u)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/This record is archived/u)).toBeHidden()
  expect(office.desktop.pageErrors).toEqual([])
})

test('a note and a task stand on the timeline, and the task is ticked off', async () => {
  const { page, ask } = office
  const { id } = await ask('companies.create', { name: 'Harbour Tools' })
  await goTo(page, `/companies/${id}`)
  const words = page.getByRole('textbox', { name: /Write down what happened/u })
  await words.fill('They want an offer by May.')
  await page.keyboard.press('Control+Enter')
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline.getByText('They want an offer by May.')).toBeVisible()

  await page.getByText('Task', { exact: true }).click()
  await words.fill('Send the offer')
  await page.getByRole('button', { name: 'Add task' }).click()
  await timeline.getByRole('checkbox', { name: 'Done: Send the offer' }).click()
  await expect(timeline.getByRole('checkbox', { name: 'Done: Send the offer' })).toBeChecked()
  expect(await ask('activities.tasks', {})).toEqual({ tasks: [], next: null })
  expect(office.desktop.pageErrors).toEqual([])
})
