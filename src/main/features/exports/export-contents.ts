// The attached files of an export, as they were added: each content once, in a folder of its own, under the name it has on its record.
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { safeFileName } from '#shared/attachments/file-names.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { listContents } from './tables.repository.ts'

export interface ExportedContents {
  /** Where each content lies in the folder, by its hash. */
  readonly paths: ReadonlyMap<string, string>
  /** Of contents that are gone or damaged: the name of the file, by the hash. */
  readonly missing: ReadonlyMap<string, string>
}

export const exportContents = async (context: CallContext, folder: string): Promise<ExportedContents> => {
  const { db, attachments, progress, checkCancelled } = context
  const contents = listContents(db)
  const paths = new Map<string, string>()
  const missing = new Map<string, string>()
  for (const [place, { name, hash }] of contents.entries()) {
    progress('exports.step.files', place, contents.length)
    checkCancelled()
    if (paths.has(hash) || missing.has(hash)) continue
    const path = `files/${hash.slice(0, 16)}/${safeFileName(name)}`
    try {
      const content = await attachments.open(hash)
      try {
        await mkdir(join(folder, 'files', hash.slice(0, 16)), { recursive: true })
        await copy(content.chunks(), join(folder, path), checkCancelled)
      } finally {
        await content.close()
      }
      paths.set(hash, path)
    } catch (error) {
      // One lost file must not keep everything else from being saved; its name is told.
      if (!(error instanceof AppError && error.messageKey.startsWith('attachments.'))) throw error
      missing.set(hash, name)
    }
  }
  return { paths, missing }
}

const copy = async (chunks: AsyncIterable<Uint8Array>, path: string, checkCancelled: () => void): Promise<void> => {
  const file = await open(path, 'w', 0o600)
  try {
    for await (const chunk of chunks) {
      checkCancelled()
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}
