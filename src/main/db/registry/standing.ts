// What a row stands on: rows that must not be gone while somebody works on it or puts it there. Archiving a company asks about its deals for the
// same reason.
import { recordPlaces } from '#shared/base/record-places.ts'
import { references } from './references.ts'
import { registry, type TableName } from './tables.ts'
import type { StoredValues } from './layout.ts'

/** Columns that name what a row belongs to: any work on the row is work on that, too. */
const owners: Partial<Record<TableName, readonly string[]>> = {
  deals: ['companyId', 'contactId'],
  tickets: ['companyId', 'contactId'],
  orders: ['companyId', 'contactId'],
  companyContacts: ['companyId', 'contactId'],
  contactPoints: ['recordId'],
  activities: ['recordId'],
  activityLinks: ['recordId'],
  attachments: ['recordId', 'activityId'],
  recordTags: ['recordId'],
  relations: ['fromId', 'toId'],
  ticketMessages: ['ticketId'],
  orderLines: ['orderId'],
}

/** Columns that name where a row was put: only whoever writes the column, or brings the row back, needs the place. */
const places: Partial<Record<TableName, readonly string[]>> = {
  companies: ['lifecycleStageId', 'recordTypeId', 'parentId'],
  contacts: ['lifecycleStageId', 'recordTypeId'],
  deals: ['pipelineId', 'stageId', 'recordTypeId'],
  tickets: ['statusId', 'recordTypeId'],
  stages: ['pipelineId'],
  recordTags: ['tagId'],
  fieldChoices: ['fieldId'],
}

/** What a merged row became part of: whoever merges it needs that. */
const WINNER = 'mergedIntoId'

interface Ground {
  readonly column: string
  readonly kind: 'owner' | 'place' | 'winner'
  readonly tables: readonly TableName[]
}

const groundsOf = (table: TableName): readonly Ground[] => {
  const ground =
    (kind: Ground['kind']) =>
    (column: string): Ground => ({
      ...{ column, kind },
      tables: references.flatMap((one) => (one.table === table && one.column === column ? [one.to] : [])),
    })
  return [
    ...(owners[table] ?? []).map(ground('owner')),
    ...(places[table] ?? []).map(ground('place')),
    ...(WINNER in registry[table].columns ? [ground('winner')(WINNER)] : []),
  ]
}

// A row of the registry is named by its table.
const grounds = new Map((Object.keys(registry) as TableName[]).map((table) => [table, groundsOf(table)]))

/** By the kind of record that a row names beside its id. */
const recordTables: ReadonlyMap<string, TableName> = new Map(Object.entries(recordPlaces))

/**
 * `written`: the columns that were; null: the row is new. Tells each row that it stands on, by the number of its table; of a row that is
 * archived this is what it was merged into, if that is why.
 */
export const eachGround = (
  table: TableName,
  row: StoredValues,
  written: readonly string[] | null,
  tell: (tableId: number, rowId: string) => void,
): void => {
  const isInUse = row['archivedAt'] === null
  if (!isInUse && row['archivedReason'] !== 'merged') return
  const isMoved = written?.includes('archivedAt') ?? true
  for (const { column, kind, tables } of grounds.get(table) ?? []) {
    const id = row[column]
    if (typeof id !== 'string' || id === '' || isInUse === (kind === 'winner')) continue
    if (kind !== 'owner' && !isMoved && !written?.includes(column)) continue
    const to = tables.length > 1 ? recordTables.get(String(row['recordType'])) : tables[0]
    if (to !== undefined) tell(registry[to].id, id)
  }
}
