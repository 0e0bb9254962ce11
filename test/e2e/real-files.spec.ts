// A real CRM's files through the window, with the figures that are known of them. Read from the folder that KITH_REAL_DATA names; the
// journey goes the same ways with small files of our own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goByRail, importByHand, saveReportByHand } from './support/by-hand.ts'
import { openOffice } from './support/office.ts'
import { pdfText } from './support/pdf-text.ts'

const folder = process.env['KITH_REAL_DATA']

if (folder === undefined) console.error('KITH_REAL_DATA is not set: the import of real CRM files through the window is left out.')
else
  test('85 companies and 8,800 deals come in, and board and report show what is known of them', async () => {
    test.setTimeout(180_000)
    const { desktop, page, say } = await openOffice()
    try {
      await importByHand(desktop, say, join(folder, 'maven_crm_sales/accounts.csv'), 85)
      await importByHand(desktop, say, join(folder, 'maven_crm_sales/sales_pipeline.csv'), 8800)
      await page.getByRole('link', { name: say('imports.done.show', { entity: say('imports.entity.deal') }) }).click()
      await expect(page.getByText(say('base.list.rows_of', { count: 8800, total: 8800 }))).toBeVisible()
      await goByRail(page, say, 'app.nav.deals')
      const counts = { Won: '4,238', Lost: '2,473', Engaging: '1,589', Prospecting: '500' }
      for (const [stage, count] of Object.entries(counts))
        await expect(page.getByRole('region', { name: stage, exact: true })).toContainText(`${stage}${count}`)
      await expect(page.getByText(say('deals.board.status', { count: 2089 }))).toBeVisible()

      const target = join(mkdtempSync(join(tmpdir(), 'kith-report-')), 'pipeline.pdf')
      await saveReportByHand(desktop, say, target)
      const text = pdfText(target)
      expect(text).toMatch(/10,005,534/u)
      for (const [stage, count] of Object.entries(counts)) expect(text, stage).toMatch(new RegExp(`${stage}\\s.*${count}`, 'u'))
      expect(text).toContain('Darcel Schlecht')
      expect(desktop.pageErrors).toEqual([])
    } finally {
      await desktop.close()
    }
  })
