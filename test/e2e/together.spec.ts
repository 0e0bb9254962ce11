// Two windows and the command line's process on one workspace: what one of them does, the others show by themselves.
import { expect, test } from '@playwright/test'
import { goByRail } from './support/by-hand.ts'
import { callByCommandLine } from './support/command-line.ts'
import { goTo, type Office, openOffice, PASSWORD } from './support/office.ts'

/** What is done elsewhere has to be seen within this time. */
const SOON = { timeout: 2000 }

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

test('a company added by the command line appears in the open list within two seconds', async () => {
  const { page, say, folder, desktop } = office
  await goByRail(page, say, 'app.nav.companies')
  await expect(page.getByText(say('customers.no_companies'))).toBeVisible()

  const reply = await callByCommandLine(folder, PASSWORD, 'companies.create', { name: 'Nordlicht GmbH', city: 'Kiel' })
  await expect(page.getByRole('row', { name: /Nordlicht GmbH .*Kiel/u })).toBeVisible(SOON)
  expect(reply).toMatchObject({ ok: true, data: { name: 'Nordlicht GmbH' } })

  await goByRail(page, say, 'app.nav.history')
  await expect(page.getByRole('main')).toContainText('Nordlicht GmbH')
  await expect(page.getByRole('main')).toContainText('Anna Berg')
  expect(desktop.pageErrors).toEqual([])
})

test('the command line is refused with a wrong password, also while a window has the workspace open', async () => {
  const { folder, ask } = office
  const refused = await callByCommandLine(folder, 'not the password', 'companies.list', { after: null, limit: 1 }).catch(
    (error: unknown) => JSON.parse((error as { stdout: string }).stdout) as unknown, // execFile's own error
  )
  expect(refused).toMatchObject({ ok: false })
  expect((await ask('workspace.status', {})).state).toBe('open')
})

test('a change and its undo in one window are seen in the other', async () => {
  const { page, say, desktop, ask } = office
  const { id } = await ask('companies.create', { name: 'Harbour Crane Works', phone: '040 1234' })
  const opened = desktop.app.waitForEvent('window')
  await ask('shell.openWindow', { route: '/companies' })
  const other = await opened
  await expect(other.getByRole('row', { name: /Harbour Crane Works 040 1234/u })).toBeVisible({ timeout: 15_000 })

  await goTo(page, `/companies/${id}`)
  await page.getByRole('button', { name: say('base.edit_field', { field: say('field.phone'), value: '040 1234' }) }).click()
  await page.getByRole('textbox', { name: say('field.phone') }).fill('040 9999')
  await page.keyboard.press('Enter')
  await expect(other.getByRole('row', { name: /Harbour Crane Works 040 9999/u })).toBeVisible(SOON)

  await page.keyboard.press('Control+z')
  await expect(other.getByRole('row', { name: /Harbour Crane Works 040 1234/u })).toBeVisible(SOON)
  await expect(
    page.getByRole('button', { name: say('base.edit_field', { field: say('field.phone'), value: '040 1234' }) }),
  ).toBeVisible(SOON)
  expect(desktop.pageErrors).toEqual([])
})

test('locking in one window locks the other, which then shows nothing of the workspace', async () => {
  const { page, say, desktop, ask } = office
  await ask('companies.create', { name: 'Harbour Crane Works' })
  const opened = desktop.app.waitForEvent('window')
  await ask('shell.openWindow', { route: '/companies' })
  const other = await opened
  await expect(other.getByRole('row', { name: /Harbour Crane Works/u })).toBeVisible({ timeout: 15_000 })

  await page.getByRole('button', { name: say('app.nav.lock') }).click()
  await expect(other.getByRole('heading', { name: say('entry.lock.title') })).toBeVisible(SOON)
  expect(await other.locator('body').textContent()).not.toContain('Harbour')
})
