// What a file is by its first bytes, whatever its name says.
import { AppError } from '#shared/base/app-error.ts'

export type Container = 'zip' | 'ole' | 'xml' | 'html' | 'vcard' | 'ics' | 'text'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
]

/** @throws AppError for kinds that hold no rows: a PDF, a picture of a page, a database. */
export const containerOf = (head: Uint8Array, name: string): Container => {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, place) => head[place] === byte)
  if (begins(ZIP) || begins(EMPTY_ZIP)) return 'zip'
  if (begins(OLE)) return 'ole'
  if (begins([0x1f, 0x8b]) || begins([0x37, 0x7a, 0xbc, 0xaf]) || begins([0x52, 0x61, 0x72, 0x21])) {
    throw new AppError('invalid_input', 'imports.file.archive', { name })
  }

  if (PICTURES.some(begins)) throw new AppError('invalid_input', 'imports.file.not_text', { name })

  const opening = openingOf(head)
  if (opening.startsWith('%PDF-')) throw new AppError('invalid_input', 'imports.file.pdf', { name })
  if (/^(?:\[\s*)?\{\s*"/u.test(opening)) throw new AppError('invalid_input', 'imports.file.json', { name })
  if (/^begin:vcard/iu.test(opening)) return 'vcard'
  if (/^begin:vcalendar/iu.test(opening)) return 'ics'
  if (/^<\?xml[\s\S]*?(?:urn:ietf:params:xml:ns:vcard|<vcards)/iu.test(opening)) return 'vcard'
  if (/^<(?:!doctype|html|meta|table|head|body|!--|\?xml[\s\S]*?<html)/iu.test(opening)) return 'html'
  if (/^(?:<\?[^>]*\?>\s*)*<(?:\w+:)?Workbook[\s>]/u.test(opening)) return 'xml'
  if (/^<\?xml/iu.test(opening)) throw new AppError('invalid_input', 'imports.file.xml', { name })
  return 'text'
}

/** The first signs, those of UTF-16 too, without a byte order mark and blanks. */
const openingOf = (head: Uint8Array): string => {
  const bytes = head.subarray(0, 2000).filter((byte) => byte !== 0)
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .trimStart()
}
