// Numbered pictures of the window, one sentence for each file on standard output.
import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Page } from '@playwright/test'

const project = resolve(import.meta.dirname, '../..')
const SIZE = { width: 1366, height: 768 }

export interface Album {
  /** Takes a picture of the window as it stands; `name` becomes part of the file's name. */
  readonly take: (page: Page, name: string, sentence: string) => Promise<void>
  /** The path for another file of the album. */
  readonly pathFor: (name: string) => string
  /** Says what a file shows. */
  readonly tell: (path: string, sentence: string) => void
}

export const openAlbum = (folder: string): Album => {
  mkdirSync(folder, { recursive: true })
  let number = 0
  const pathFor = (name: string) => join(folder, `${String(++number).padStart(2, '0')}-${name}`)
  const tell = (path: string, sentence: string) => void process.stdout.write(`${relative(project, path)}  ${sentence}\n`)

  return {
    pathFor,
    tell,
    take: async (page, name, sentence) => {
      const path = pathFor(`${name}.png`)
      await page.setViewportSize(SIZE)
      // Fonts and the last transition.
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await page.waitForTimeout(400)
      await page.screenshot({ path, animations: 'disabled' })
      tell(path, sentence)
    },
  }
}
