// A customer in depth: made with its people, its draft after a restart, its long timeline, one value put back, its card on paper.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice, PASSWORD } from './support/office.ts'
import { pdfLetters } from './support/pdf-text.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a company is made with two people, its phone mended, and the old one put back from the history', async () => {
  const { page, ask } = office
  await goTo(page, '/companies?new')
  const form = page.getByRole('dialog', { name: 'New company' })
  await form.getByRole('textbox', { name: /^Name/u }).first().fill('杭州西湖科技有限公司')
  await form.getByRole('textbox', { name: 'Phone' }).fill('0571-88888888')
  for (const [index, name] of ['张三', '李四'].entries()) {
    await form.getByRole('button', { name: 'Add a person' }).click()
    const people = form.getByRole('group', { name: 'Contacts' })
    await people.getByRole('textbox', { name: 'Name' }).nth(index).fill(name)
    await people.getByRole('textbox', { name: 'Role' }).nth(index).fill('采购')
  }
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 2, name: '杭州西湖科技有限公司' })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Contacts 2' })).toBeVisible()

  await page.getByRole('button', { name: /^Phone: .*Edit/u }).click()
  await page.getByRole('textbox', { name: 'Phone' }).fill('0571-66666666')
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Restore Phone: 0571-88888888' }).click()
  const [company] = await ask('companies.list', { after: null, limit: 1 })
  await expect.poll(async () => (await ask('companies.get', { id: company?.id ?? '' })).phone).toBe('0571-88888888')
  expect(office.desktop.pageErrors).toEqual([])
})

test('what was typed into a form is there again after the app was started anew', async () => {
  const { page, desktop } = office
  await goTo(page, '/contacts?new')
  const form = page.getByRole('dialog', { name: 'New contact' })
  await form.getByRole('textbox', { name: /^Name/u }).fill('张三')
  await page.keyboard.press('Tab')
  await expect.poll(() => office.ask('drafts.of', { key: 'contacts.create' })).not.toBeNull()

  const again = await desktop.restart()
  await again.page.getByLabel('Password').fill(PASSWORD)
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByRole('navigation').first()).toBeVisible()
  await goTo(again.page, '/contacts?new')
  const restored = again.page.getByRole('dialog', { name: 'New contact' })
  await expect(restored.getByText(/^Draft of .* restored$/u)).toBeVisible()
  await expect(restored.getByRole('textbox', { name: /^Name/u })).toHaveValue('张三')
  office = { ...office, desktop: again, page: again.page }
})

test('a timeline of five thousand entries draws those in sight only, and reaches its end', async () => {
  test.setTimeout(180_000)
  const { page, ask } = office
  const { id } = await ask('companies.create', { name: 'Harbour Tools' })
  await page.evaluate(async (recordId) => {
    const { kith } = globalThis as unknown as { kith: { call: (id: string, path: string, input: unknown) => Promise<unknown> } }
    const log = (index: number) =>
      kith.call(crypto.randomUUID(), 'activities.log', {
        ...{ kind: 'note', recordType: 'company', recordId, text: `Note number ${index}` },
        happenedAt: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
      })
    for (let first = 0; first < 5000; first += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => log(first + index)))
  }, id)
  await goTo(page, `/companies/${id}`)
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline.getByText('Note number 4999')).toBeVisible()
  const scroller = page.locator('[data-scroller]').first()
  await expect
    .poll(
      async () => {
        await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
        return timeline.getByText('Note number 0', { exact: true }).count()
      },
      { timeout: 60_000 },
    )
    .toBe(1)
  expect(await timeline.getByRole('listitem').count()).toBeLessThan(80)
  expect(office.desktop.pageErrors).toEqual([])
})

test('the card of a company with much in it is one page, on either paper', async () => {
  const { page, desktop, ask } = office
  const long = '这是一家位于杭州的高新技术企业，主要产品为工业控制器与配套软件，对交货期要求严格。'
  const { id } = await ask('companies.create', {
    ...{ name: '杭州西湖科技有限公司', phone: '0571-88888888', city: '杭州', description: `${long}\n`.repeat(30) },
    points: Array.from({ length: 12 }, (_, index) => ({ kind: 'phone' as const, value: `1380013${8000 + index}` })),
    people: Array.from({ length: 14 }, (_, index) => ({ name: `张三${index}`, role: '采购与供应链管理中心高级总监' })),
  })
  const folder = mkdtempSync(join(tmpdir(), 'kith-card-'))
  for (const paper of ['A4', 'Letter']) {
    const target = join(folder, `${paper}.pdf`)
    await goTo(page, `/companies/${id}/print?paper=${paper}`)
    await desktop.answerDialogs({ save: target })
    await page.getByRole('button', { name: 'Save as PDF' }).click()
    await expect(page.getByText(`Saved as ${paper}.pdf`)).toBeVisible({ timeout: 20_000 })
    expect(pdfLetters(target)).toContain('Page1of1')
    expect(pdfLetters(target)).toContain('杭州西湖科技有限公司')
    await goTo(page, '/home')
  }
})
