// A mail as it was read from a file, whatever program wrote it.
import { cutText } from '#shared/base/cut-text.ts'

export interface MailAddress {
  readonly name: string
  /** In lower case; empty where the file names only a person. */
  readonly address: string
}

export interface MailPart {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a reader should know about how the mail was read. */
export type MailNotice = 'winmail' | 'broken'

export interface Mail {
  readonly subject: string
  readonly from: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  /** ISO, UTC; null where the file does not say or says nonsense. */
  readonly sentAt: string | null
  readonly text: string
  /** Without its brackets; null for a mail that was never sent. */
  readonly messageId: string | null
  readonly parts: readonly MailPart[]
  readonly notices: readonly MailNotice[]
}

/** A moment as ISO, or null for what is no date or lies outside of what calendars show. */
export const momentOf = (date: string | undefined): string | null => {
  const ms = date === undefined ? Number.NaN : Date.parse(date)
  const isPlausible = ms > Date.UTC(1970, 0, 2) && ms < Date.UTC(2200, 0, 1)
  return isPlausible ? new Date(ms).toISOString() : null
}

export const bareMessageId = (id: string | undefined): string | null => {
  const bare = (id ?? '').trim().replace(/^<|>$/gu, '').trim()
  return bare === '' ? null : cutText(bare, 500)
}

/** Line ends as everywhere, no more than one empty line in a row, nothing invisible at either end. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '')
    .replace(/[ \t\u00a0]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
