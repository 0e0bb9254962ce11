// The pictures of the help, taken of the running app with sample data: small enough to be part of it, one set for each language.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '#shared/base/messages.ts'
import type { HelpPicture } from '#shared/help/help-topic.ts'
import { goTo, type Office } from '../e2e/support/office.ts'
import { openHost } from '../e2e/support/two-machines.ts'
import { showJoining } from './show-joining.ts'

const pictures = resolve(import.meta.dirname, '../../src/renderer/features/help/pictures')
const SIZE = { width: 1120, height: 660 }
const SETTLED_MS = 700

/** What is done before each picture of one machine. */
const scenes: Readonly<Record<Exclude<HelpPicture, 'computers' | 'join'>, (office: Office) => Promise<void>>> = {
  list: ({ page }) => goTo(page, '/companies'),
  filter: async ({ page }) => {
    await goTo(page, '/companies')
    await page.getByRole('row').nth(3).waitFor()
    await page.keyboard.press('f')
  },
  record: async ({ page, ask }) => {
    const [company] = await ask('companies.pick', { text: '' })
    await goTo(page, `/companies/${company?.id ?? ''}`)
  },
  'new-company': ({ page }) => goTo(page, '/companies?new'),
  palette: async ({ page, say, language }) => {
    await goTo(page, '/home')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: say('app.search.title') }).fill(language === 'en' ? 'new' : '公司')
  },
  fields: ({ page }) => goTo(page, '/settings/fields'),
  home: ({ page }) => goTo(page, '/home'),
  calendar: ({ page }) => goTo(page, '/calendar'),
  board: ({ page }) => goTo(page, '/deals'),
  history: async ({ page }) => {
    await goTo(page, '/contacts')
    await page.getByRole('row').nth(3).waitFor()
    await page.keyboard.press('Control+Shift+h')
  },
  import: ({ page }) => goTo(page, '/import'),
}

const take = async (page: Page, path: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(SETTLED_MS)
  await page.screenshot({ path, type: 'jpeg', quality: 70, animations: 'disabled' })
}

export const showHelp = async (language: Language): Promise<void> => {
  const folder = join(pictures, language)
  mkdirSync(folder, { recursive: true })
  const names =
    language === 'en'
      ? { workspaceName: 'Harbour office', userName: 'Anna Berg' }
      : { workspaceName: '西湖办公室', userName: '李伟' }
  const office = await openHost({ language, ...names })
  try {
    await office.ask('samples.create', { language })
    await office.ask('shell.setPreferences', { colorScheme: 'light' })
    const picture = async (page: Page, name: HelpPicture): Promise<void> => {
      await page.setViewportSize(SIZE)
      await take(page, join(folder, `${name}.jpg`))
      process.stdout.write(`${language} ${name}\n`)
    }
    await office.page.setViewportSize(SIZE)
    for (const [name, show] of Object.entries(scenes)) {
      await show(office)
      // Only the names of scenes are there.
      await picture(office.page, name as keyof typeof scenes)
      await office.page.keyboard.press('Escape')
    }
    await showJoining(office, picture)
    if (office.desktop.pageErrors.length > 0) throw new Error(office.desktop.pageErrors.join('\n'))
  } finally {
    await office.desktop.close()
  }
}
