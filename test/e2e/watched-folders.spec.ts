// A folder out of which files are taken in by themselves: set up, watched, and what waits opened in the import.
import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { goTo, openOffice } from './support/office.ts'

const HEADINGS = 'Company,City,Phone'
const OLD = new Date('2026-01-01T00:00:00Z')

test('files in a watched folder come in, are taken back, and wait where something is doubtful', async () => {
  const { page, ask, desktop } = await openOffice()
  const folder = mkdtempSync(join(tmpdir(), 'kith-watched-'))
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), OLD, OLD)
  }

  // The mapping, as an import by hand saves it.
  const sample = join(mkdtempSync(join(tmpdir(), 'kith-sample-')), 'sample.csv')
  writeFileSync(sample, `${HEADINGS}\nSample,Bonn,030 1234567\n`)
  await desktop.answerDialogs({ open: [sample] })
  const files = (await ask('shell.chooseFiles', {})).map(({ file }) => file)
  const { plan } = await ask('imports.inspect', { files, entity: 'company' })
  if (plan === null) throw new Error('The sample has no plan.')
  await ask('imports.saveMapping', { files, mapping: { id: null, name: 'Shop', plan } })

  await goTo(page, '/import?tab=watched')
  await desktop.answerDialogs({ open: [folder] })
  await page.getByRole('button', { name: 'Watch a folder…' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Choose…' }).click()
  await expect(form.getByLabel('Folder')).toHaveValue(folder)
  await form.getByRole('button', { name: 'Save' }).click()

  put('monday.csv', `${HEADINGS}\nAcme,Bonn,030 1234567\nBeacon,Berlin,030 7654321\n`)
  const section = page.getByRole('region', { name: folder })
  await section.getByRole('button', { name: 'Look now' }).click()
  const taken = section.getByRole('row').filter({ hasText: 'monday.csv' })
  await expect(taken).toContainText('2 new', { timeout: 20_000 })
  expect(existsSync(join(folder, 'Imported', 'monday.csv'))).toBe(true)
  await taken.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => ask('companies.list', { after: null, limit: 10 })).toEqual([])

  put('odd.csv', `${HEADINGS}\n,Berlin,030 7654321\n`)
  await section.getByRole('button', { name: 'Look now' }).click()
  const waiting = section.getByRole('listitem').filter({ hasText: 'odd.csv' })
  await expect(waiting).toContainText('1 row is doubtful of 1.', { timeout: 20_000 })
  await waiting.getByRole('button', { name: 'Look at it in the import' }).click()
  await expect(page.getByText('the mapping “Shop” is used')).toBeVisible()
  expect(desktop.pageErrors).toEqual([])
  await desktop.close()
})
