// Which rows of a preview have to do with each other: those that looked up, or were noted under, the same key or record. A row that shares
// nothing with any other can be looked at again alone.
import type { ImportPlan } from '#shared/imports/plan.ts'

export interface Touches {
  /** What is touched from here on is touched by this row. */
  readonly begin: (row: number) => void
  /** Made once for each kind: what touches the texts, or the numbers, of that kind. */
  readonly ofTexts: (kind: string) => (text: string) => void
  readonly ofNumbers: (kind: string) => (number: number) => void
  readonly isAlone: (row: number) => boolean
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
  ofTexts: () => () => undefined,
  ofNumbers: () => () => undefined,
  isAlone: () => false,
  row: () => 0,
}

/** Texts are kept as 32 bits of hash: two that are alike by chance make two rows look related, never unrelated. */
export const createTouches = (): Touches => {
  let hashes = new Int32Array(FIRST_SIZE)
  /** The row that touched it first; 0: free. */
  let owners = new Int32Array(FIRST_SIZE)
  let used = 0
  let current = 0
  const related = new Set<number>()

  const hashOf = (text: string, seed: number): number => {
    let hash = seed
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return hash
  }
  const seedOf = (kind: string): number => hashOf(kind, 0x811c9dc5)
  const slotOf = (hash: number): number => {
    const mask = owners.length - 1
    let slot = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)
    slot = (slot ^ (slot >>> 13)) & mask
    while (owners[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
  const grow = (): void => {
    const [oldHashes, oldOwners] = [hashes, owners]
    hashes = new Int32Array(oldHashes.length * 2)
    owners = new Int32Array(oldOwners.length * 2)
    for (const [at, owner] of oldOwners.entries()) {
      if (owner === 0) continue
      const slot = slotOf(oldHashes[at] ?? 0)
      hashes[slot] = oldHashes[at] ?? 0
      owners[slot] = owner
    }
  }
  const mark = (hash: number): void => {
    if (current === 0) return
    const slot = slotOf(hash)
    const owner = owners[slot] ?? 0
    if (owner === current) return
    if (owner !== 0) {
      related.add(owner)
      related.add(current)
      return
    }
    hashes[slot] = hash
    owners[slot] = current
    used += 1
    if (used * 10 > owners.length * 6) grow()
  }

  return {
    begin: (row) => {
      current = row
    },
    ofTexts: (kind) => {
      const seed = seedOf(kind)
      return (text) => mark(hashOf(text, seed))
    },
    ofNumbers: (kind) => {
      const seed = seedOf(kind)
      return (number) => mark(Math.imul(seed ^ number, 0x85ebca6b))
    },
    isAlone: (row) => !related.has(row),
    row: () => current,
  }
}
