// What is typed is text, on every screen and on paper: markup is shown and does nothing, and no text breaks the layout.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { goByRail, importByHand, saveReportByHand } from './support/by-hand.ts'
import { fillOffice, type FilledScreen, type TextOf, writeDealsFile } from './support/filled-office.ts'
import { layoutFaults } from './support/layout.ts'
import { callIn, goTo, type Office, openOffice } from './support/office.ts'
import { pdfLetters } from './support/pdf-text.ts'

/** Would set a global if it were anything but text. Braces are what the catalogue's messages are written with. */
const markup: TextOf = (field) => `<img src=x onerror=ran=1><script>ran=2</script>{${field}}`
const LONG = 4000
/** Without a blank to break at, beyond the basic plane, right to left, of many marks. */
const endless: TextOf = (field, max) => {
  const text = `${field}𠮷👩‍👩‍👧‍👦עברית‮مرحبا${'W'.repeat(LONG)}`
  return text.slice(0, Math.min(max, LONG)).toWellFormed()
}

let office: Office
test.afterEach(() => office.desktop.close())

const watchPolicy = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const violated: string[] = []
    Object.assign(globalThis, { violated })
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, sourceFile }) => void violated.push(`${violatedDirective} ${sourceFile}`),
    )
  })

/** What came to life that should not have. */
const alive = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    ran: 'ran' in globalThis,
    violated: (globalThis as unknown as { violated: string[] }).violated, // put there by watchPolicy
    elements: document.querySelectorAll('img[src=x], body script:not([src]), [onerror], a[href^="javascript:"]').length,
  }))
const NOTHING = { ran: false, violated: [], elements: 0 }

const visit = async ({ page }: Office, { route, shows }: FilledScreen, textOf: TextOf): Promise<void> => {
  await goTo(page, route)
  for (const field of shows) {
    const text = textOf(field, 60)
    await expect(page.locator('main').getByText(text, { exact: false }).first(), `${field} on ${route}`).toBeVisible()
  }
  await expect.poll(() => layoutFaults(page), { message: route }).toEqual([])
}

test('markup, scripts and event handlers are text on every screen', async () => {
  test.setTimeout(120_000)
  office = await openOffice({ workspaceName: markup('workspace', 100), userName: markup('person', 100) })
  const { page, say, ask, desktop } = office
  await watchPolicy(page)
  const screens = await fillOffice(ask, markup)
  expect(await callIn(page, 'companies.create', { name: 'Link', website: 'javascript:ran=3' })).toMatchObject({ ok: false })
  for (const screen of screens) {
    await visit(office, screen, markup)
    expect(await alive(page), screen.route).toEqual(NOTHING)
  }
  await expect(page.getByRole('navigation', { name: say('app.nav.label') })).toContainText(markup('workspace', 100))

  await page.keyboard.press('Control+k')
  for (const [typed, field] of Object.entries({ company: 'company.name', ticket: 'ticket.subject', note: 'note.title' })) {
    await page.getByRole('combobox', { name: say('app.search.title') }).fill(typed)
    await expect(page.getByRole('option').getByText(markup(field, 200)).first(), field).toBeVisible()
  }
  expect(await alive(page)).toEqual(NOTHING)
  await page.keyboard.press('Escape')

  const file = writeDealsFile('<img src=x onerror=ran=4>.csv', markup)
  await importByHand(desktop, say, file, 1)
  expect(await alive(page)).toEqual(NOTHING)
  await goByRail(page, say, 'app.nav.deals')
  await expect(page.getByRole('region', { name: markup('row.stage', 90) })).toContainText(markup('row.title', 200))

  const target = join(mkdtempSync(join(tmpdir(), 'kith-paper-')), 'report.pdf')
  await saveReportByHand(desktop, say, target)
  const letters = pdfLetters(target)
  for (const field of ['workspace', 'person', 'row.stage', 'row.owner'])
    expect(letters, field).toContain(markup(field, 90).replace(/\s/gu, ''))
  expect(await alive(page)).toEqual(NOTHING)
  expect(desktop.pageErrors).toEqual([])
})

test('4,000 characters without a blank, right-to-left words and rare characters break no layout', async () => {
  test.setTimeout(120_000)
  office = await openOffice({ workspaceName: endless('workspace', 100), userName: endless('person', 100) })
  const { page, say, desktop } = office
  const screens = await fillOffice(office.ask, endless)
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1024, height: 700 },
  ]) {
    await page.setViewportSize(size)
    for (const screen of screens) await visit(office, screen, endless)
  }
  const target = join(mkdtempSync(join(tmpdir(), 'kith-paper-')), 'report.pdf')
  await saveReportByHand(desktop, say, target)
  expect(pdfLetters(target)).toContain('workspace𠮷')
  expect(desktop.pageErrors).toEqual([])
})

test('a control character is refused with a sentence beside its field', async () => {
  office = await openOffice()
  const { page, say } = office
  await goTo(page, '/companies?new')
  await page.getByRole('dialog').getByLabel(say('field.name')).fill('Bell\u0007 Works')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say('validation.control_character'))).toBeVisible()
  expect((await office.ask('companies.outline', {})).count).toBe(0)
})
