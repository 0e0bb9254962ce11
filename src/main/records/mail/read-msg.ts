// Reads an Outlook .msg file. Its body may be plain, HTML or compressed RTF; texts of old files are in the sender's code page.
import type { FieldsData } from '@kenjiuno/msgreader'
import { decodeCodePage, labelOfCodePage } from '../text/code-pages.ts'
import { htmlToText } from './html-text.ts'
import { bareMessageId, type Mail, type MailAddress, type MailPart, momentOf, tidyText } from './mail.ts'
import { MsgReader } from './msg-library.ts'
import { decompressRtf } from './rtf-decompress.ts'
import { rtfToText } from './rtf-text.ts'

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** The mail, or `null` for a file that is none. */
export const readMsg = (bytes: Uint8Array): Mail | null => {
  if (!COMPOUND_FILE.every((byte, place) => bytes[place] === byte)) return null
  const { reader, fields } = parse(bytes)
  if (fields.dataType !== 'msg' || fields.error) return null

  const recipients = fields.recipients ?? []
  const toOf = (kind: 'to' | 'cc'): MailAddress[] =>
    recipients
      .filter(({ recipType }) => (recipType ?? 'to') === kind)
      .map((one) => addressOf(one.name, [one.smtpAddress, one.email]))
  const sender = addressOf(fields.senderName, [
    fields.senderSmtpAddress,
    fields.sentRepresentingSmtpAddress,
    fields.creatorSMTPAddress,
    fields.senderEmail,
  ])
  return {
    subject: (fields.subject ?? '').replace(/\s+/gu, ' ').trim(),
    from: sender.name === '' && sender.address === '' ? [] : [sender],
    to: toOf('to'),
    cc: toOf('cc'),
    sentAt: momentOf(fields.clientSubmitTime ?? fields.messageDeliveryTime ?? headerOf(fields, 'date') ?? fields.creationTime),
    text: tidyText(textOf(fields)),
    messageId: bareMessageId(fields.messageId ?? headerOf(fields, 'message-id')),
    parts: (fields.attachments ?? []).map((part, index) => partOf(reader, part, index)),
    notices: sender.address === '' && !fields.clientSubmitTime && !fields.messageDeliveryTime ? ['broken'] : [],
  }
}

const parse = (bytes: Uint8Array): { readonly reader: InstanceType<typeof MsgReader>; readonly fields: FieldsData } => {
  // The reader takes the whole buffer, whatever part of it the bytes are.
  const view = Uint8Array.from(bytes).buffer
  const reader = new MsgReader(view)
  const fields = reader.getFileData()
  const { messageCodepage } = fields
  if (messageCodepage === undefined || messageCodepage === 1252 || messageCodepage === 65_001) return { reader, fields }
  // Only now is known how texts that are not Unicode are to be read.
  const again = new MsgReader(view)
  again.parserConfig = { ansiEncoding: labelOfCodePage(messageCodepage) }
  return { reader: again, fields: again.getFileData() }
}

const textOf = (fields: FieldsData): string => {
  const { body, bodyHtml, html, compressedRtf, internetCodepage } = fields
  if (body?.trim()) return body
  if (bodyHtml?.trim()) return htmlToText(bodyHtml)
  if (html && html.length > 0) return htmlToText(decodeCodePage(html, internetCodepage ?? 65_001))
  const rtf = compressedRtf && decompressRtf(Uint8Array.from(compressedRtf))
  return rtf ? rtfToText(rtf) : ''
}

/** Inside one company Outlook knows people by a path of its directory (`/o=…`), which is no address. */
const addressOf = (name: string | undefined, addresses: readonly (string | undefined)[]): MailAddress => ({
  name: (name ?? '').trim(),
  address:
    addresses
      .find((one) => one?.includes('@'))
      ?.trim()
      .toLowerCase() ?? '',
})

const partOf = (reader: InstanceType<typeof MsgReader>, part: FieldsData, index: number): MailPart => {
  const { fileName, content } = reader.getAttachment(part)
  const name = (part.fileName ?? fileName ?? part.name ?? '').replace(/\s+/gu, ' ').trim()
  const isMail = part.innerMsgContent === true
  return { name: name === '' ? `${index + 1}.${isMail ? 'msg' : 'bin'}` : name, bytes: Uint8Array.from(content) }
}

/** From the head that the mail had on its way, which Outlook keeps as one text. */
const headerOf = ({ headers = '' }: FieldsData, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'imu').exec(headers)?.[1]?.replace(/\s+/gu, ' ')
