// Takes the contents of chosen files into the store, before any row speaks of them. A file that cannot be taken says why; the others go on.
import type { AddedFile } from '#shared/attachments/attachment.ts'
import { HEAD_LENGTH, mimeTypeOf } from '#shared/attachments/file-kinds.ts'
import { isProgram, shownFileName } from '#shared/attachments/file-names.ts'
import { AppError } from '#shared/base/app-error.ts'
import { type FileSource, openFileSource } from '#main/attachments/file-source.ts'
import type { ByteSource } from '#main/attachments/write-content.ts'
import type { CallContext } from '#main/rpc/handlers.ts'

const MEGABYTE = 1024 * 1024
const NAMES_TOLD = 3

/** What lies in the store now, for the row that will name it. */
export interface KeptFile {
  readonly name: string
  readonly hash: string
  readonly size: number
  readonly mimeType: string
}

export type Refused = Extract<AddedFile, { outcome: 'refused' }>
export type Taken = { readonly outcome: 'kept'; readonly file: KeptFile; readonly notice?: string } | Refused

/** Throws `attachments.programs` for names that start a program, unless that is allowed. */
export const refusePrograms = (names: readonly string[], areProgramsAllowed: boolean): void => {
  const programs = names.filter(isProgram)
  if (programs.length === 0 || areProgramsAllowed) return
  const told = programs.slice(0, NAMES_TOLD).map(shownFileName)
  throw new AppError('conflict', 'attachments.programs', {
    names: programs.length > NAMES_TOLD ? [...told, '…'].join(', ') : told.join(', '),
    count: programs.length,
  })
}

/** Opens a file and looks at its size. A refusal is about this one file; a fault of the workspace's own disk is thrown. */
export const openWithin = async (context: CallContext, path: string, name: string): Promise<FileSource | Refused> => {
  try {
    const source = await openFileSource(path)
    const { attachmentLimitMb: limit } = context.run('settings.get', {})
    if (source.size <= limit * MEGABYTE) return source
    throw new AppError('invalid_input', 'attachments.file.too_big', {
      ...{ name: source.name, megabytes: Math.ceil(source.size / MEGABYTE), limit },
    })
  } catch (error) {
    return refusedBy(error, name)
  }
}

/** Takes one file whole. */
export const keepFile = async (context: CallContext, source: FileSource): Promise<Taken> => {
  try {
    const mimeType = mimeTypeOf(source.name, await source.head(HEAD_LENGTH))
    const kept = await context.attachments.keep(watched(context, source))
    return { outcome: 'kept', file: { name: source.name, mimeType, ...kept } }
  } catch (error) {
    return refusedBy(error, source.name)
  }
}

/** Takes bytes that are in memory already: a part of a mail, the photo of a card. */
export const keepBytes = async (context: CallContext, name: string, bytes: Uint8Array): Promise<KeptFile> => ({
  name,
  mimeType: mimeTypeOf(name, bytes.subarray(0, HEAD_LENGTH)),
  ...(await context.attachments.keep([bytes])),
})

export const isRefused = (taken: FileSource | Taken): taken is Refused => 'outcome' in taken && taken.outcome === 'refused'

const watched = async function* ({ progress, checkCancelled }: CallContext, source: FileSource): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const chunk of source.chunks() satisfies ByteSource) {
    checkCancelled()
    yield chunk
    done += chunk.length
    progress('attachments.step.adding', done, source.size)
  }
}

const refusedBy = (error: unknown, name: string): Refused => {
  if (!(error instanceof AppError) || !error.messageKey.startsWith('attachments.file.')) throw error
  const params = Object.entries(error.params).filter((entry): entry is [string, string | number] =>
    ['string', 'number'].includes(typeof entry[1]),
  )
  return { outcome: 'refused', name, messageKey: error.messageKey, params: Object.fromEntries(params) }
}
