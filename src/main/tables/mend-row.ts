// Rows in which a text holds the separator and lacks its quotation marks, as in `Rua do Paço, 67`. They can be mended where a blank follows
// the separator there and nowhere else in the row, and the row then fits the headings.

export interface MendedRow {
  readonly cells: readonly string[]
  /** The places and texts that were put together. */
  readonly joined: readonly { readonly column: number; readonly value: string }[]
}

/** `null` where it is not sure which cells belong together. */
export const mendRow = (cells: readonly string[], width: number, delimiter: string): MendedRow | null => {
  const isContinued = (cell: string, place: number): boolean => place > 0 && /^ \S/u.test(cell)
  if (delimiter === ' ' || cells.filter(isContinued).length !== cells.length - width) return null
  const mended: string[] = []
  const columns = new Set<number>()
  for (const [place, cell] of cells.entries()) {
    const last = mended.length - 1
    if (isContinued(cell, place)) {
      mended[last] = `${mended[last] ?? ''}${delimiter}${cell}`
      columns.add(last)
    } else mended.push(cell)
  }
  return { cells: mended, joined: [...columns].map((column) => ({ column, value: mended[column] ?? '' })) }
}
