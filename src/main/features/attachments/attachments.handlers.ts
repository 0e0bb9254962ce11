// What each procedure of attachments does. Contents are read and kept before the transaction; inside it only rows are written.
import { basename } from 'node:path'
import { FETCHED_BYTES } from '#shared/attachments/attachments.contract.ts'
import { AppError } from '#shared/base/app-error.ts'
import { MAX_ROWS } from '#shared/base/fields.ts'
import type { Db } from '#main/db/database.ts'
import type { ChangeLog } from '#main/db/log/change-log.ts'
import { type CallContext, type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import { addKept, requireAttachment, requirePlace } from './add-kept.ts'
import {
  areAllKept,
  countAttachments,
  findContentOf,
  findPhoto,
  findSweptOn,
  keepAll,
  listAttachments,
  listContents,
  listContentsAfter,
  listContentsOfRecord,
  listOfActivity,
  listUserNames,
  noteSwept,
} from './attachments.repository.ts'
import { isRefused, keepFile, openWithin, refusePrograms, type Taken } from './keep-files.ts'
import { saveCopy } from './save-copy.ts'

/** A copy of an older database may stand in for the newer one for a while: its files must still be there. */
const MONTH_MS = 30 * 24 * 60 * 60 * 1000

export const attachmentsHandlers: Handlers['attachments'] = {
  list: ({ db, log }, { recordId, state }) => {
    const names = listUserNames(db)
    return listAttachments(db, recordId, state).map((file) => ({ ...file, addedBy: nameOfAdder(log, names, file.id) }))
  },

  count: ({ db }, { recordId }) => ({ count: countAttachments(db, recordId) }),

  ofActivity: ({ db }, { activityId }) => listOfActivity(db, activityId),

  get: ({ db }, { id }) => requireAttachment(db, id),

  photo: ({ db }, { recordId }) => findPhoto(db, recordId) ?? null,

  contents: prepared(
    async ({ db, attachments }, { recordId }) => {
      const named = listContentsOfRecord(db, recordId)
      return Promise.all(named.map(async (one) => ({ ...one, isHere: await attachments.has(one.hash) })))
    },
    (_context: CallContext, _input, contents) => contents,
  ),

  lacking: prepared(
    async ({ db, attachments }, { after }) => {
      const named = listContentsAfter(db, after)
      const maxBytes = areAllKept(db) ? Number.POSITIVE_INFINITY : FETCHED_BYTES
      const small = named.filter(({ size }) => size <= maxBytes)
      const areHere = await Promise.all(small.map(({ hash }) => attachments.isHere(hash)))
      const contents = small.filter((_, index) => !areHere[index]).map(({ hash, size }) => ({ hash, size }))
      return { contents, upTo: named.at(-1)?.no ?? after, isEnd: named.length < MAX_ROWS }
    },
    (_context: CallContext, _input, found) => found,
  ),

  keeping: ({ db }) => ({ areAllKept: areAllKept(db) }),

  keepAll: ({ tx }, { areAllKept: isWanted }) => {
    keepAll(tx, isWanted)
    return null
  },

  add: prepared(
    async (context, { recordType, recordId, activityId, files, areProgramsAllowed }) => {
      requirePlace(context.db, recordType, recordId, activityId)
      refusePrograms(
        files.map((path) => basename(path)),
        areProgramsAllowed,
      )
      const taken: Taken[] = []
      for (const path of files) {
        context.checkCancelled()
        const source = await openWithin(context, path, basename(path))
        taken.push(isRefused(source) ? source : await keepFile(context, source))
      }
      return taken
    },
    ({ tx }: MutationContext, { recordType, recordId, activityId }, taken: readonly Taken[]) => {
      requirePlace(tx, recordType, recordId, activityId)
      return {
        files: taken.map((one) => addKept(tx, { recordType, recordId, activityId }, one)),
      }
    },
  ),

  rename: ({ tx }, { id, name }) => {
    if (requireAttachment(tx, id).archivedAt !== null) throw new AppError('conflict', 'attachments.archived', { id })
    tx.update('attachments', id, { name })
    return requireAttachment(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireAttachment(tx, id).archivedAt === null) tx.archive('attachments', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireAttachment(tx, id).archivedAt !== null) tx.restore('attachments', id)
    return null
  },

  read: prepared(
    async ({ db, attachments }, { id, offset, length }) => {
      const content = await attachments.open(requireContent(db, id).hash)
      try {
        return { bytes: await content.read(offset, length), size: content.size }
      } finally {
        await content.close()
      }
    },
    (_context: CallContext, _input, part: { readonly bytes: Uint8Array<ArrayBuffer>; readonly size: number }) => part,
  ),

  sweep: prepared(
    async ({ db, attachments, now }) => {
      if (findSweptOn(db) === now().slice(0, 10)) return 0
      return attachments.sweep(listContents(db), Date.parse(now()) - MONTH_MS)
    },
    ({ tx }: MutationContext, _input, removed: number) => {
      noteSwept(tx, tx.at.slice(0, 10))
      return { removed }
    },
  ),

  saveCopy: prepared(
    async (context, { id, target }) => {
      const content = await context.attachments.open(requireContent(context.db, id).hash)
      try {
        await saveCopy(context, content, target)
      } finally {
        await content.close()
      }
    },
    ({ db }: CallContext, { id }) => ({ name: requireAttachment(db, id).name }),
  ),
}

const requireContent = (db: Db, id: string): { readonly hash: string } => {
  requireAttachment(db, id)
  const content = findContentOf(db, id)
  if (!content) throw new AppError('not_found', 'attachments.gone', { id })
  return content
}

const nameOfAdder = (log: ChangeLog, names: ReadonlyMap<string, string>, id: string): string | null => {
  const made = log.ofRow('attachments', id).find(({ kind }) => kind === 'created')
  return made?.actorId ? (names.get(made.actorId) ?? null) : null
}
