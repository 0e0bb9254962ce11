// Files a mail on a record's timeline: once, with its attachments, linked to everyone whose address it bears.
import type { DroppedFile } from '#shared/attachments/drops.contract.ts'
import { cutText } from '#shared/base/cut-text.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { MailAddress } from '#main/records/mail/mail.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { insertAttachment } from './attachments.repository.ts'
import { type MailFile, noticeKey } from './mail-file.ts'
import { type Addressee, findMail, linkActivity, listAddressees } from './mails.repository.ts'

const TITLE_LENGTH = 200
const TEXT_LENGTH = 20_000
const PEOPLE_SHOWN = 8

interface Place {
  readonly recordType: RecordType
  readonly recordId: string
}

export const fileMail = (context: MutationContext, { recordType, recordId }: Place, file: MailFile): DroppedFile => {
  const { tx, run } = context
  const { mail, name, identity } = file
  const known = findMail(tx, identity)
  if (known) {
    const isLinkedNow = known.record.id !== recordId && linkActivity(tx, known.id, recordType, recordId)
    return { outcome: 'mail-known', name, subject: known.title, record: known.record, isLinkedNow }
  }

  const addressees = addresseesOf(context, file)
  const words = [participantsOf(file), mail.text].filter((part) => part !== '').join('\n\n')
  const isCut = words.length > TEXT_LENGTH
  const subject = cutText(mail.subject === '' ? name : mail.subject, TITLE_LENGTH)
  const { id: activityId } = run('activities.log', {
    ...{ kind: 'email', recordType, recordId, title: subject, messageId: identity },
    text: isCut ? `${cutText(words, TEXT_LENGTH - 1)}…` : words,
    direction: directionOf(file, addressees),
    ...(mail.sentAt === null ? {} : { happenedAt: mail.sentAt }),
  })
  for (const part of file.parts) insertAttachment(tx, { recordType, recordId, activityId, source: 'mail-part', ...part })
  insertAttachment(tx, { recordType, recordId, activityId, source: 'mail', ...file.original })

  const others = new Map(addressees.filter(({ id }) => id !== recordId).map((one) => [one.id, one]))
  for (const { type, id } of others.values()) linkActivity(tx, activityId, type, id)
  const notices = [...mail.notices, ...(isCut ? (['text_cut'] as const) : [])]
  return {
    ...{ outcome: 'mail', name, subject, activityId, attachments: file.parts.length },
    linked: [...others.values()].map(({ id, name: linkedName }) => ({ id, name: linkedName })),
    notices: notices.map(noticeKey),
  }
}

/** Who wrote to whom, in one line that needs no language: `Li <li@kunde.cn> → anna@nordwind.de`. */
const participantsOf = ({ mail }: MailFile): string => {
  const from = mail.from.map(shownPerson).join(', ')
  const to = [...mail.to, ...mail.cc].map(shownPerson)
  const more = to.length > PEOPLE_SHOWN ? `, … (${to.length})` : ''
  return from === '' && to.length === 0 ? '' : `${from} → ${to.slice(0, PEOPLE_SHOWN).join(', ')}${more}`.trim()
}

const shownPerson = ({ name, address }: MailAddress): string =>
  name === '' || name.toLowerCase() === address ? address : address === '' ? name : `${name} <${address}>`

const addresseesOf = ({ tx }: MutationContext, { mail }: MailFile): Addressee[] => {
  const addresses = [...mail.from, ...mail.to, ...mail.cc].map(({ address }) => address).filter((address) => address !== '')
  return addresses.length === 0 ? [] : listAddressees(tx, [...new Set(addresses)])
}

/** It came in if a known person wrote it, and went out if only those it was sent to are known. */
const directionOf = ({ mail }: MailFile, addressees: readonly Addressee[]): 'in' | 'out' => {
  const isKnown = (people: MailFile['mail']['to']): boolean =>
    people.some((one) => addressees.some(({ address }) => address === one.address))
  return !isKnown(mail.from) && (isKnown(mail.to) || isKnown(mail.cc)) ? 'out' : 'in'
}
