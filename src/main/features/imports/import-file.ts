// A file that a user chose, as bytes. What is not a table of text is told apart here by its first bytes, whatever its name says.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'

const MAX_MEGABYTES = 200
const MEGABYTE = 1024 * 1024
const CHUNK = 256 * 1024

export interface ImportFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** The bytes from the beginning, a quarter of a megabyte at a time. */
  readonly chunks: () => Generator<Uint8Array>
}

/** @throws AppError for a file that is missing, closed to us, empty, too big or no table of text. */
export const openImportFile = (path: string): ImportFile => {
  const name = basename(path)
  const { size, isFolder } = onDisk(name, () => {
    const stat = statSync(path)
    return { size: stat.size, isFolder: stat.isDirectory() }
  })
  if (isFolder) throw new AppError('invalid_input', 'imports.file.folder', { name })
  if (size === 0) throw new AppError('invalid_input', 'imports.file.empty')
  if (size > MAX_MEGABYTES * MEGABYTE) {
    throw new AppError('invalid_input', 'imports.file.too_big', { megabytes: Math.ceil(size / MEGABYTE), limit: MAX_MEGABYTES })
  }

  const file = { path, name, bytes: size, chunks: () => chunksOf(path, name) }
  for (const head of file.chunks()) {
    refuseOtherKinds(head)
    break
  }
  return file
}

const chunksOf = function* (path: string, name: string): Generator<Uint8Array> {
  const descriptor = onDisk(name, () => openSync(path, 'r'))
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK)
      const length = onDisk(name, () => readSync(descriptor, chunk, 0, CHUNK, null))
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
}

const onDisk = <Value>(name: string, act: () => Value): Value => {
  try {
    return act()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === null) throw error
    const isGone = code === 'ENOENT' || code === 'ENOTDIR'
    throw new AppError('unavailable', isGone ? 'imports.file.gone' : 'imports.file.unreadable', { name }, { cause: error })
  }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]

const refuseOtherKinds = (head: Uint8Array): void => {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, place) => head[place] === byte)
  if (begins(ZIP) || begins(OLD_OFFICE)) throw new AppError('invalid_input', 'imports.file.excel')

  const opening = String.fromCharCode(...head.subarray(0, 200))
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
  if (opening.startsWith('%PDF-')) throw new AppError('invalid_input', 'imports.file.pdf')
  if (/^<(?:!doctype|html|\?xml|table|meta)/iu.test(opening)) throw new AppError('invalid_input', 'imports.file.web_page')
  if (/^begin:vcard/iu.test(opening)) throw new AppError('invalid_input', 'imports.file.vcard')
}
