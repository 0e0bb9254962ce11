// The way from one bad cell to the next, row by row. Pure.
import type { CheckedRow } from './use-import-rows.ts'

interface NextOptions {
  readonly rowAt: (line: number) => CheckedRow | null
  readonly count: number
  /** Where the keyboard is; `id` of a column, `null` on the row as a whole. */
  readonly from: { readonly line: number; readonly id: string | null }
  readonly columns: readonly { readonly id: string }[]
  readonly step: 1 | -1
}

/** As far as the rows are known; a row that is not is the place to go on from. */
export const nextBadCell = ({
  rowAt,
  count,
  from,
  columns,
  step,
}: NextOptions): { line: number; column: number | null } | null => {
  const badColumns = (row: CheckedRow): readonly number[] =>
    [...new Set(row.problems.map(({ column }) => columns.findIndex(({ id }) => id === `c${column}`)))]
      .filter((place) => place !== -1)
      .toSorted((one, other) => one - other)
  const here = columns.findIndex(({ id }) => id === from.id)
  const same = rowAt(from.line)
  if (same) {
    const later = badColumns(same).filter((place) => (step === 1 ? place > here : place < here))
    const next = step === 1 ? later[0] : later.at(-1)
    if (next !== undefined) return { line: from.line, column: next }
  }
  for (let line = from.line + step; line >= 0 && line < count; line += step) {
    const row = rowAt(line)
    if (!row) return { line, column: null }
    const bad = badColumns(row)
    const column = step === 1 ? bad[0] : bad.at(-1)
    if (column !== undefined) return { line, column }
  }
  return null
}
