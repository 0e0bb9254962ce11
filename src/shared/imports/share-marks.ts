// A program writes all amounts of a table alike: what one column shows of its decimal mark holds for those that show nothing.
import type { InspectedColumn } from './inspection.ts'

/** The columns with the open ones decided, unless others contradict each other. */
export const shareMarks = (columns: readonly InspectedColumn[]): InspectedColumn[] => {
  const decided = new Set(columns.flatMap(({ decimalMarks }) => (decimalMarks.length === 1 ? decimalMarks : [])))
  if (decided.size !== 1) return [...columns]
  return columns.map((column) => (column.decimalMarks.length > 1 ? { ...column, decimalMarks: [...decided] } : column))
}
