// In which encoding a file is written. Strict decoders decide; only between GB18030 and Western text, which both accept
// nearly anything, the pattern of the bytes does.
import { AppError } from '#shared/base/app-error.ts'
import type { CsvDialect } from '#shared/imports/import.ts'

export type Encoding = CsvDialect['encoding']
type Chunks = () => Iterable<Uint8Array>

const JUDGED_BYTES = 4 * 1024 * 1024

/** @throws AppError `imports.file.not_text` or `imports.file.encoding_unknown` where nothing fits. */
export const recogniseEncoding = (chunks: Chunks): Encoding => {
  const head = firstOf(chunks)
  if (isUtf32(head)) throw new AppError('invalid_input', 'imports.file.encoding_unknown')
  const wide = utf16Of(head)
  if (wide) {
    if (fits(chunks, wide)) return wide
    throw new AppError('invalid_input', 'imports.file.encoding_unknown')
  }
  if (isBinary(head)) throw new AppError('invalid_input', 'imports.file.not_text')
  if (fits(chunks, 'utf-8')) return 'utf-8'

  const pattern = highBytes(chunks)
  if (pattern.single > pattern.longer) return 'windows-1252'
  if (pattern.common * 4 >= pattern.pairs * 3 && fits(chunks, 'gb18030')) return 'gb18030'
  throw new AppError('invalid_input', 'imports.file.encoding_unknown')
}

/** The text of the file, piece by piece, without a byte order mark. @throws AppError where the bytes are no text in this encoding. */
export const decodeChunks = function* (chunks: Iterable<Uint8Array>, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true })
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new AppError('invalid_input', 'imports.file.encoding_wrong', { encoding: encoding.toUpperCase() }, { cause: error })
  }
}

const firstOf = (chunks: Chunks): Uint8Array => {
  for (const chunk of chunks()) return chunk
  return new Uint8Array()
}

const fits = (chunks: Chunks, encoding: Encoding): boolean => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const chunk of chunks()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const isUtf32 = ([a, b, c, d]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)

/** UTF-16 by the places of its zero bytes (signs and line ends have one each), else by its byte order mark. */
const utf16Of = (head: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const zeros = [0, 0] as [number, number]
  for (const [place, byte] of head.entries()) if (byte === 0) zeros[place % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  if ((even + odd) * 50 > head.length) {
    if (odd > even * 19) return 'utf-16le'
    if (even > odd * 19) return 'utf-16be'
  }
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

const isBinary = (head: Uint8Array): boolean => {
  let controls = 0
  for (const byte of head) if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26) controls += 1
  return controls * 100 > head.length
}

interface HighBytes {
  /** A lone byte above ASCII, as Western accents are. */
  readonly single: number
  /** Several in a row, as Chinese is. */
  readonly longer: number
  /** Pairs of two such bytes, and those of them in the part of GB18030 that daily text uses (GB 2312). */
  readonly pairs: number
  readonly common: number
}

const highBytes = (chunks: Chunks): HighBytes => {
  let single = 0
  let longer = 0
  let pairs = 0
  let common = 0
  let run = 0
  let lead = 0
  let judged = 0
  for (const chunk of chunks()) {
    for (const byte of chunk) {
      if (lead > 0) {
        pairs += 1
        if (byte >= 0xa1 && lead >= 0xa1 && lead <= 0xf7) common += 1
      }
      lead = lead === 0 && byte >= 0x80 ? byte : 0
      if (byte >= 0x80) run += 1
      else if (run > 0) {
        if (run === 1) single += 1
        else longer += 1
        run = 0
      }
    }
    judged += chunk.length
    if (judged >= JUDGED_BYTES) break
  }
  return { single: single + (run === 1 ? 1 : 0), longer: longer + (run > 1 ? 1 : 0), pairs, common }
}
