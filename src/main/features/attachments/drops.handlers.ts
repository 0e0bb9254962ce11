// What becomes of files that are dropped on a record. They are read and kept before the transaction; inside it only rows are written.
import { basename } from 'node:path'
import { photoEnding } from '#shared/attachments/file-kinds.ts'
import type { DroppedFile } from '#shared/attachments/drops.contract.ts'
import { cutText } from '#shared/base/cut-text.ts'
import type { Card } from '#main/records/cards/card.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { addKept, requirePlace } from './add-kept.ts'
import { findSameContent, insertAttachment } from './attachments.repository.ts'
import { cardsOf, fillRecord, makeContact, offeredCards, proposalsOf, requireCard } from './cards.ts'
import { fileMail } from './file-mail.ts'
import { isRefused, keepBytes, type KeptFile, keepFile, openWithin, refusePrograms, type Taken } from './keep-files.ts'
import { isMailName, keepMail, type MailFile, noticeKey, readMail } from './mail-file.ts'

type Dropped = Taken | MailFile

interface ReadCards {
  readonly cards: readonly Card[]
  /** By the card's place in the file. */
  readonly photos: ReadonlyMap<number, KeptFile>
}

export const dropsHandlers: Handlers['drops'] = {
  file: prepared(
    async (context, { recordType, recordId, activityId, files, areProgramsAllowed }) => {
      requirePlace(context.db, recordType, recordId, activityId)
      if (!areProgramsAllowed) refusePrograms((await Promise.all(files.map((path) => namesIn(context, path)))).flat(), false)
      const dropped: Dropped[] = []
      for (const path of files) {
        context.checkCancelled()
        dropped.push(await takeOne(context, path, activityId === null))
      }
      return dropped
    },
    (context: MutationContext, { recordType, recordId, activityId }, dropped: readonly Dropped[]) => {
      requirePlace(context.tx, recordType, recordId, activityId)
      const place = { recordType, recordId }
      return {
        files: dropped.map((one): DroppedFile =>
          one.outcome === 'mail' ? fileMail(context, place, one) : addKept(context.tx, { ...place, activityId }, one),
        ),
      }
    },
  ),

  cards: prepared(
    (context, { file }) => cardsOf(context, file),
    ({ db }: CallContext, { recordType, recordId }, cards: readonly Card[]) => offeredCards(db, { recordType, recordId }, cards),
  ),

  takeCards: prepared(
    (context, { file, picks }) =>
      readWithPhotos(
        context,
        file,
        picks.map(({ index }) => index),
      ),
    (context: MutationContext, { companyId, picks }, { cards, photos }: ReadCards) => ({
      contacts: picks.map(({ index, contactId }) => {
        const card = requireCard(cards, index)
        const id = contactId ?? makeContact(context, companyId, card)
        if (contactId !== null) {
          const role = card.jobTitle && cutText(card.jobTitle, 100)
          context.run('contacts.link', { contactId, companyId, role, isPrimary: false })
        }
        addPhoto(context, { recordType: 'contact', recordId: id }, photos.get(index))
        return { id, name: card.name, isNew: contactId === null }
      }),
    }),
  ),

  fill: prepared(
    (context, { file, index }) => readWithPhotos(context, file, [index]),
    (context: MutationContext, { recordType, recordId, index, keys }, { cards, photos }: ReadCards) => {
      requirePlace(context.tx, recordType, recordId, null)
      const place = { recordType, recordId }
      const chosen = proposalsOf(context.tx, place, requireCard(cards, index)).filter(({ key }) => keys.includes(key))
      fillRecord(context, place, chosen)
      addPhoto(context, place, photos.get(index))
      return { filled: chosen.length }
    },
  ),
}

/** The names that a program could hide behind: the file's own and those inside a mail. */
const namesIn = async (context: CallContext, path: string): Promise<string[]> => {
  const name = basename(path)
  if (!isMailName(name)) return [name]
  const source = await openWithin(context, path, name)
  const mail = isRefused(source) ? 'empty' : await readMail(source)
  return typeof mail === 'string' ? [name] : [name, ...mail.parts.map((part) => part.name)]
}

const takeOne = async (context: CallContext, path: string, readsMails: boolean): Promise<Dropped> => {
  const name = basename(path)
  const source = await openWithin(context, path, name)
  if (isRefused(source)) return source
  if (!readsMails || !isMailName(name)) return keepFile(context, source)
  const mail = await readMail(source)
  if (typeof mail !== 'string') return keepMail(context, source, mail)
  const kept = await keepFile(context, source)
  return isRefused(kept) ? kept : { ...kept, notice: noticeKey(mail) }
}

const readWithPhotos = async (context: CallContext, path: string, wanted: readonly number[]): Promise<ReadCards> => {
  const cards = await cardsOf(context, path)
  const photos = new Map<number, KeptFile>()
  for (const index of wanted) {
    const photo = cards[index]?.photo
    if (photo && photoEnding(photo.mimeType) !== null) photos.set(index, await keepBytes(context, photo.name, photo.bytes))
  }
  return { cards, photos }
}

const addPhoto = (
  { tx }: MutationContext,
  place: { readonly recordType: 'company' | 'contact'; readonly recordId: string },
  photo: KeptFile | undefined,
): void => {
  if (!photo || findSameContent(tx, { ...place, activityId: null, hash: photo.hash })) return
  insertAttachment(tx, { ...place, activityId: null, source: 'card', ...photo })
}
