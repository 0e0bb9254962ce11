// Ids under small numbers, for a million of them: sixteen bytes an id and a flat table to find it in, never texts.

export interface IdList {
  readonly size: () => number
  /** The number of an id, given to it now if it is new. */
  readonly numberFor: (id: string) => number
  readonly numberOf: (id: string) => number | undefined
  /** Empty for a number that was not given. */
  readonly idOf: (number: number) => string
}

/** An id is four words of 32 bits. */
const WORDS = 4
const FIRST_SIZE = 1024
const HYPHEN = '-'.charCodeAt(0)

/** By the code of the sign; -1 for what is no lower-case hexadecimal digit. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => '0123456789abcdef'.indexOf(String.fromCharCode(code)))
/** Where the halves of the words of an id begin. */
const HALVES = [0, 4, 9, 14, 19, 24, 28, 32] as const
const hex = (word: number | undefined): string => ((word ?? 0) >>> 0).toString(16).padStart(8, '0')

export const createIdList = (): IdList => {
  let words = new Int32Array(FIRST_SIZE * WORDS)
  /** One more than the number; 0: free. */
  let slots = new Int32Array(FIRST_SIZE * 2)
  let size = 0
  /** Ids that are no UUIDs. */
  const odd = new Map<string, number>()
  const oddIds = new Map<number, string>()
  const asked = new Int32Array(WORDS)

  const readUuid = (id: string): boolean => {
    if (id.length !== 36 || id.charCodeAt(8) !== HYPHEN || id.charCodeAt(13) !== HYPHEN) return false
    if (id.charCodeAt(18) !== HYPHEN || id.charCodeAt(23) !== HYPHEN) return false
    let word = 0
    for (let half = 0; half < HALVES.length; half += 1) {
      const from = HALVES[half] ?? 0
      for (let at = from; at < from + 4; at += 1) {
        const digit = DIGITS[id.charCodeAt(at)] ?? -1
        if (digit < 0) return false
        word = (word << 4) | digit
      }
      asked[half >> 1] = word
    }
    return true
  }
  /** The slot of the id that stands in `from` at `start`: its own, or the free one where it would go. */
  const slotOf = (from: Int32Array, start: number): number => {
    const mask = slots.length - 1
    const [third, last] = [from[start + 2] ?? 0, from[start + 3] ?? 0]
    // The time is in the first words of a UUIDv7, chance or a count in the last.
    const mixed = Math.imul(last ^ third, 0x9e3779b1)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      const there = (number - 1) * WORDS
      const isSame =
        words[there + 3] === last &&
        words[there + 2] === third &&
        words[there + 1] === from[start + 1] &&
        words[there] === from[start]
      if (isSame) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }
  const grow = (): void => {
    const bigger = new Int32Array(words.length * 2)
    bigger.set(words)
    words = bigger
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < size; number += 1) if (!oddIds.has(number)) slots[slotOf(words, number * WORDS)] = number + 1
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
      let slot = isUuid ? slotOf(asked, 0) : -1
      const known = isUuid ? (slots[slot] ?? 0) - 1 : (odd.get(id) ?? -1)
      if (known >= 0) return known
      if ((size + 1) * WORDS > words.length) {
        grow()
        slot = isUuid ? slotOf(asked, 0) : -1
      }
      const number = size
      if (isUuid) {
        slots[slot] = number + 1
        words.set(asked, number * WORDS)
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
      const at = number * WORDS
      const [two, three] = [hex(words[at + 1]), hex(words[at + 2])]
      return `${hex(words[at])}-${two.slice(0, 4)}-${two.slice(4)}-${three.slice(0, 4)}-${three.slice(4)}${hex(words[at + 3])}`
    },
  }
}
