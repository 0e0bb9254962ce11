// Which records have a key, for a million of them: keys are kept as 64 bits of hash in flat tables, never as text.

export interface KeyIndex {
  readonly add: (key: string, record: number) => void
  /** In the order in which they were added. */
  readonly find: (key: string) => readonly number[]
  /** 32 bits of its hash. */
  readonly hashOf: (key: string) => number
}

const NONE: readonly number[] = []
const FIRST_SIZE = 1024

/** Of each slot, side by side: one more than the record's number (0: free), and the two halves of its key's hash. */
const WIDTH = 3

export const createKeyIndex = (): KeyIndex => {
  let size = FIRST_SIZE
  let used = 0
  let slots = new Int32Array(size * WIDTH)
  /** Further records of a key, by 53 bits of its hash. */
  const more = new Map<number, number[]>()
  let high = 0
  let low = 0

  let lastKey = ''
  let lastHigh = 0
  let lastLow = 0
  const hash = (key: string): void => {
    // What was just looked up is noted next.
    if (key === lastKey && key !== '') {
      high = lastHigh
      low = lastLow
      return
    }
    let one = 0xdeadbeef
    let other = 0x41c6ce57
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at)
      one = Math.imul(one ^ code, 2654435761)
      other = Math.imul(other ^ code, 1597334677)
    }
    one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
    other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
    high = other | 0
    low = one | 0
    lastKey = key
    lastHigh = high
    lastLow = low
  }
  /** The slot of the hash: its own, or the free one where it would go. */
  const slotOf = (): number => {
    const mask = size - 1
    let slot = low & mask
    let at = slot * WIDTH
    while (slots[at] !== 0 && (slots[at + 2] !== low || slots[at + 1] !== high)) {
      slot = (slot + 1) & mask
      at = slot * WIDTH
    }
    return at
  }
  const put = (at: number, record: number): void => {
    slots[at] = record
    slots[at + 1] = high
    slots[at + 2] = low
  }
  const grow = (): void => {
    const before = slots
    size *= 2
    slots = new Int32Array(size * WIDTH)
    for (let at = 0; at < before.length; at += WIDTH) {
      const record = before[at] ?? 0
      if (record === 0) continue
      high = before[at + 1] ?? 0
      low = before[at + 2] ?? 0
      put(slotOf(), record)
    }
  }
  const moreKey = (): number => (high >>> 0) * 0x200000 + (low >>> 11)

  return {
    hashOf: (key) => {
      hash(key)
      return low
    },
    add: (key, record) => {
      if (used * 10 > size * 8) grow()
      hash(key)
      const at = slotOf()
      const first = slots[at] ?? 0
      if (first === 0) {
        put(at, record + 1)
        used += 1
        return
      }
      const others = more.get(moreKey())
      if (first === record + 1 || others?.includes(record)) return
      if (others) others.push(record)
      else more.set(moreKey(), [record])
    },
    find: (key) => {
      if (used === 0) return NONE
      hash(key)
      const first = slots[slotOf()] ?? 0
      if (first === 0) return NONE
      const others = more.size === 0 ? undefined : more.get(moreKey())
      return others ? [first - 1, ...others] : [first - 1]
    },
  }
}
