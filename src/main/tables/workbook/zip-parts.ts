// The parts of a zipped document, read one at a time from the disk. A part that would grow beyond all measure is not unpacked.
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '#shared/base/app-error.ts'
import type { FileBytes } from '../file-bytes.ts'

export interface ZipParts {
  readonly names: readonly string[]
  /** A part as text, `null` where there is none. For parts that are small by nature. */
  readonly text: (name: string) => Promise<string | null>
  /** A part as text, piece by piece; nothing where there is none. */
  readonly texts: (name: string) => AsyncGenerator<string>
}

const MEGABYTE = 1024 * 1024
/** The XML of sheets shrinks ten to fifty times; deflate's limit is a thousand. */
const BOMB_BYTES = 64 * MEGABYTE
const BOMB_RATIO = 250
const SMALL = 64 * MEGABYTE

/** @throws AppError for a file that is damaged, locked by a password or a bomb. */
export const readZipParts = async (file: FileBytes): Promise<ZipParts> => {
  const entries = new Map<string, Entry>()
  await withZip(file, async (zip) => {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//u, ''), entry)
  })
  for (const entry of entries.values()) {
    if (entry.isEncrypted()) throw new AppError('invalid_input', 'imports.file.password', { name: file.name })
    if (entry.uncompressedSize > BOMB_BYTES && entry.uncompressedSize > entry.compressedSize * BOMB_RATIO) {
      throw new AppError('invalid_input', 'imports.file.bomb', { name: file.name })
    }
  }
  const find = (name: string): Entry | undefined => entries.get(name) ?? entries.get(otherCase(entries, name))
  return {
    names: [...entries.keys()],
    text: async (name) => {
      const entry = find(name)
      if (!entry) return null
      if (entry.uncompressedSize > SMALL) throw damaged(file)
      let text = ''
      for await (const piece of textsOf(file, entry)) text += piece
      return text
    },
    texts: async function* (name) {
      const entry = find(name)
      if (entry) yield* textsOf(file, entry)
    },
  }
}

export const damaged = (file: FileBytes, cause?: unknown): AppError =>
  new AppError('invalid_input', 'imports.file.damaged', { name: file.name }, { cause })

/** Some programs write `xl/sharedStrings.xml` and name it `xl/SharedStrings.xml`. */
const otherCase = (entries: ReadonlyMap<string, Entry>, name: string): string =>
  [...entries.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? ''

const withZip = async (file: FileBytes, act: (zip: ZipFile) => Promise<void>): Promise<void> => {
  const zip = await opened(file)
  try {
    await act(zip)
  } catch (error) {
    throw damaged(file, error)
  } finally {
    zip.close()
  }
}

const opened = async (file: FileBytes): Promise<ZipFile> => {
  try {
    return await openPromise(file.path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw damaged(file, error)
  }
}

const textsOf = async function* (file: FileBytes, entry: Entry): AsyncGenerator<string> {
  const zip = await opened(file)
  const decoder = new TextDecoder()
  try {
    const stream = await zip.openReadStreamPromise(entry)
    try {
      // A stream of bytes answers Buffers.
      for await (const piece of stream as AsyncIterable<Uint8Array>) yield decoder.decode(piece, { stream: true })
      yield decoder.decode()
    } finally {
      stream.destroy()
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file, error)
  } finally {
    zip.close()
  }
}
