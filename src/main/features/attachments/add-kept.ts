// Rows for contents that lie in the store: on records in use, and the same content in the same place once.
import type { AddedFile, Attachment } from '#shared/attachments/attachment.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { findRecordState } from '#main/records/record-state.ts'
import { findAttachment, findSameContent, hasActivity, insertAttachment } from './attachments.repository.ts'
import type { Taken } from './keep-files.ts'

export interface AttachmentPlace {
  readonly recordType: RecordType
  readonly recordId: string
  readonly activityId: string | null
}

export const addKept = (tx: WriteTx, place: AttachmentPlace, taken: Taken): AddedFile => {
  if (taken.outcome === 'refused') return taken
  const { file, notice } = taken
  const same = findSameContent(tx, { ...place, hash: file.hash })
  if (same) return { outcome: 'known', name: file.name, attachment: same }
  const id = insertAttachment(tx, { ...place, source: 'file', ...file })
  return { outcome: 'added', name: file.name, attachment: requireAttachment(tx, id), notice: notice ?? null }
}

export const requireAttachment = (db: Db, id: string): Attachment => {
  const found = findAttachment(db, id)
  if (!found) throw new AppError('not_found', 'attachments.gone', { id })
  return found
}

/** Files are added to records in use, and to entries of their timeline. */
export const requirePlace = (db: Db, recordType: RecordType, recordId: string, activityId: string | null): void => {
  const state = findRecordState(db, recordType, recordId)
  if (state === 'gone') throw new AppError('not_found', 'attachments.recordGone', { id: recordId })
  if (state === 'archived') throw new AppError('conflict', 'attachments.recordArchived', { id: recordId })
  if (activityId !== null && !hasActivity(db, recordId, activityId)) {
    throw new AppError('not_found', 'attachments.activityGone', { id: activityId })
  }
}
