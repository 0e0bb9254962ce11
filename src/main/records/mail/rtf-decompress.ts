// Outlook keeps formatted bodies as compressed RTF. The format is [MS-OXRTFCP]: runs of literal bytes and references into the last 4 KB.

const HEAD_BYTES = 16
const COMPRESSED = 0x75465a4c
const PLAIN = 0x414c454d
const WINDOW = 4096
const MOST_BYTES = 50 * 1024 * 1024

/** What every window begins with (MS-OXRTFCP 2.1.2.1). */
const BEGINNING =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial' +
  'Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'

/** The RTF, or `null` for what is none. */
export const decompressRtf = (packed: Uint8Array): Uint8Array | null => {
  if (packed.length < HEAD_BYTES) return null
  const head = new DataView(packed.buffer, packed.byteOffset, HEAD_BYTES)
  const size = head.getUint32(4, true)
  const kind = head.getUint32(8, true)
  if (size > MOST_BYTES) return null
  if (kind === PLAIN) return packed.subarray(HEAD_BYTES, HEAD_BYTES + size)
  return kind === COMPRESSED ? expand(packed, size) : null
}

const expand = (packed: Uint8Array, size: number): Uint8Array => {
  const window = new Uint8Array(WINDOW)
  for (let index = 0; index < BEGINNING.length; index++) window[index] = BEGINNING.charCodeAt(index)
  const out = new Uint8Array(size)
  let place = BEGINNING.length
  let written = 0
  const put = (byte: number): void => {
    if (written < size) out[written] = byte
    written += 1
    window[place] = byte
    place = (place + 1) % WINDOW
  }

  for (let at = HEAD_BYTES; at < packed.length;) {
    const control = packed[at] ?? 0
    at += 1
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at] ?? 0)
        at += 1
        continue
      }
      const reference = ((packed[at] ?? 0) << 8) | (packed[at + 1] ?? 0)
      at += 2
      const from = reference >> 4
      // A reference to the very place that is written next is the end.
      if (from === place || written >= size) return out.subarray(0, Math.min(written, size))
      for (let step = 0; step < (reference & 15) + 2; step++) put(window[(from + step) % WINDOW] ?? 0)
    }
  }
  return out.subarray(0, Math.min(written, size))
}
