// The records in a part of a grid.
import type { CellBlock, GridLine, GridRecord } from './grid-types.ts'

/** The ids of the rows of a block, or of the one line. */
export const idsOf = (
  block: CellBlock | null,
  line: number,
  lineAt: (index: number) => GridLine<GridRecord> | undefined,
): string[] => {
  const [from, to] = block ? [block.firstLine, block.lastLine] : [line, line]
  return Array.from({ length: to - from + 1 }, (_, index) => lineAt(from + index)).flatMap((there) =>
    there?.kind === 'record' ? [there.row.id] : [],
  )
}
