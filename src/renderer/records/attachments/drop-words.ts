// What became of dropped files, in one sentence for the quiet line; and which of them need more words than that.
import type { Translate } from '#renderer/i18n/translate.ts'
import type { DroppedFile } from '#shared/attachments/drops.contract.ts'

/** `null`: nothing was added and nothing was here before. */
export const saidOfDrop = (t: Translate, files: readonly DroppedFile[]): string | null => {
  const mails = files.filter((file) => file.outcome === 'mail')
  const added = files.filter((file) => file.outcome === 'added')
  const [mail] = mails
  const [file] = added
  if (mail && added.length === 0 && mails.length === 1) {
    const linked = mail.linked.map(({ name }) => name).join(', ')
    return t('drops.said.filed', { subject: mail.subject, linked: linked === '' ? 'none' : linked })
  }
  if (mail) return t('drops.said.filed_many', { mails: mails.length, files: added.length })
  if (file) return t('attachments.said.added', { count: added.length, name: file.name })
  return saidOfKnown(t, files[0])
}

const saidOfKnown = (t: Translate, file: DroppedFile | undefined): string | null => {
  if (file?.outcome === 'known') return t('attachments.said.known', { name: file.name })
  if (file?.outcome !== 'mail-known') return null
  const { subject, record, isLinkedNow } = file
  return t(isLinkedNow ? 'drops.said.known_linked' : 'drops.said.known', { subject, record: record.name })
}

/** Refused, filed with something to know about it, or here already in a place to be gone to. */
export const needsWords = (file: DroppedFile): boolean => {
  if (file.outcome === 'added') return file.notice !== null
  if (file.outcome === 'mail') return file.notices.length > 0
  return file.outcome === 'refused' || file.outcome === 'mail-known'
}

/** The sentences about one of these. */
export const wordsOf = (t: Translate, file: DroppedFile): readonly string[] => {
  const { name } = file
  if (file.outcome === 'refused') return [t.known(file.messageKey, 'errors.invalid_input', file.params)]
  if (file.outcome === 'mail') return file.notices.map((key) => t.known(key, 'errors.invalid_input', { name }))
  if (file.outcome === 'added') return file.notice === null ? [] : [t.known(file.notice, 'errors.invalid_input', { name })]
  return [saidOfKnown(t, file) ?? '']
}
