// Text as bytes in encodings that Node only decodes: every byte or pair of bytes is decoded once and looked up backwards.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** The characters of an encoding with their bytes. */
export const charactersOf = (encoding: string): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding, { fatal: true })
  const add = (bytes: number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes)
      return true
    } catch {
      return false
    }
  }
  for (let lead = 0; lead < 256; lead += 1) {
    if (add([lead])) continue
    for (let trail = 0x30; trail < 256; trail += 1) add([lead, trail])
  }
  tables.set(encoding, table)
  return table
}

/** With the byte order mark that programs put before UTF-16 and UTF-32, unless `hasMark` says otherwise. */
export const encodeText = (text: string, encoding: string, hasMark = /^utf-(?:16|32)/u.test(encoding)): Uint8Array => {
  const marked = hasMark ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'utf-8-twice')
    return new TextEncoder().encode(new TextDecoder('windows-1252').decode(new TextEncoder().encode(marked)))
  const isLittle = encoding.endsWith('le')
  if (encoding.startsWith('utf-16')) {
    const view = new DataView(new ArrayBuffer(marked.length * 2))
    for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), isLittle)
    return new Uint8Array(view.buffer)
  }
  if (encoding.startsWith('utf-32')) {
    const letters = [...marked]
    const view = new DataView(new ArrayBuffer(letters.length * 4))
    for (const [at, letter] of letters.entries()) view.setUint32(at * 4, letter.codePointAt(0) ?? 0, isLittle)
    return new Uint8Array(view.buffer)
  }
  const table = charactersOf(encoding)
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter)
      if (!bytes) throw new Error(`${letter} is not in ${encoding}`)
      return bytes
    }),
  )
}
