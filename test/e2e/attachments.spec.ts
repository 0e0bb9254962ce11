// Files on a record in the real window: chosen, previewed, opened with another program, saved, pasted; mails filed; all sealed on the disk.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeMsg } from '../support/made-msg.ts'
import { goTo, type Office, openOffice } from './support/office.ts'

let office: Office
test.beforeEach(async () => {
  office = await openOffice()
})
test.afterEach(() => office.desktop.close())

const given = (name: string, contents: string | Uint8Array): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'kith-given-')), name)
  writeFileSync(path, contents)
  return path
}

/** One page with a few words, as small as a PDF can be. */
const pdf = (words: string): string => {
  const draw = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`
}

test('a chosen file is kept, previewed, opened privately, saved and gone from the open at the lock', async () => {
  const { page, ask, desktop, folder } = office
  const { id } = await ask('companies.create', { name: 'Harbour Tools' })
  await goTo(page, `/companies/${id}?tab=files`)
  const offer = pdf('The secret offer')
  await desktop.answerDialogs({ open: [given('offer.pdf', offer), given('笔记.txt', '你好')] })
  await page.getByRole('button', { name: 'Add files…' }).click()
  await expect(page.getByRole('button', { name: 'offer.pdf', exact: true })).toBeVisible()

  const kept = readdirSync(join(folder, 'attachments'), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, 'attachments', name),
  )
  expect(kept.some((path) => /offer|笔记/u.test(path))).toBe(false)

  await page.getByRole('button', { name: 'offer.pdf', exact: true }).click()
  await expect(page.getByRole('img', { name: 'Page 1 of 1' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText('你好')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Actions for offer.pdf' }).click()
  await page.getByRole('menuitem', { name: 'Open' }).click()
  await expect.poll(() => desktop.osCalls()).toMatchObject([{ kind: 'openPath', arg: expect.stringMatching(/offer\.pdf$/u) }])
  const [opened] = await desktop.osCalls()
  expect(readFileSync(opened?.arg ?? '', 'latin1')).toBe(offer)

  const target = join(mkdtempSync(join(tmpdir(), 'kith-copy-')), 'copy.pdf')
  await desktop.answerDialogs({ save: target })
  await page.getByRole('button', { name: 'Actions for offer.pdf' }).click()
  await page.getByRole('menuitem', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Saved “copy.pdf”')).toBeVisible()
  expect(readFileSync(target, 'latin1')).toBe(offer)

  await ask('workspace.lock', {})
  await expect.poll(() => existsSync(opened?.arg ?? '')).toBe(false)
  expect(desktop.pageErrors).toEqual([])
})

test('a mail of each kind is filed with its attachments, a second time it is here already', async () => {
  const { page, ask, desktop } = office
  const { id } = await ask('companies.create', { name: 'Harbour Tools', email: 'li@kunde.cn' })
  await goTo(page, `/companies/${id}?tab=files`)
  const eml =
    'From: li@kunde.cn\r\nSubject: =?GB2312?B?sai82w==?=\r\nDate: Mon, 2 Mar 2026 10:00:00 +0800\r\nMessage-ID: <1@x>\r\n\r\nWords'
  const msg = makeMsg({
    texts: { '001A': 'IPM.Note', '0037': 'From Outlook', '1000': 'Words' },
    times: { '0039': '2026-03-02T02:00:00Z' },
    attachments: [{ name: 'plan.txt', bytes: Buffer.from('the plan') }],
  })
  await desktop.answerDialogs({ open: [given('one.eml', eml), given('two.msg', msg)] })
  await page.getByRole('button', { name: 'Add files…' }).click()
  await expect(page.getByRole('button', { name: 'plan.txt', exact: true })).toBeVisible()
  expect(await ask('attachments.count', { recordType: 'company', recordId: id })).toEqual({ count: 3 })

  await desktop.answerDialogs({ open: [given('again.eml', eml)] })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add files…' }).click()
  await expect(page.getByRole('dialog').getByText('“报价” is here already, on Harbour Tools')).toBeVisible()
  expect(desktop.pageErrors).toEqual([])
})

test('a picture out of the clipboard becomes a file', async () => {
  const { page, ask, desktop } = office
  const { id } = await ask('companies.create', { name: 'Harbour Tools' })
  await goTo(page, `/companies/${id}?tab=files`)
  await expect(page.getByText('No files yet.')).toBeVisible()
  await page.evaluate(() => {
    const bytes = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
      (sign) => sign.charCodeAt(0),
    )
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const picture = page.getByRole('button', { name: /^Picture \d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.png$/u })
  await picture.click()
  await expect(page.getByRole('dialog').getByRole('img', { name: /^Picture/u })).toBeVisible()
  expect(desktop.pageErrors).toEqual([])
})
