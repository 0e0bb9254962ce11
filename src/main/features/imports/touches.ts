// Which rows of a preview have to do with each other: those that looked up, or were noted under, the same key or record. A row that shares
// nothing with any other can be looked at again alone.
import type { ImportPlan } from '#shared/imports/plan.ts'

export interface Touches {
  /** What is touched from here on is touched by this row. */
  readonly begin: (row: number) => void
  /** Made once for each kind: what touches the records of that kind by their numbers, or its texts by 32 bits of their hashes. */
  readonly of: (kind: string) => (number: number) => void
  readonly isAlone: (row: number) => boolean
  /** What is touched while it runs is touched by no row. */
  readonly pause: (work: () => void) => void
  /** The row that was begun last. */
  readonly row: () => number
}

const FIRST_SIZE = 4096
const ROWS_A_SHEET = 2 ** 24

/** The number of a row among those of all sheets: the same whichever tables of the plan read its sheet. */
export const numberOfRow = ({ tables }: ImportPlan, place: number, row: number): number => {
  const table = tables[place]
  return tables.findIndex((one) => one.file === table?.file && one.table === table.table) * ROWS_A_SHEET + row
}

/** Begins the rows of a table. */
export const rowsOfSheet = (touches: Touches, plan: ImportPlan, place: number): ((row: number) => void) => {
  const before = numberOfRow(plan, place, 0)
  return (row) => touches.begin(before + row)
}

export const noTouches: Touches = {
  begin: () => undefined,
  of: () => () => undefined,
  isAlone: () => false,
  pause: (work) => work(),
  row: () => 0,
}

/** Two hashes that are alike by chance make two rows look related, never unrelated. */
export const createTouches = (): Touches => {
  /** Of each slot the row that touched it first (0: free), and the hash. */
  let slots = new Int32Array(FIRST_SIZE * 2)
  let used = 0
  let current = 0
  const related = new Set<number>()

  const seedOf = (kind: string): number => {
    let seed = 0x811c9dc5
    for (let at = 0; at < kind.length; at += 1) seed = Math.imul(seed ^ kind.charCodeAt(at), 0x01000193)
    return seed
  }
  const slotOf = (hash: number): number => {
    const mask = slots.length - 1
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)
    let at = ((mixed ^ (mixed >>> 13)) * 2) & mask
    while (slots[at] !== 0 && slots[at + 1] !== hash) at = (at + 2) & mask
    return at
  }
  const put = (at: number, owner: number, hash: number): void => {
    slots[at] = owner
    slots[at + 1] = hash
  }
  const grow = (): void => {
    const before = slots
    slots = new Int32Array(before.length * 2)
    for (let at = 0; at < before.length; at += 2) {
      const owner = before[at] ?? 0
      if (owner !== 0) put(slotOf(before[at + 1] ?? 0), owner, before[at + 1] ?? 0)
    }
  }
  const mark = (hash: number): void => {
    if (current === 0) return
    const at = slotOf(hash)
    const owner = slots[at] ?? 0
    if (owner === current) return
    if (owner !== 0) {
      related.add(owner)
      related.add(current)
      return
    }
    put(at, current, hash)
    used += 1
    if (used * 10 > slots.length * 4) grow()
  }

  return {
    begin: (row) => {
      current = row
    },
    of: (kind) => {
      const seed = seedOf(kind)
      let [last, lastRow] = [0, 0]
      return (number) => {
        // A row looks up what it is noted under.
        if (current === 0 || (number === last && current === lastRow)) return
        last = number
        lastRow = current
        mark(Math.imul(seed ^ number, 0x85ebca6b))
      }
    },
    isAlone: (row) => !related.has(row),
    pause: (work) => {
      const row = current
      current = 0
      work()
      current = row
    },
    row: () => current,
  }
}
