// The text of a file for a preview: UTF-8 or UTF-16 where the bytes say so, else what Chinese Windows writes.

/** `isCut`: the bytes are only the beginning, so the last character may be half. */
export const decodeText = (bytes: Uint8Array, isCut: boolean): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut })
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes)
    throw error
  }
}
