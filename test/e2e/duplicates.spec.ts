// Records that look alike: the warning while typing, the scan, and what is remembered.
import { expect, test } from '@playwright/test'
import { goTo, openOffice } from './support/office.ts'

test('a company that is there already is named while it is typed, and leads to it', async () => {
  const { page, ask, desktop } = await openOffice({ language: 'zh-CN' })
  await ask('companies.create', { name: '杭州西湖科技有限公司', phone: '0571-88886666' })
  await goTo(page, '/companies?new')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^名称/u).fill('杭州西湖科技')
  const warning = dialog.getByRole('status').filter({ hasText: '可能已经有了' })
  await expect(warning).toContainText('杭州西湖科技有限公司')
  await expect(warning).toContainText('名称相同')
  await dialog.getByLabel('电话').first().fill('+86 571 8888 6666')
  await expect(warning).toContainText('电话相同')
  await warning.getByRole('link', { name: '杭州西湖科技有限公司' }).click()
  await expect(page.getByRole('heading', { name: '杭州西湖科技有限公司', level: 1 })).toBeVisible()
  expect(desktop.pageErrors).toEqual([])
  await desktop.close()
})

test('two that look alike are found, said to be two, and stay so in the next scan', async () => {
  const { page, ask, desktop } = await openOffice()
  await ask('companies.create', { name: 'Beacon Foods GmbH', phone: '030 1234567', city: 'Berlin' })
  await ask('companies.create', { name: 'Beacon Foods', phone: '+49 30 1234567', city: 'Berlin' })
  for (const name of [
    'Harbour Ltd',
    'Quarry Inc',
    'Summit Trading',
    'Willow Systems',
    'Onyx',
    'Nova Partners',
    'Ridge',
    'Umber',
  ]) {
    await ask('companies.create', { name })
  }
  await goTo(page, '/duplicates')
  await page.getByRole('button', { name: 'Look for duplicates' }).click()
  const group = page.getByRole('region', { name: /Beacon Foods/u })
  await expect(group.getByRole('link', { name: 'Beacon Foods', exact: true })).toBeVisible()
  await expect(group).toContainText(/the same or alike: .*phone/u)
  await group.getByRole('button', { name: 'Not a duplicate' }).click()
  await expect(group).toHaveCount(0)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('There is nothing that looks twice there.')).toBeVisible()
  // Undone, it is there again.
  await page.keyboard.press('Control+z')
  await expect(group).toHaveCount(1)
  await group.getByRole('button', { name: 'Merge…' }).click()
  await expect(page.getByRole('heading', { name: /Merge/u }).first()).toBeVisible()
  expect(desktop.pageErrors).toEqual([])
  await desktop.close()
})
