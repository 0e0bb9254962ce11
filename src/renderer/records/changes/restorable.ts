// Which old values can be written back from a record's history.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { RecordChange, RestorableTable } from '#shared/history/history.ts'

export interface HistoryOf {
  readonly table: 'companies' | 'contacts' | 'deals' | 'tickets' | 'orders' | 'products'
  readonly id: string
  /** An archived record is not changed. */
  readonly isReadOnly: boolean
}

/** What follows from other fields, or is set by Kith itself. */
const FOLLOWING: Readonly<Record<HistoryOf['table'], readonly string[]>> = {
  companies: ['lifecycleSince', 'pooledAt'],
  contacts: ['lifecycleSince', 'pooledAt'],
  deals: ['status', 'closedOn', 'pipelineId', 'lossReason'],
  tickets: ['number', 'closedAt', 'firstReplyAt', 'lastMessageAt'],
  orders: [],
  products: [],
}

const isKithsOwn = (field: string): boolean => ['archivedAt', 'archivedReason', 'position', 'isSample'].includes(field)

/** The row to write to; null where the value cannot be written back alone. */
export const restorableIn = (
  { table, id, isReadOnly }: HistoryOf,
  { kind, row }: RecordChange,
  field: string,
): { readonly table: RestorableTable; readonly id: string } | null => {
  if (isReadOnly || kind !== 'changed' || isKithsOwn(field)) return null
  if (row === null) return FOLLOWING[table].includes(field) || storageClassOf(field) === 'a' ? null : { table, id }
  if (row.table !== 'companyContacts') return { table: row.table, id: row.id }
  return field === 'role' ? { table: row.table, id: row.id } : null
}
