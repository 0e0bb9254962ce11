// Which row of an import each record belongs to, in flat tables: every row of a million has a record.

/** The row of this import that a record belongs to. */
export interface Claim {
  readonly table: number
  readonly row: number
  /** Of its cells, to tell whether another row says the same. */
  readonly hash: number
}

export interface Claims {
  readonly has: (record: number) => boolean
  readonly get: (record: number) => Claim | undefined
  readonly set: (record: number, claim: Claim) => void
  readonly free: (record: number) => void
}

const FIRST_SIZE = 1024

/** `asked` hears of each record that is asked for or claimed. */
export const createClaims = (asked: (record: number) => void = () => undefined): Claims => {
  /** 0: the record belongs to no row. */
  let rows = new Int32Array(FIRST_SIZE)
  let tables = new Int16Array(FIRST_SIZE)
  let hashes = new Float64Array(FIRST_SIZE)
  const grow = (length: number): void => {
    const [oldRows, oldTables, oldHashes] = [rows, tables, hashes]
    rows = new Int32Array(length)
    tables = new Int16Array(length)
    hashes = new Float64Array(length)
    rows.set(oldRows)
    tables.set(oldTables)
    hashes.set(oldHashes)
  }
  const has = (record: number): boolean => {
    asked(record)
    return (rows[record] ?? 0) !== 0
  }
  return {
    has,
    get: (record) =>
      has(record) ? { table: tables[record] ?? 0, row: rows[record] ?? 0, hash: hashes[record] ?? 0 } : undefined,
    set: (record, { table, row, hash }) => {
      asked(record)
      if (record >= rows.length) grow(Math.max(record + 1, rows.length * 2))
      rows[record] = row
      tables[record] = table
      hashes[record] = hash
    },
    free: (record) => {
      if (record < rows.length) rows[record] = 0
    },
  }
}
