// Two windows on two workspaces: one computer joins the office of the other by its screens, both work, also apart, and decide together.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { Translate } from '#renderer/i18n/translate.ts'
import { complaints } from './support/axe.ts'
import { goByRail } from './support/by-hand.ts'
import { askIn, goTo, PASSWORD } from './support/office.ts'
import {
  isConnected,
  joinByHand,
  openHost,
  openNewMachine,
  pairByHand,
  PATIENCE,
  showCode,
  startAgain,
  switchOn,
} from './support/two-machines.ts'

/** What is done elsewhere has to be seen within this time. */
const SOON = { timeout: 2000 }
const out = join('out', 'office-network')

const phone = (page: Page, say: Translate, value: string) =>
  page.getByRole('button', { name: say('base.edit_field', { field: say('field.phone'), value }) })
const changePhone = async (page: Page, say: Translate, from: string, to: string): Promise<void> => {
  await phone(page, say, from).click()
  await page.getByRole('textbox', { name: say('field.phone') }).fill(to)
  await page.keyboard.press('Enter')
  await expect(phone(page, say, to)).toBeVisible()
}

for (const [language, colorScheme, width, height] of [
  ['en', 'light', 1366, 768],
  ['zh-CN', 'dark', 1366, 768],
] as const) {
  test(`a second computer joins, both work together and apart, and a conflict is decided for both (${language})`, async () => {
    test.setTimeout(180_000)
    mkdirSync(out, { recursive: true })
    const names = language === 'en' ? ['Front desk', 'Back office'] : ['前台', '财务室']
    const [front = '', back = ''] = names
    const [anna, ben] = ['Anna Berg', language === 'en' ? 'Ben Okafor' : '陈晨']
    const host = await openHost({ language })
    const { say } = host
    const { id } = await host.ask('companies.create', { name: 'Harbour Tools', phone: '030 100' })
    await host.ask('shell.setPreferences', { colorScheme })
    const guest = await openNewMachine()
    const { page } = guest.desktop
    const look = (whose: string, at: Page) => async (step: string) => {
      await at.setViewportSize({ width, height })
      await at.evaluate(() => document.fonts.ready.then(() => undefined))
      await at.waitForTimeout(300)
      await at.screenshot({ path: join(out, `${language}-${whose}-${step}.png`), animations: 'disabled' })
      expect(await complaints(at)).toEqual([])
    }
    const lookHere = look('host', host.page)
    const lookThere = look('guest', page)
    try {
      await switchOn(host.page, say, front)
      const code = await showCode(host.page, say)
      await lookHere('code')

      await askIn(page)('shell.setPreferences', { language, colorScheme })
      await page.getByRole('heading', { name: say('entry.language.title') }).waitFor()
      await lookThere('welcome')
      await pairByHand({ page, say, place: host.place, code, name: back, look: lookThere })
      const signsOf = (at: Page, key: 'pairing_signs.host' | 'pairing_signs.guest') =>
        at.getByRole('list', { name: say(key) }).getByRole('listitem')
      await expect(signsOf(page, 'pairing_signs.guest')).toHaveCount(4)
      const compared = await signsOf(page, 'pairing_signs.guest').allTextContents()
      await expect(signsOf(host.page, 'pairing_signs.host')).toHaveText(compared)
      await lookHere('paired')
      await joinByHand({ page, say, look: lookThere, newcomer: ben })
      await expect(page.getByRole('heading', { name: say('app.nav.home') })).toBeVisible(PATIENCE)
      await goByRail(page, say, 'app.nav.companies')
      await expect(page.getByRole('row', { name: /Harbour Tools/u })).toBeVisible(PATIENCE)
      await expect(host.page.getByText(back, { exact: true })).toBeVisible(PATIENCE)
      await expect(host.page.getByText(say('network_page.connected'), { exact: true })).toBeVisible(PATIENCE)
      await lookHere('joined')

      // Together: each sees that the other has the record open too, and what one writes shows to the other.
      const [atFront, atBack] = [
        say('presence.at', { name: anna, device: front }),
        say('presence.at', { name: ben, device: back }),
      ]
      await goTo(page, `/companies/${id}`)
      await goTo(host.page, `/companies/${id}`)
      await expect(phone(page, say, '030 100')).toBeVisible()
      await expect(phone(host.page, say, '030 100')).toBeVisible()
      await expect(page.getByText(say('presence.also_here', { count: 1, who: atFront }))).toBeVisible(SOON)
      await expect(host.page.getByText(say('presence.also_here', { count: 1, who: atBack }))).toBeVisible(SOON)
      await changePhone(host.page, say, '030 100', '030 200')
      await expect(phone(page, say, '030 200')).toBeVisible(SOON)
      await changePhone(page, say, '030 200', '030 300')
      await expect(phone(host.page, say, '030 300')).toBeVisible(SOON)

      // One is typing while the other saves the same field: a banner says so, and what is typed stays.
      const banner = page.getByRole('status').filter({ hasText: say('presence.changed_now', { who: atFront }) })
      await banner.getByRole('button', { name: say('presence.seen') }).click()
      await expect(banner).toHaveCount(0)
      await phone(page, say, '030 300').click()
      const typed = page.getByRole('textbox', { name: say('field.phone') })
      await typed.fill('030 333')
      await changePhone(host.page, say, '030 300', '030 350')
      await expect(banner).toContainText('030 350', SOON)
      await expect(typed).toHaveValue('030 333')
      await lookThere('typing')
      await lookHere('also-here')
      await page.getByRole('button', { name: say('base.take_theirs') }).click()
      await expect(phone(page, say, '030 350')).toBeVisible()

      // Apart: both write the same field.
      await goTo(page, '/settings/network')
      await page.getByRole('button', { name: say('network_page.switch_off') }).click()
      await page.getByRole('button', { name: say('network_page.switch_on') }).waitFor()
      await goTo(page, `/companies/${id}`)
      await changePhone(page, say, '030 350', '030 444')
      await changePhone(host.page, say, '030 350', '030 555')
      await goTo(page, '/settings/network')
      await page.getByRole('button', { name: say('network_page.switch_on') }).click()

      // Met: both show it.
      const open = say('conflicts.nav', { count: 1 })
      await expect(page.getByRole('link', { name: open })).toBeVisible(PATIENCE)
      await expect(host.page.getByRole('link', { name: open })).toBeVisible(SOON)
      await expect(host.page.getByRole('button', { name: say('conflicts.badge', { count: 1 }) })).toBeVisible(SOON)
      await lookHere('badge')
      await page.getByRole('link', { name: open }).click()
      await expect(page.getByRole('heading', { name: 'Harbour Tools' })).toBeVisible()
      await expect(page.getByRole('main').getByText(new RegExp(`${anna}.*${front}`, 'u'))).toBeVisible()
      await expect(page.getByRole('main').getByText(new RegExp(`${ben}.*${back}`, 'u'))).toBeVisible()
      await lookThere('conflict')

      // Decided on one, gone on the other.
      await page
        .getByRole('button', { name: say('conflicts.keep_label', { field: say('field.phone'), value: '030 555' }) })
        .click()
      await expect(page.getByRole('link', { name: open })).toHaveCount(0)
      await expect(host.page.getByRole('link', { name: open })).toHaveCount(0, SOON)
      await expect(host.page.getByRole('button', { name: say('conflicts.badge', { count: 1 }) })).toHaveCount(0, SOON)
      await expect(phone(host.page, say, '030 555')).toBeVisible(SOON)
      await lookHere('decided')
      expect([...host.desktop.pageErrors, ...guest.desktop.pageErrors]).toEqual([])
    } finally {
      await Promise.all([host.desktop.close(), guest.desktop.close()])
    }
  })
}

test('who joins while the office goes home waits, and gets everything when it is back', async () => {
  test.setTimeout(180_000)
  mkdirSync(out, { recursive: true })
  const host = await openHost()
  const { say } = host
  await host.ask('companies.create', { name: 'Harbour Tools' })
  const guest = await openNewMachine()
  const { page } = guest.desktop
  let again = host.desktop
  try {
    await switchOn(host.page, say, 'Front desk')
    const code = await showCode(host.page, say)
    await askIn(page)('shell.setPreferences', { language: 'en' })
    await pairByHand({ page, say, place: host.place, code, name: 'Back office' })
    await host.desktop.close()
    await joinByHand({ page, say, newcomer: 'Ben Okafor' })
    await expect(page.getByRole('heading', { name: say('joining.waiting_title') })).toBeVisible()
    await page.screenshot({ path: join(out, 'en-guest-waiting.png') })
    again = await startAgain(host.machine, say)
    await expect(page.getByRole('heading', { name: say('app.nav.home') })).toBeVisible({ timeout: 60_000 })
    await goByRail(page, say, 'app.nav.companies')
    await expect(page.getByRole('row', { name: /Harbour Tools/u })).toBeVisible(PATIENCE)
    expect(await isConnected(page)).toBe(true)
    expect(guest.desktop.pageErrors).toEqual([])
  } finally {
    await Promise.all([again.close(), guest.desktop.close()])
  }
})

test('a wrong code is told with the tries that are left, and who stops in the middle comes in with a new one', async () => {
  test.setTimeout(180_000)
  const host = await openHost()
  const { say } = host
  const first = await openNewMachine()
  let desktop = first.desktop
  try {
    await switchOn(host.page, say, 'Front desk')
    const code = await showCode(host.page, say)
    await askIn(desktop.page)('shell.setPreferences', { language: 'en', colorScheme: 'dark' })
    const wrong = code.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'))
    const { page } = desktop
    await page.getByRole('button', { name: say('entry.begin.join_text') }).click()
    await page.getByLabel(say('joining.address')).fill(host.place)
    const field = page.getByRole('textbox', { name: new RegExp(`^${say('joining.code')}`, 'u') })
    await field.fill(wrong)
    await page.getByRole('button', { name: say('base.continue') }).click()
    await expect(page.getByText(say('sync.pairing.wrong_code', { tries: 2 }))).toBeVisible(PATIENCE)
    await expect(field).toBeFocused()
    expect(await complaints(page)).toEqual([])
    await field.fill(code)
    await page.getByRole('button', { name: say('base.continue') }).click()
    await page.getByRole('button', { name: say('joining.submit') }).waitFor(PATIENCE)

    // The program is closed between being let in and saying who one is.
    desktop = await desktop.restart()
    const next = await showCode(host.page, say)
    await pairByHand({ page: desktop.page, say, place: host.place, code: next, name: 'Back office' })
    await joinByHand({ page: desktop.page, say })
    await expect(desktop.page.getByRole('heading', { name: say('app.nav.home') })).toBeVisible(PATIENCE)
    expect(desktop.pageErrors).toEqual([])
  } finally {
    await Promise.all([host.desktop.close(), desktop.close()])
  }
})

test('one joins by the keyboard alone', async () => {
  test.setTimeout(180_000)
  const host = await openHost()
  const { say } = host
  const guest = await openNewMachine()
  const { page } = guest.desktop
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 30; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${target.toString()}`)
  }
  try {
    await switchOn(host.page, say, 'Front desk')
    const code = await showCode(host.page, say)
    await askIn(page)('shell.setPreferences', { language: 'en' })
    await tabTo(page.getByRole('button', { name: say('entry.begin.join_text') }))
    await page.keyboard.press('Enter')
    // The code is asked first of all; the way back to the address is two steps.
    await expect(page.getByRole('textbox', { name: new RegExp(`^${say('joining.code')}`, 'u') })).toBeFocused()
    await page.keyboard.type(code)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type(host.place)
    await tabTo(page.getByRole('button', { name: say('base.continue') }))
    await page.keyboard.press('Enter')
    const who = page.getByRole('combobox', { name: say('joining.user') })
    await expect(who).toBeFocused(PATIENCE)
    await page.keyboard.press('ArrowDown')
    // Nobody presses Enter before the list is there.
    await expect(who).toHaveAttribute('aria-activedescendant', /./u)
    await page.keyboard.press('Enter')
    await expect(who).toHaveValue('Anna Berg')
    await tabTo(page.getByLabel(new RegExp(`^${say('joining.password')}`, 'u')))
    await page.keyboard.type(PASSWORD)
    await tabTo(page.getByLabel(new RegExp(`^${say('entry.create.password_again')}`, 'u')))
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say('entry.key.title') }).waitFor(PATIENCE)
    const key = (await page.locator('output span').allTextContents()).join('-')
    await tabTo(page.getByRole('button', { name: say('entry.key.next') }))
    await page.keyboard.press('Enter')
    await tabTo(page.getByLabel(say('entry.confirm.label')))
    await page.keyboard.type(key)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: say('app.nav.home') })).toBeVisible(PATIENCE)
    expect(guest.desktop.pageErrors).toEqual([])
  } finally {
    await Promise.all([host.desktop.close(), guest.desktop.close()])
  }
})

test('a computer that was removed joins again by what its page offers, or goes back to what it had', async () => {
  test.setTimeout(180_000)
  mkdirSync(out, { recursive: true })
  const host = await openHost()
  const { say } = host
  const guest = await openNewMachine()
  const { page } = guest.desktop
  const look = async (step: string): Promise<void> => {
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(out, `en-guest-${step}.png`), animations: 'disabled' })
    expect(await complaints(page)).toEqual([])
  }
  try {
    await switchOn(host.page, say, 'Front desk')
    await askIn(page)('shell.setPreferences', { language: 'en' })
    await pairByHand({ page, say, place: host.place, code: await showCode(host.page, say), name: 'Back office' })
    await joinByHand({ page, say, newcomer: 'Ben Okafor' })
    await expect(host.page.getByText('Back office', { exact: true })).toBeVisible(PATIENCE)

    await host.page.getByRole('button', { name: say('network_page.actions', { name: 'Back office' }) }).click()
    await host.page.getByRole('menuitem', { name: say('network_page.remove') }).click()
    await host.page.screenshot({ path: join(out, 'en-host-remove.png'), animations: 'disabled' })
    await host.page.getByRole('button', { name: say('network_page.remove_submit') }).click()

    await goTo(page, '/settings/network')
    await page.getByRole('button', { name: say('network_page.join_again') }).click(PATIENCE)
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('join-again')
    await page.getByRole('button', { name: say('network_page.join_again_submit') }).click()
    await expect(page.getByRole('heading', { name: say('entry.language.title') })).toBeVisible()
    await look('begin-again')
    await page.getByRole('button', { name: say('base.back'), exact: true }).click()
    await expect(page.getByRole('heading', { name: say('entry.lock.title') })).toBeVisible()
    await look('locked')
    await page.getByRole('button', { name: say('entry.lock.other') }).click()

    await pairByHand({ page, say, place: host.place, code: await showCode(host.page, say), name: 'Back office' })
    await page.getByRole('combobox', { name: say('joining.user') }).click()
    await expect(page.getByRole('option', { name: 'Ben Okafor' })).toBeVisible()
    await page.keyboard.press('Escape')
    await joinByHand({ page, say })
    await expect(page.getByRole('heading', { name: say('app.nav.home') })).toBeVisible(PATIENCE)
    await expect.poll(() => isConnected(page), PATIENCE).toBe(true)
    expect(guest.desktop.pageErrors).toEqual([])
  } finally {
    await Promise.all([host.desktop.close(), guest.desktop.close()])
  }
})
