// Ids under small numbers, for a million of them: sixteen bytes an id and a flat table to find it in, never texts.

export interface IdList {
  readonly size: () => number
  /** The number of an id, given to it now if it is new. */
  readonly numberFor: (id: string) => number
  readonly numberOf: (id: string) => number | undefined
  /** Empty for a number that was not given. */
  readonly idOf: (number: number) => string
}

const BYTES = 16
const FIRST_SIZE = 1024
/** Where the hexadecimal digits of a UUID stand; its hyphens are between them. */
const DIGITS = Uint8Array.from({ length: 36 }, (_, at) => at).filter((at) => ![8, 13, 18, 23].includes(at))
const HYPHEN = '-'.charCodeAt(0)

/** -1 for what is no lower-case hexadecimal digit. */
const digitOf = (code: number): number => (code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1)

export const createIdList = (): IdList => {
  let bytes = Buffer.alloc(FIRST_SIZE * BYTES)
  /** One more than the number; 0: free. */
  let slots = new Int32Array(FIRST_SIZE * 2)
  let size = 0
  /** Ids that are no UUIDs. */
  const odd = new Map<string, number>()
  const oddIds = new Map<number, string>()
  const asked = Buffer.alloc(BYTES)

  const readUuid = (id: string): boolean => {
    if (id.length !== 36 || id.charCodeAt(8) !== HYPHEN || id.charCodeAt(13) !== HYPHEN) return false
    if (id.charCodeAt(18) !== HYPHEN || id.charCodeAt(23) !== HYPHEN) return false
    for (let at = 0; at < BYTES; at += 1) {
      const high = digitOf(id.charCodeAt(DIGITS[at * 2] ?? 0))
      const low = digitOf(id.charCodeAt(DIGITS[at * 2 + 1] ?? 0))
      if (high < 0 || low < 0) return false
      asked[at] = high * 16 + low
    }
    return true
  }
  const isSame = (from: Buffer, start: number, there: number): boolean => {
    // From the end: ids made one after the other begin alike.
    for (let at = BYTES - 1; at >= 0; at -= 1) if (from[start + at] !== bytes[there + at]) return false
    return true
  }
  /** The slot of what stands in `from` at `start`: its own, or the free one where it would go. */
  const slotOf = (from: Buffer, start: number): number => {
    const mask = slots.length - 1
    // The time is in the first bytes of a UUIDv7, chance or a count in the last.
    const mixed = Math.imul(from.readUInt32BE(start + 12) ^ from.readUInt32BE(start + 8), 0x9e3779b1)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (isSame(from, start, (number - 1) * BYTES)) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }
  const grow = (): void => {
    const bigger = Buffer.alloc(bytes.length * 2)
    bytes.copy(bigger)
    bytes = bigger
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < size; number += 1) if (!oddIds.has(number)) slots[slotOf(bytes, number * BYTES)] = number + 1
  }
  const numberOf = (id: string): number | undefined => {
    if (!readUuid(id)) return odd.get(id)
    const number = slots[slotOf(asked, 0)] ?? 0
    return number === 0 ? undefined : number - 1
  }

  return {
    size: () => size,
    numberOf,
    numberFor: (id) => {
      const isUuid = readUuid(id)
      const known = isUuid ? (slots[slotOf(asked, 0)] ?? 0) - 1 : (odd.get(id) ?? -1)
      if (known >= 0) return known
      if ((size + 1) * BYTES > bytes.length) grow()
      const number = size
      if (isUuid) {
        slots[slotOf(asked, 0)] = number + 1
        asked.copy(bytes, number * BYTES)
      } else {
        odd.set(id, number)
        oddIds.set(number, id)
      }
      size += 1
      return number
    },
    idOf: (number) => {
      if (number < 0 || number >= size) return ''
      const other = oddIds.get(number)
      if (other !== undefined) return other
      const hex = bytes.toString('hex', number * BYTES, (number + 1) * BYTES)
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}
