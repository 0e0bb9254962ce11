// What a file is, by its first bytes and its name. The bytes win: only what a page can draw without harm is called a picture.
import { endingOf } from './file-names.ts'

/** How a page shows a file; `null`: it does not, the file is saved or opened elsewhere. */
export type PreviewKind = 'picture' | 'pdf' | 'text'

/** How many first bytes are enough to tell. */
export const HEAD_LENGTH = 512

const UNKNOWN = 'application/octet-stream'

const byEnding: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  json: 'application/json',
  xml: 'text/xml',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  html: 'text/html',
  htm: 'text/html',
  svg: 'image/svg+xml',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  vcf: 'text/vcard',
  ics: 'text/calendar',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])
const TEXTS = new Set(['text/plain', 'text/csv', 'text/tab-separated-values', 'application/json', 'text/calendar', 'text/vcard'])

const PHOTO_ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** How the name of a card's photo ends; null for what can be no photo. */
export const photoEnding = (mimeType: string): string | null => PHOTO_ENDINGS[mimeType] ?? null

/** The MIME type of a file. */
export const mimeTypeOf = (name: string, head: Uint8Array): string => {
  const seen = byBytes(head)
  if (seen) return seen
  const told = byEnding[endingOf(name)] ?? UNKNOWN
  // A name that promises a text over other bytes is not believed.
  return TEXTS.has(told) && head.includes(0) && !isWideText(head) ? UNKNOWN : told
}

export const previewOf = (mimeType: string): PreviewKind | null => {
  if (PICTURES.has(mimeType)) return 'picture'
  if (mimeType === 'application/pdf') return 'pdf'
  return TEXTS.has(mimeType) ? 'text' : null
}

const byBytes = (head: Uint8Array): string | null => {
  const begins = (text: string, at = 0): boolean => [...text].every((sign, index) => head[at + index] === sign.charCodeAt(0))
  if (begins('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (begins('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (begins('GIF87a') || begins('GIF89a')) return 'image/gif'
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp'
  // A bitmap's head says how long it is and has four zeros; a text may well begin with “BM”.
  if (begins('BM') && begins('\0\0\0\0', 6)) return 'image/bmp'
  return begins('%PDF-') ? 'application/pdf' : null
}

const isWideText = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
