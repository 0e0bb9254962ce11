// Text without a word about its encoding: by its mark, as UTF-8 where it is that, else Chinese or Western by the pattern of its bytes.

export const decodeUnknown = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return isUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : new TextDecoder(legacyOf(bytes)).decode(bytes)
}

export const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Western accents stand alone between plain letters; Chinese comes in pairs. */
export const legacyOf = (bytes: Uint8Array): 'gb18030' | 'windows-1252' => {
  let alone = 0
  let together = 0
  let run = 0
  for (const byte of bytes) {
    if (byte >= 0x80) run += 1
    else {
      if (run === 1) alone += 1
      else if (run > 1) together += 1
      run = 0
    }
  }
  if (run > 1) together += 1
  return alone > together ? 'windows-1252' : 'gb18030'
}
