// What became of each row of a table, kept small: a million rows have a place here.
import type { FateCounts } from '#shared/imports/preview.ts'
import { type RowFate, rowFate } from '#shared/imports/plan.ts'
import type { RowFault } from '#shared/imports/reading.ts'

export interface RowResult {
  readonly row: number
  readonly fate: RowFate
  /** The record's number in its set; null where there is none. */
  readonly record: number | null
  readonly matchedBy: string | null
  /** Several that it could be. */
  readonly candidates: readonly number[]
  /** The earlier row that is the same record. */
  readonly sameAsRow: number | null
  readonly faults: readonly RowFault[]
}

export interface TableResults {
  readonly add: (result: RowResult) => void
  readonly counts: () => FateCounts
  readonly size: () => number
  /** The places of the rows that pass, in the order of the file. */
  readonly select: (fates: ReadonlySet<RowFate>, onlyProblems: boolean) => Int32Array
  readonly at: (place: number) => RowResult
  /** Takes what became of a row out; the row is to be added again. */
  readonly takeOut: (row: number) => RowResult | null
  readonly keptByStronger: { count: number }
  readonly faultCounts: () => Map<string, { severity: RowFault['severity']; count: number }>
}

interface Rest {
  readonly matchedBy: string | null
  readonly candidates: readonly number[]
  readonly sameAsRow: number | null
  readonly faults: readonly RowFault[]
}

const fates = rowFate.options

export const createTableResults = (): TableResults => {
  let size = 0
  let rows = new Int32Array(1024)
  let codes = new Uint8Array(1024)
  let records = new Int32Array(1024)
  /** What few rows have. */
  const rests = new Map<number, Rest>()
  const counts: Record<RowFate, number> = { new: 0, update: 0, unchanged: 0, duplicate: 0, refused: 0, skipped: 0 }
  const byKey = new Map<string, { severity: RowFault['severity']; count: number }>()
  /** Rows of a batch are decided in two steps, so places may be filled out of order: they are put in order when asked for. */
  let isSorted = true

  /** Where rows that were taken out stand again. */
  const open = new Map<number, number>()

  const grow = (): void => {
    const bigger = rows.length * 2
    const [oldRows, oldCodes, oldRecords] = [rows, codes, records]
    rows = new Int32Array(bigger)
    codes = new Uint8Array(bigger)
    records = new Int32Array(bigger)
    rows.set(oldRows)
    codes.set(oldCodes)
    records.set(oldRecords)
  }
  const order = (): Int32Array => {
    const places = Int32Array.from({ length: size }, (_, place) => place)
    return isSorted ? places : places.sort((one, other) => (rows[one] ?? 0) - (rows[other] ?? 0))
  }

  const at = (place: number): RowResult => {
    const rest = rests.get(place)
    const record = records[place] ?? -1
    return {
      row: rows[place] ?? 0,
      fate: fates[codes[place] ?? 0] ?? 'skipped',
      record: record < 0 ? null : record,
      matchedBy: rest?.matchedBy ?? null,
      candidates: rest?.candidates ?? [],
      sameAsRow: rest?.sameAsRow ?? null,
      faults: rest?.faults ?? [],
    }
  }

  return {
    add: ({ row, fate, record, matchedBy, candidates, sameAsRow, faults }) => {
      const again = open.get(row)
      const place = again ?? size
      if (place === rows.length) grow()
      if (again === undefined && size > 0 && row < (rows[size - 1] ?? 0)) isSorted = false
      rows[place] = row
      codes[place] = fates.indexOf(fate)
      records[place] = record === null ? -1 : record
      if (matchedBy !== null || candidates.length > 0 || sameAsRow !== null || faults.length > 0)
        rests.set(place, { matchedBy, candidates, sameAsRow, faults })
      for (const { messageKey, severity } of faults) {
        const known = byKey.get(messageKey)
        if (known) known.count += 1
        else byKey.set(messageKey, { severity, count: 1 })
      }
      counts[fate] += 1
      if (again === undefined) size += 1
      else open.delete(row)
    },
    counts: () => ({ ...counts }),
    size: () => size,
    select: (wanted, onlyProblems) => {
      const codesWanted = new Set([...wanted].map((fate) => fates.indexOf(fate)))
      return order().filter(
        (place) =>
          (codesWanted.size === 0 || codesWanted.has(codes[place] ?? 0)) &&
          (!onlyProblems || (rests.get(place)?.faults.length ?? 0) > 0),
      )
    },
    at,
    takeOut: (row) => {
      const place = rows.subarray(0, size).indexOf(row)
      if (place < 0) return null
      const before = at(place)
      rests.delete(place)
      counts[before.fate] -= 1
      for (const { messageKey } of before.faults) {
        const known = byKey.get(messageKey)
        if (known && known.count > 1) known.count -= 1
        else byKey.delete(messageKey)
      }
      open.set(row, place)
      return before
    },
    keptByStronger: { count: 0 },
    faultCounts: () => byKey,
  }
}
