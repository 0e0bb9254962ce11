// Reads an .eml file. What is broken in it is read as far as it goes; only a file without any head of a mail is none.
import PostalMime, { type Address, type Attachment } from 'postal-mime'
import { isUtf8, legacyOf } from '../text/decode-text.ts'
import { htmlToText } from './html-text.ts'
import { bareMessageId, type Mail, type MailAddress, type MailNotice, type MailPart, momentOf, tidyText } from './mail.ts'

/** Deeper is nothing that a mail program wrote. */
const limits = { maxNestingDepth: 60, maxRfc822NestingDepth: 3, maxHeadersSize: 4 * 1024 * 1024 }

const KNOWN_HEADERS = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'sender',
  'return-path',
  'mime-version',
])

/** The mail, or `null` for a file that is none. */
export const readEml = async (bytes: Uint8Array): Promise<Mail | null> => {
  const parsed = await PostalMime.parse(withReadableHead(bytes), limits)
  if (!parsed.headers.some(({ key }) => KNOWN_HEADERS.has(key))) return null

  const text = parsed.text?.trim() ? parsed.text : htmlToText(parsed.html ?? '')
  const parts = parsed.attachments.map(partOf)
  const notices: MailNotice[] = []
  if (parts.some(({ name }) => /^winmail\.dat$/iu.test(name))) notices.push('winmail')
  if (!parsed.from && !parsed.sender && !parsed.date) notices.push('broken')
  return {
    subject: oneLine(parsed.subject ?? ''),
    from: addressesOf(parsed.from ? [parsed.from] : parsed.sender ? [parsed.sender] : []),
    to: addressesOf(parsed.to),
    cc: addressesOf(parsed.cc),
    sentAt: momentOf(parsed.date),
    text: tidyText(text),
    messageId: bareMessageId(parsed.messageId),
    parts,
    notices,
  }
}

/** Old programs write Chinese into a head without saying so. Re-written as UTF-8, it is read like any other. */
const withReadableHead = (bytes: Uint8Array): Uint8Array => {
  const end = endOfHead(bytes)
  const head = bytes.subarray(0, end)
  if (isUtf8(head)) return bytes
  const rewritten = new TextEncoder().encode(new TextDecoder(legacyOf(head)).decode(head))
  return Buffer.concat([rewritten, bytes.subarray(end)])
}

/** The place of the first empty line. */
const endOfHead = (bytes: Uint8Array): number => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const ends = [all.indexOf('\r\n\r\n'), all.indexOf('\n\n')].filter((place) => place !== -1)
  return ends.length === 0 ? bytes.length : Math.min(...ends)
}

const addressesOf = (addresses: readonly Address[] = []): MailAddress[] =>
  addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => ({ name: oneLine(name), address: address.trim().toLowerCase() }))

const partOf = ({ filename, mimeType, content }: Attachment, index: number): MailPart => ({
  name: oneLine(filename ?? '') || `${index + 1}.${endings[mimeType] ?? 'bin'}`,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
})

/** Endings for parts that have no name. */
const endings: Readonly<Record<string, string>> = {
  ...{ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'application/pdf': 'pdf', 'text/calendar': 'ics' },
  ...{ 'message/rfc822': 'eml', 'text/vcard': 'vcf', 'text/plain': 'txt', 'text/html': 'html' },
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
