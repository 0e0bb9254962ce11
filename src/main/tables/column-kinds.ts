// Counts what a workbook says about the cells of each column.
import type { CellKind, CellMark, ColumnKinds, SourceRow } from './table-file.ts'

interface ColumnCounter {
  readonly count: (record: SourceRow) => void
  readonly columns: () => ColumnKinds[]
}

export const columnCounter = (width: number): ColumnCounter => {
  // One count a mark: the marks of cells that look alike are the same object.
  const marks: Map<CellMark, number>[] = Array.from({ length: width }, () => new Map())
  const count = ({ marks: found }: SourceRow): void => {
    if (!found) return
    for (const [column, counts] of marks.entries()) {
      const mark = found[column]
      if (mark) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
  }
  const columns = (): ColumnKinds[] =>
    marks.map((counts) => {
      const kinds: Partial<Record<CellKind, number>> = {}
      const currencies = new Set<string>()
      for (const [{ kind, currency }, times] of counts) {
        kinds[kind] = (kinds[kind] ?? 0) + times
        if (currency !== undefined) currencies.add(currency)
      }
      return { counts: kinds, currencies: [...currencies] }
    })
  return { count, columns }
}
