// The first run as a newcomer sees it. Nothing is kept of it: the day begins in a workspace of its own.
import { createTranslate } from '#renderer/i18n/translate.ts'
import type { Language } from '#shared/base/messages.ts'
import { launch } from '../e2e/driver.ts'
import { askIn, PASSWORD } from '../e2e/support/office.ts'
import type { Album } from './album.ts'

export const showFirstRun = async (language: Language, album: Album): Promise<void> => {
  const say = createTranslate(language)
  const desktop = await launch()
  const { page } = desktop
  try {
    await askIn(page)('shell.setPreferences', { language, colorScheme: 'light' })
    await page.getByRole('heading', { name: say('entry.language.title') }).waitFor()
    await album.take(page, 'welcome', 'The first run asks for the language.')

    await page.getByRole('button', { name: say('entry.begin.create_text') }).click()
    await page.getByLabel(say('entry.create.workspace_name')).fill(language === 'en' ? 'Harbour office' : '西湖办公室')
    await page.getByLabel(say('entry.create.user_name')).fill(language === 'en' ? 'Anna Berg' : '李伟')
    await page
      .getByLabel(new RegExp(`^${say('entry.create.password')}`, 'u'))
      .first()
      .fill(PASSWORD)
    await page.getByLabel(say('entry.create.password_again')).fill(PASSWORD)
    await album.take(page, 'new-workspace', 'A workspace needs a name, a person and a password.')

    await page.getByRole('button', { name: say('entry.create.submit') }).click()
    await page.getByRole('heading', { name: say('entry.key.title') }).waitFor({ timeout: 30_000 })
    await album.take(page, 'recovery-key', 'The recovery key is shown once and has to be typed back.')
    const key = (await page.locator('output span').allTextContents()).join('-')
    await page.getByRole('button', { name: say('entry.key.next') }).click()
    await page.getByLabel(say('entry.confirm.label')).fill(key)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: say('app.start.title') }).waitFor()
    await album.take(page, 'start', 'The empty workspace offers sample data, an import, or a blank page.')
  } finally {
    await desktop.close()
  }
}
