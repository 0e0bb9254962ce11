// What a person does on the screens, by mouse and keyboard, in either language.
import { expect, type Page } from '@playwright/test'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { MessageKey } from '#shared/messages.ts'
import type { Desktop } from '../driver.ts'

/** The rail's entry of that name is clicked. */
export const goByRail = (page: Page, say: Translate, label: MessageKey): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: say(label), exact: true })
    .click()

export const unlockByHand = async (page: Page, say: Translate, password: string): Promise<void> => {
  await page.getByLabel(say('entry.lock.password'), { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: say('app.nav.label') }).waitFor()
}

/** Imports a file as it is proposed. `rows` come in, and none stays out. `patienceMs`: how long either half of it may take. */
export const importByHand = async (
  { page, ...desktop }: Desktop,
  say: Translate,
  file: string,
  rows: number,
  patienceMs = 40_000,
): Promise<void> => {
  await desktop.answerDialogs({ open: [file] })
  await goByRail(page, say, 'app.nav.import')
  await page.getByRole('button', { name: say('imports.choose.button') }).click()
  await page.getByRole('button', { name: say('imports.files.next') }).click()
  await page.getByRole('button', { name: say('imports.columns.check') }).click()
  await page.getByRole('button', { name: say('imports.check.import', { new: rows, update: 0 }) }).click({ timeout: patienceMs })
  const done = page.getByRole('heading', { name: say('imports.done.title', { new: rows, update: 0 }) })
  await expect(done).toBeVisible({ timeout: patienceMs })
}

/** Saves the report of all deals as a PDF, through the dialog. */
export const saveReportByHand = async ({ page, ...desktop }: Desktop, say: Translate, target: string): Promise<void> => {
  await desktop.answerDialogs({ save: target })
  await goByRail(page, say, 'app.nav.reports')
  await page.getByRole('button', { name: say('reports.save_pdf') }).click()
  await expect(page.getByRole('status').filter({ hasText: target.split('/').at(-1) ?? target })).toBeVisible({ timeout: 20_000 })
}
