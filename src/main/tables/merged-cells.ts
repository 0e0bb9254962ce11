// Cells that were merged down several rows say the same in each of them: a company beside its three people.
import type { Merge, SourceRow } from './table-file.ts'

/** Answers the cells of each row, asked in their order, with those filled in that were merged with one above in the table. */
export const mergeFiller = (merges: readonly Merge[]): ((record: SourceRow) => readonly string[]) => {
  const starting = Map.groupBy(
    merges.filter(({ top, bottom }) => bottom > top),
    ({ top }) => top,
  )
  let open: { readonly merge: Merge; readonly value: string }[] = []
  return ({ row, cells }) => {
    open = open.filter(({ merge }) => merge.bottom >= row)
    const filled = [...cells]
    for (const { merge, value } of open) {
      while (filled.length <= merge.column) filled.push('')
      if (filled[merge.column] === '') filled[merge.column] = value
    }
    open.push(...(starting.get(row) ?? []).map((merge) => ({ merge, value: cells[merge.column] ?? '' })))
    return filled
  }
}
