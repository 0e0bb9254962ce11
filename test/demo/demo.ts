// The demonstration: a fresh workspace with sample data, the main job done by mouse and keyboard, a picture of each screen.
// Arguments: the languages to show.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Language } from '#shared/base/messages.ts'
import { openAlbum } from './album.ts'
import { showDay } from './show-day.ts'
import { showHelp } from './show-help.ts'
import { showFirstRun } from './show-first-run.ts'

const out = resolve(import.meta.dirname, '../../out/demo')
const isLanguage = (word: string): word is Language => word === 'en' || word === 'zh-CN'

const demonstrate = async (language: Language): Promise<void> => {
  const folder = join(out, language)
  rmSync(folder, { recursive: true, force: true })
  const album = openAlbum(folder)
  await showFirstRun(language, album)
  await showDay(language, album)
}

// `help` takes the pictures of the help inside the app instead.
const show = process.argv.includes('help') ? showHelp : demonstrate
for (const language of process.argv.slice(2).filter(isLanguage)) await show(language)
