// In which encoding a file is written: its byte order mark, else strict UTF-8, else a guess by a detector's statistics, which the pattern of
// the bytes overrules where a list of a few names is too short for statistics.
import { isAscii } from 'node:buffer'
import { AppError } from '#shared/base/app-error.ts'
import type { Encoding } from '#shared/imports/dialect.ts'
import type { FileBytes } from '../file-bytes.ts'
import { isBinary, patternOf, wideOf } from './byte-pattern.ts'
import { decoderOf, UNREADABLE } from './decode-text.ts'
import { twiceEncodedIn } from './twice-encoded.ts'

/** How many bytes are judged, of those pieces that hold more than ASCII. */
const JUDGED = 1024 * 1024
const GUESSED = 64 * 1024

/** A text may hold a few bytes that are none; their cells say so. */
const TOLERATED = 0.02

/** The likeliest encoding first, then others in which the text can be read. @throws AppError `imports.file.not_text`. */
export const recogniseEncodings = async (file: FileBytes): Promise<Encoding[]> => judged(file, await sampleOf(file))

/** The same, and whether text of UTF-8 was encoded twice: most of it, or so much that the user should know. */
export const recogniseWriting = async (file: FileBytes): Promise<Encoding[]> => {
  const sample = await sampleOf(file)
  const encodings = await judged(file, sample)
  if (encodings[0] !== 'utf-8' || sample.high.length === 0) return encodings
  const { count, share } = twiceEncodedIn(new TextDecoder().decode(sample.high))
  if (count === 0 || (count === 1 && share < 1)) return encodings
  return share > 0.5 ? ['utf-8-twice', ...encodings] : ['utf-8', 'utf-8-twice', ...encodings.slice(1)]
}

const judged = async (file: FileBytes, sample: Sample): Promise<Encoding[]> => {
  const wide = wideOf(sample.head)
  if (wide && holdsControls(decoderOf(wide).decode(sample.head))) return refuse(file, 'imports.file.not_text')
  if (wide) return misfit(sample.head, wide) <= TOLERATED ? [wide] : refuse(file, 'imports.file.encoding_unknown')
  if (isBinary(sample.head)) return refuse(file, 'imports.file.not_text')
  if (sample.high.length === 0) return ['utf-8']

  // Other encodings are hardly ever strict UTF-8 by chance, and their statistics take 50 MB.
  if (fitsExactly(sample.high, 'utf-8')) return ['utf-8']
  const others = (await guess(sample.high)).filter((encoding) => misfit(sample.high, encoding) <= TOLERATED)
  const utf8 = misfit(sample.high, 'utf-8')
  if (utf8 <= TOLERATED || isMostlyUtf8(sample.high)) return ['utf-8', ...others]
  return others.length > 0 ? others : refuse(file, 'imports.file.encoding_unknown')
}

/** Han, kana and Hangul, and the letters of Western and Central Europe. */
const USUAL = /[\u00c0-\u017f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff01-\uff5e]/gu

/** Rows of another encoding were added to a file of UTF-8: other encodings hardly ever make usual characters when they are read as it. */
const isMostlyUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes)
  const usual = text.match(USUAL)?.length ?? 0
  const unreadable = text.split(UNREADABLE).length - 1
  return usual > 1 && usual >= unreadable
}

/** Whether the file's beginning can be read in an encoding that was chosen. */
export const fitsEncoding = async (file: FileBytes, encoding: string): Promise<boolean> => {
  const { head, high } = await sampleOf(file)
  return misfit(high.length === 0 ? head : high, encoding) <= 0.1 || (encoding === 'utf-8' && isMostlyUtf8(high))
}

const holdsControls = (text: string): boolean => (text.match(/[\0-\x08\x0e-\x19\x1b-\x1f]/gu)?.length ?? 0) * 100 > text.length

const refuse = (file: FileBytes, messageKey: string): never => {
  throw new AppError('invalid_input', messageKey, { name: file.name })
}

interface Sample {
  readonly head: Uint8Array
  /** The pieces that hold more than ASCII, put together. */
  readonly high: Uint8Array
}

const sampleOf = async (file: FileBytes): Promise<Sample> => {
  let head: Uint8Array | null = null
  const high: Uint8Array[] = []
  let length = 0
  for await (const piece of file.pieces()) {
    head ??= piece
    if (isAscii(piece)) continue
    high.push(piece)
    length += piece.length
    if (length >= JUDGED) break
  }
  return { head: head ?? new Uint8Array(), high: Buffer.concat(high) }
}

/** The share of what is beyond ASCII that cannot be read. Half a character at the end of the sample does not count. */
const misfit = (bytes: Uint8Array, encoding: string): number => {
  if (fitsExactly(bytes, encoding)) return 0
  const text = decoderOf(encoding).decode(bytes)
  let beyond = 0
  let unreadable = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue
    beyond += 1
    if (text[at] === UNREADABLE) unreadable += 1
  }
  return beyond === 0 ? 0 : unreadable / beyond
}

/** U+FFFD may stand in the file itself, so that looking for it in what was decoded is not enough. */
const fitsExactly = (bytes: Uint8Array, encoding: string): boolean => {
  if (encoding.startsWith('utf-32')) return false
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false
    throw error
  }
}

/** The detector's names for what a TextDecoder reads. Supersets stand for the smaller ones. */
const known: Readonly<Record<string, Encoding>> = {
  gb18030: 'gb18030',
  gb2312: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp932: 'shift_jis',
  shift_jis: 'shift_jis',
  'euc-jp': 'euc-jp',
  cp949: 'euc-kr',
  'euc-kr': 'euc-kr',
  'iso-8859-1': 'windows-1252',
  'iso8859-15': 'windows-1252',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'iso-8859-9': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-r',
  macroman: 'macintosh',
}
const inPairs: readonly Encoding[] = ['gb18030', 'big5', 'euc-kr', 'euc-jp', 'shift_jis']

const guess = async (high: Uint8Array): Promise<Encoding[]> => {
  // Loaded only where it is needed: its statistics take a tenth of a second to unpack.
  const { detectAll } = await import('jschardet')
  const found = new Map<Encoding, number>()
  for (const { encoding, confidence } of detectAll(high.subarray(0, GUESSED), { minimumThreshold: 0 })) {
    const name = known[encoding?.toLowerCase() ?? '']
    if (name && !found.has(name)) found.set(name, confidence)
  }
  const pattern = patternOf(high)
  if (pattern === 'chinese' && !inPairs.some((name) => found.has(name))) found.set('gb18030', 0)
  if (pattern === 'alone' && !found.has('windows-1252')) found.set('windows-1252', 0)
  // The second byte of Big5 and Shift_JIS may be a plain letter, so these look alone, too.
  const [surest] = found.keys()
  const isWestern = pattern === 'alone' && (surest === undefined || !inPairs.includes(surest))
  const western = new TextDecoder('windows-1252').decode(high)
  const isPlainWestern = isWestern && !UNLIKELY.test(western)

  const isExpected = (name: Encoding): boolean => (inPairs.includes(name) ? !isWestern : pattern !== 'chinese')
  // Of encodings that read the same letters the usual one is meant.
  const isSame = isPlainWestern && surest !== undefined && !inPairs.includes(surest) && decoderOf(surest).decode(high) === western
  const best = Math.max(...[...found].filter(([name]) => isExpected(name)).map(([, confidence]) => confidence))
  const weigh = ([name, confidence]: [Encoding, number]): number => {
    if (!isExpected(name)) return confidence - 10
    // Macintosh and Windows write the same letters; Western Europe is likelier than its neighbours where both can be meant.
    if (name === 'macintosh') return confidence - 1
    return name === 'windows-1252' && isPlainWestern && (confidence >= best * WESTERN || isSame) ? best + 0.001 : confidence
  }
  return [...found].sort((a, b) => weigh(b) - weigh(a)).map(([name]) => name)
}

/** How far behind another guess Western may be and still be meant. */
const WESTERN = 0.7

/** What Polish, Czech or Turkish look like when they are read as Western: signs within words, Icelandic letters. */
const UNLIKELY = /[ÐðÞþÝý]|[¢-¾×÷]\p{Ll}/u
