// Which of the crossed values a person sees a difference of: stamps, orders within a list and what follows from other fields are not told.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { CrossedCell } from '#main/db/log/crossings.ts'
import type { TableName } from '#main/db/registry/tables.ts'

/** Rows that are nothing but a tie, or Kith's own notes. */
export const unseenTables: ReadonlySet<TableName> = new Set([
  ...(['favourites', 'recordTags', 'activityLinks', 'notDuplicates', 'imports', 'importMappings', 'lifecycleMoves'] as const),
])

const UNSEEN = new Set([
  ...['createdAt', 'isSample', 'archivedAt', 'archivedReason', 'position', 'lineNo', 'lifecycleSince', 'pooledAt'],
  ...['closedAt', 'seriesId', 'occurrenceOn', 'icsUid', 'messageId', 'mergedIntoId', 'key', 'hash', 'size', 'mimeType'],
  ...['recordType', 'recordId', 'shape', 'rank'],
])
/** A deal's state is that of its stage. */
const UNSEEN_IN: Readonly<Partial<Record<TableName, readonly string[]>>> = { deals: ['status'] }

/** The columns of a crossed cell that are shown. */
export const shownColumns = ({ table, cell }: Pick<CrossedCell, 'table' | 'cell'>): string[] =>
  cell.columns
    .map(({ name }) => name)
    .filter((name) => !UNSEEN.has(name) && !(UNSEEN_IN[table] ?? []).includes(name) && storageClassOf(name) !== 'a')

/** The crossing with those values only that look different from the one that stands; null: there is none. */
export const asSeen = <One extends CrossedCell>(crossed: One): One | null => {
  if (unseenTables.has(crossed.table)) return null
  const { kind, row, ends } = crossed
  if (kind === 'kept') {
    const archiving = ends.filter(({ values }) => (values['archivedAt'] ?? null) !== null)
    return withEnds(crossed, archiving)
  }
  const columns = shownColumns(crossed)
  const others = ends.filter(({ values }) => columns.some((column) => (values[column] ?? null) !== (row[column] ?? null)))
  return withEnds(crossed, others)
}

const withEnds = <One extends CrossedCell>(crossed: One, ends: One['ends']): One | null => {
  if (ends.length === crossed.ends.length) return crossed
  return ends.length === 0 ? null : { ...crossed, ends }
}
