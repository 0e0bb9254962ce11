// What axe holds against a page: names, roles, landmarks, contrast.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

// Read into the page as text: the specs talk to a page that no other tool may open.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeGlobal {
  readonly axe: {
    readonly run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
  }
}

/** What axe holds against the page, a line each. */
export const complaints = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as AxeGlobal).axe.run() // put there by the line above
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
  })
}
