// What can be asked about attachments. Files are named by tokens that the shell issued, on the command line by their paths.
import { z } from 'zod'
import { id, line, recordType, rowState } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { addedFile, attachment, attachmentRow, fileName } from './attachment.ts'

const view = { needs: 'attachments.view' } as const
const edit = { needs: 'attachments.edit' } as const
const onRecord = { recordType, recordId: id }

/** The most bytes one `read` answers. */
export const READ_BYTES = 4 * 1024 * 1024
/** A file up to this size is fetched from another machine of the office before somebody asks for it. */
export const FETCHED_BYTES = 25 * 1024 * 1024
export const MOST_FILES = 100

export const filesInput = z.array(line(4096).min(1)).min(1).max(MOST_FILES)

/** `hash`: SHA-256 of its bytes, in hexadecimal. */
const content = z.object({ hash: z.string(), size: z.int().min(0) })

export const attachmentsContract = {
  /** A record's files, newest first, with those of the mails that are linked to it. */
  list: query(z.object({ ...onRecord, state: rowState.default('active') }), z.array(attachmentRow), view),
  count: query(z.object(onRecord), z.object({ count: z.int() }), view),
  /** The files of one entry of a timeline, in the order they were added. */
  ofActivity: query(z.object({ activityId: id }), z.array(attachment), view),
  get: query(z.object({ id }), attachment, view),
  /** The picture that a company or person is shown by: the newest that came with a card of theirs. */
  photo: query(z.object(onRecord), attachment.nullable(), view),
  /** Adds files, each told by itself what became of it. Programs are refused (`attachments.programs`) unless they are allowed. */
  add: mutation(
    z.object({
      ...onRecord,
      activityId: id.nullable().default(null),
      files: filesInput,
      areProgramsAllowed: z.boolean().default(false),
    }),
    z.object({ files: z.array(addedFile) }),
    { ...edit, files: ['files'] },
  ),
  /** What each file of a record in use holds, and whether that lies on this machine. */
  contents: query(z.object(onRecord), z.array(content.extend({ id, isHere: z.boolean() })), view),
  /**
   * Contents that files in use name, that do not lie on this machine, and that it is to have (see `keeping`). Looks at the thousand files after
   * place `after`; the next thousand are those after `upTo`.
   */
  lacking: query(
    z.object({ after: z.int().min(0) }),
    z.object({ contents: z.array(content), upTo: z.int(), isEnd: z.boolean() }),
    view,
  ),
  /** Whether this machine fetches the files of the office that are larger than `FETCHED_BYTES` before somebody asks for them. */
  keeping: query(z.object({}), z.object({ areAllKept: z.boolean() }), view),
  keepAll: mutation(z.object({ areAllKept: z.boolean() }), z.null(), { needs: 'settings.edit' }),
  rename: mutation(z.object({ id, name: fileName }), attachment, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
  /** Bytes for a preview. */
  read: query(
    z.object({ id, offset: z.int().min(0), length: z.int().min(1).max(READ_BYTES) }),
    z.object({ bytes: z.instanceof(Uint8Array), size: z.int() }),
    view,
  ),
  /**
   * Once a day takes away contents that no attachment names and that lie there for a month: what was kept when the power went before its
   * row was written. Answers how many.
   */
  sweep: mutation(z.object({}), z.object({ removed: z.int() }), { needs: 'settings.edit' }),
  /** Writes the file where the user wants it. */
  saveCopy: query(z.object({ id, target: line(4096).min(1) }), z.object({ name: z.string() }), {
    ...view,
    slow: true,
    files: ['target'],
    targets: ['target'],
  }),
}
