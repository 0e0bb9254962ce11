// A dropped mail before the transaction: read, its identity found, its parts and itself in the store.
import { createHash } from 'node:crypto'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { FileSource } from '#main/attachments/file-source.ts'
import type { Mail, MailNotice } from '#main/records/mail/mail.ts'
import { readEml } from '#main/records/mail/read-eml.ts'
import { readMsg } from '#main/records/mail/read-msg.ts'
import { endingOf } from '#shared/attachments/file-names.ts'
import { isRefused, keepBytes, type KeptFile, keepFile } from './keep-files.ts'

/** Larger ones are attached as files: a mail is read in memory. */
const MOST_BYTES = 120 * 1024 * 1024

/** The mail without its bytes, which lie in the store. */
export interface MailFile {
  readonly outcome: 'mail'
  readonly name: string
  readonly mail: Omit<Mail, 'parts'>
  /** What tells it from all others, also where it has no Message-ID. */
  readonly identity: string
  readonly original: KeptFile
  readonly parts: readonly KeptFile[]
}

export const isMailName = (name: string): boolean => ['eml', 'msg'].includes(endingOf(name))

/** The mail in a file; else why it is attached as a file like any other. */
export const readMail = async (source: FileSource): Promise<Mail | 'empty' | 'not_a_mail'> => {
  if (source.size === 0) return 'empty'
  if (source.size > MOST_BYTES) return 'not_a_mail'
  const bytes = await source.bytes()
  try {
    // Programs give either ending to either kind: the bytes decide.
    return readMsg(bytes) ?? (await readEml(bytes)) ?? 'not_a_mail'
  } catch (error) {
    // Both libraries throw plain errors of many kinds over what is broken beyond reading.
    if (error instanceof Error) return 'not_a_mail'
    throw error
  }
}

/** Takes the mail and all that came with it into the store. */
export const keepMail = async (context: CallContext, source: FileSource, { parts, ...mail }: Mail): Promise<MailFile> => {
  const original = await keepFile(context, source)
  if (isRefused(original)) throw new Error('A file that was just read cannot be refused.')
  const kept: KeptFile[] = []
  for (const { name, bytes } of parts) {
    context.checkCancelled()
    kept.push(await keepBytes(context, name, bytes))
  }
  return { outcome: 'mail', name: source.name, mail, identity: identityOf(mail), original: original.file, parts: kept }
}

/** The Message-ID; for a mail without one what makes it what it is. */
const identityOf = ({ messageId, sentAt, from, subject, text }: Omit<Mail, 'parts'>): string => {
  if (messageId !== null) return messageId
  const sender = from.map(({ name, address }) => `${name} ${address}`).join()
  return `sha256:${createHash('sha256').update([sentAt, sender, subject, text].join('\n')).digest('hex')}`
}

export const noticeKey = (notice: MailNotice | 'text_cut' | 'not_a_mail' | 'empty'): string => `drops.notice.${notice}`
