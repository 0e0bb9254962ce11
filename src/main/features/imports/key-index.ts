// Which records have a key, for a million of them: keys are kept as 64 bits of hash in flat tables, never as text.

export interface KeyIndex {
  readonly add: (key: string, record: number) => void
  /** In the order in which they were added. */
  readonly find: (key: string) => readonly number[]
}

const NONE: readonly number[] = []
const FIRST_SIZE = 1024

interface Slots {
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** One more than the record's number; 0: free. */
  readonly record: Int32Array
}

const slotsOf = (size: number): Slots => ({
  high: new Uint32Array(size),
  low: new Uint32Array(size),
  record: new Int32Array(size),
})

export const createKeyIndex = (): KeyIndex => {
  let size = FIRST_SIZE
  let used = 0
  let slots = slotsOf(size)
  /** Further records of a key, by 53 bits of its hash. */
  const more = new Map<number, number[]>()
  let high = 0
  let low = 0

  const hash = (key: string): void => {
    let one = 0xdeadbeef
    let other = 0x41c6ce57
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at)
      one = Math.imul(one ^ code, 2654435761)
      other = Math.imul(other ^ code, 1597334677)
    }
    one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
    other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
    high = other >>> 0
    low = one >>> 0
  }
  /** The slot of the hash: its own, or the free one where it would go. */
  const slotIn = (table: Slots, mask: number): number => {
    let slot = low & mask
    while (table.record[slot] !== 0 && (table.high[slot] !== high || table.low[slot] !== low)) slot = (slot + 1) & mask
    return slot
  }
  const grow = (): void => {
    const before = slots
    const beforeSize = size
    size *= 2
    slots = slotsOf(size)
    for (let at = 0; at < beforeSize; at += 1) {
      const record = before.record[at] ?? 0
      if (record === 0) continue
      high = before.high[at] ?? 0
      low = before.low[at] ?? 0
      const slot = slotIn(slots, size - 1)
      slots.high[slot] = high
      slots.low[slot] = low
      slots.record[slot] = record
    }
  }
  const moreKey = (): number => high * 0x200000 + (low >>> 11)

  return {
    add: (key, record) => {
      if (used * 10 > size * 6) grow()
      hash(key)
      const slot = slotIn(slots, size - 1)
      const first = slots.record[slot] ?? 0
      if (first === 0) {
        slots.high[slot] = high
        slots.low[slot] = low
        slots.record[slot] = record + 1
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
      const first = slots.record[slotIn(slots, size - 1)] ?? 0
      if (first === 0) return NONE
      const others = more.size === 0 ? undefined : more.get(moreKey())
      return others ? [first - 1, ...others] : [first - 1]
    },
  }
}
