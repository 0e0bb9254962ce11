// A list of 100,000 companies in the real window: how long its frames take while it scrolls.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launch } from '../e2e/driver.ts'
import { boundRow, percentile, type Row } from './measure.ts'
import { createTranslate } from '#renderer/i18n/translate.ts'
import { importByHand } from '../e2e/support/by-hand.ts'
import { PASSWORD } from './office.ts'
import { writeCsv } from './writes.ts'

const STEPS = 240
const STEP_PX = 600

const openCompanies = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByLabel(/password/iu).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Companies' }).click()
  await page.getByRole('grid').getByRole('row').nth(5).waitFor()
  // All of it, not only the first page, which does not wait for the count.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[role=grid]')].some(({ scrollHeight }) => scrollHeight > 100_000),
  )
}

export const benchWindow = async (folder: string): Promise<Row[]> => {
  const desktop = await launch({ args: [`--workspace=${folder}`] })
  try {
    const { page } = desktop
    await openCompanies(page)
    const frames = await page.evaluate(
      async ({ steps, stepPx }) => {
        const candidates = [...document.querySelectorAll<HTMLElement>('[role=grid], [role=grid] *, main *')]
        const scroller = candidates.find((element) => element.scrollHeight > 100_000 && element.clientHeight > 200)
        if (!scroller) throw new Error('Nothing on this page scrolls through the list.')
        const times: number[] = []
        let last = await new Promise<number>(requestAnimationFrame)
        for (let step = 0; step < steps; step++) {
          scroller.scrollTop += stepPx
          const now = await new Promise<number>(requestAnimationFrame)
          times.push(now - last)
          last = now
        }
        return times
      },
      { steps: STEPS, stepPx: STEP_PX },
    )
    const share = (100 * frames.filter((frame) => frame < 50).length) / frames.length
    return [
      {
        what: 'frames under 50 ms while 100,000 rows scroll',
        limit: `p50 ${percentile(frames, 0.5).toFixed(0)} ms`,
        kith: `${share.toFixed(1)} %`,
        goal: '≥ 99 %',
        isMet: share >= 99,
      },
      boundRow('… the frame at 99 %', percentile(frames, 0.99), 50),
    ]
  } finally {
    await desktop.close()
  }
}

const PLACES = 400
const MEGABYTE = 1024 * 1024

interface Held {
  /** Of the page, after its garbage is collected. */
  readonly page: number
  /** Resident, of the main process with all threads of the engine. */
  readonly main: number
}

/** What page and main process hold, in MB, while a list of all companies is scrolled from end to end, at `PLACES` places, and back. */
export const benchWindowMemory = async (folder: string): Promise<Row[]> => {
  const desktop = await launch({ args: [`--workspace=${folder}`] })
  try {
    const { page } = desktop
    await openCompanies(page)
    const devtools = await page.context().newCDPSession(page)
    const held = async (): Promise<Held> => {
      await devtools.send('HeapProfiler.collectGarbage')
      const { usedSize } = await devtools.send('Runtime.getHeapUsage')
      const resident = await desktop.app.evaluate(() => process.memoryUsage.rss())
      return { page: usedSize / MEGABYTE, main: resident / MEGABYTE }
    }
    const scrollThrough = async (back: boolean): Promise<void> => {
      await page.evaluate(
        async ({ places, back: isBack }) => {
          const grid = document.querySelector('[role=grid]')
          if (!grid) throw new Error('There is no list.')
          for (let place = 0; place <= places; place++) {
            grid.scrollTop = (grid.scrollHeight * (isBack ? places - place : place)) / places
            await new Promise((resolve) => setTimeout(resolve, 60))
          }
        },
        { places: PLACES, back },
      )
      // The rows of the end are there: the list was really read.
      await page.waitForFunction(() => document.querySelector('[role=grid] [role=row][aria-busy]') === null)
    }
    await scrollThrough(false)
    const once = await held()
    await scrollThrough(true)
    await scrollThrough(false)
    const thrice = await held()
    const grown = (what: string, of: keyof Held, bound: number): Row =>
      boundRow(what, thrice[of] - once[of], bound, 'MB', `${once[of].toFixed(0)} MB after once`)
    return [
      grown('memory of the page, grown by scrolling all rows twice more', 'page', 10),
      grown('… of the main process with its engine', 'main', 30),
    ]
  } finally {
    await desktop.close()
  }
}

/** The longest frames of the window while a file is looked at, checked and brought in by the screens, as a person does it. */
export const benchFramesOfImport = async (folder: string, rows: number): Promise<Row[]> => {
  const file = join(folder, '..', 'window.csv')
  writeCsv(file, rows)
  const desktop = await launch({ args: [`--workspace=${folder}`] })
  try {
    const { page } = desktop
    await openCompanies(page)
    await page.evaluate(() => {
      const frames: number[] = []
      Object.assign(globalThis, { frames })
      let last = performance.now()
      const note = (now: number): void => {
        frames.push(now - last)
        last = now
        requestAnimationFrame(note)
      }
      requestAnimationFrame(note)
    })
    await importByHand(desktop, createTranslate('en'), file, rows, 240_000)
    // Put there by the recorder above.
    const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)
    const long = frames.filter((frame) => frame > 100).length
    return [
      {
        ...boundRow(`the longest frame while ${rows.toLocaleString('en')} rows come in`, Math.max(...frames), 100),
        limit: `${long} of ${frames.length} over 100 ms`,
      },
    ]
  } finally {
    await desktop.close()
    rmSync(file)
  }
}
