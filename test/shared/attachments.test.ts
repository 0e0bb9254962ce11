// What a file's name and its first bytes say.
import { expect, test } from 'vitest'
import { mimeTypeOf, previewOf } from '#shared/attachments/file-kinds.ts'
import { isProgram, safeFileName, shownFileName } from '#shared/attachments/file-names.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

test.each([
  'setup.exe',
  'rechnung.pdf.exe',
  'RECHNUNG.PDF.EXE',
  'foto\u202egpj.exe',
  'start.bat',
  'link.lnk',
  'run.js',
  'screen.scr',
  'i.msi',
  'a.vbs',
  'b.ps1',
  'Mail.app',
  'do.command',
  'make.sh',
  'trick.exe.',
  'trick.exe ',
  // A disk takes no more of it than that.
  `${'a'.repeat(196)}.exe.${'b'.repeat(20)}`,
])('“%s” is warned about', (name) => {
  expect(isProgram(name)).toBe(true)
})

test.each(['报价单.pdf', 'exe', 'brief.docx', 'notes', '.gitignore', 'photo.exe.jpg', '附件？.txt'])(
  '“%s” is no program',
  (name) => {
    expect(isProgram(name)).toBe(false)
  },
)

test.each([
  ['报价？/最终:*.pdf', '报价？_最终__.pdf'],
  ['CON.txt', '_CON.txt'],
  ['lpt1', '_lpt1'],
  ['trailing...', 'trailing'],
  ['  ..hidden', 'hidden'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\u0000b\n.txt', 'a_b_.txt'],
  ['', 'file'],
  ['...', 'file'],
  ['👨‍👩‍👧 Familie.png', '👨‍👩‍👧 Familie.png'],
])('“%s” is written to a disk as “%s”', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('a name of 300 characters is cut without losing its ending or half a character', () => {
  for (const letter of ['a', '报', '😀']) {
    const safe = safeFileName(`${letter.repeat(300)}.pdf`)
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200)
    expect(safe.endsWith('.pdf')).toBe(true)
    expect(safe.isWellFormed()).toBe(true)
  }
})

test('what turns the direction of reading is seen where the name is shown', () => {
  expect(shownFileName('invoice\u202efdp.exe')).toBe('invoice\ufffdfdp.exe')
})

test.each([
  ['photo.jpg', '\u0089PNG\r\n\u001a\n', 'image/png', 'picture'],
  ['a.bin', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg', 'picture'],
  ['anim', 'GIF89a', 'image/gif', 'picture'],
  ['x.webp', 'RIFF\u0001\u0001\u0001\u0001WEBPVP8 ', 'image/webp', 'picture'],
  ['x.bmp', 'BM\u0001\u0001\u0001\u0001\0\0\0\0', 'image/bmp', 'picture'],
  ['offer.txt', '%PDF-1.7', 'application/pdf', 'pdf'],
  ['drawing.svg', '<svg onload="alert(1)">', 'image/svg+xml', null],
  ['page.html', '<script>', 'text/html', null],
  ['notes.txt', 'BMW order', 'text/plain', 'text'],
  ['notes.txt', 'MZ\0\0\u0003', 'application/octet-stream', null],
  ['empty.txt', '', 'text/plain', 'text'],
  ['fake.png', 'not a picture', 'application/octet-stream', null],
])('%s that begins with %j is shown as %s', (name, head, mimeType, preview) => {
  expect(mimeTypeOf(name, bytes(head))).toBe(mimeType)
  expect(previewOf(mimeType)).toBe(preview)
})
