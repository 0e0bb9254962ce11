// Bytes as text, piece by piece. A decoder holds back what a piece has only half of, so that no character is ever cut in two; what is no
// character at all becomes U+FFFD.

import { twiceDecoder } from './twice-encoded.ts'

export interface Decoder {
  readonly decode: (piece: Uint8Array) => string
  /** What is left when the file ends. */
  readonly end: () => string
}

export const UNREADABLE = '\ufffd'

/** A byte order mark, and one that stands the wrong way round. */
const MARKS = /^[\ufeff\ufffe]+/u

/** Leaves a byte order mark out. @throws RangeError for an encoding that nobody knows. */
export const decoderOf = (encoding: string): Decoder => {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32Decoder(encoding === 'utf-32le')
  if (encoding === 'utf-8-twice') return twiceDecoder()
  const decoder = new TextDecoder(encoding)
  return { decode: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

export const decodePieces = async function* (pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  let isFirst = true
  for await (const piece of pieces) {
    const decoded = decoder.decode(piece)
    const text = isFirst ? decoded.replace(MARKS, '') : decoded
    isFirst = false
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest !== '') yield rest
}

/** Whether there is a decoder of this name. */
export const isEncoding = (name: string): boolean => {
  try {
    decoderOf(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const MARK = 0xfeff
const isCharacter = (code: number): boolean => code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)

/** The WHATWG left UTF-32 out of what a TextDecoder knows. */
const utf32Decoder = (isLittle: boolean): Decoder => {
  let held = new Uint8Array()
  let isFirst = true
  const decode = (piece: Uint8Array): string => {
    const bytes = new Uint8Array(held.length + piece.length)
    bytes.set(held)
    bytes.set(piece, held.length)
    const view = new DataView(bytes.buffer)
    let text = ''
    let at = 0
    for (; at + 4 <= bytes.length; at += 4) {
      const code = view.getUint32(at, isLittle)
      if (!isFirst || code !== MARK) text += isCharacter(code) ? String.fromCodePoint(code) : UNREADABLE
      isFirst = false
    }
    held = bytes.slice(at)
    return text
  }
  return { decode, end: () => (held.length > 0 ? UNREADABLE : '') }
}
