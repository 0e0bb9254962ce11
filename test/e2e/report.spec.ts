// The report: the preview shows the pages of the very PDF that is saved, on either paper, with its Chinese as letters of a font.
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goTo, type Office, openOffice } from './support/office.ts'
import { pdfLetters } from './support/pdf-text.ts'

let office: Office
test.afterEach(() => office.desktop.close())

const tell = (tool: string, file: string): string => execFileSync(tool, [file], { encoding: 'utf8' })

test('preview, file and paper are one document', async () => {
  office = await openOffice({ language: 'zh-CN', userName: '李伟', workspaceName: '西湖办公室' })
  const { desktop, page, say, ask } = office
  await ask('deals.create', { title: '车队更新', amountMinor: 12_345_600, expectedCloseOn: '2030-05-01' })
  await goTo(page, '/reports')
  const folder = mkdtempSync(join(tmpdir(), 'kith-report-'))

  for (const [paper, size] of [
    ['A4', /595\.?\d* x 842|594\.?\d* x 841/u],
    ['Letter', /612 x 792/u],
  ] as const) {
    await page.getByText(paper, { exact: true }).click()
    await expect(page.getByRole('img', { name: say('reports.preview_page', { page: 1, pages: 1 }) })).toBeVisible({
      timeout: 20_000,
    })
    const file = join(folder, `${paper}.pdf`)
    await desktop.answerDialogs({ save: file })
    await page.getByRole('button', { name: say('reports.save_pdf') }).click()
    await expect(page.getByText(say('reports.saved', { name: `${paper}.pdf` }))).toBeVisible({ timeout: 20_000 })

    expect(tell('pdfinfo', file)).toMatch(size)
    expect(pdfLetters(file)).toContain('第1页，共1页')
    expect(pdfLetters(file)).toContain('¥123,456.00')
    const fonts = tell('pdffonts', file)
    expect(fonts).toContain('CID TrueType')
    expect(fonts).not.toContain('Type 3')
  }
  expect(desktop.pageErrors).toEqual([])
})
