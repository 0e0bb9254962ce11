// Which columns hold the id of another table's row. The schema cannot say it: two offline machines could not keep a foreign key.
import type { TableName } from './tables.ts'

export interface Reference {
  readonly table: TableName
  readonly column: string
  readonly to: TableName
}

const from = (table: TableName, columns: Readonly<Record<string, readonly TableName[]>>): Reference[] =>
  Object.entries(columns).flatMap(([column, targets]) => targets.map((to) => ({ table, column, to })))

export const references: readonly Reference[] = [
  ...from('companies', { parentId: ['companies'], ownerId: ['users'] }),
  ...from('contacts', { ownerId: ['users'] }),
  ...from('companyContacts', { companyId: ['companies'], contactId: ['contacts'] }),
  ...from('activities', { recordId: ['companies', 'contacts', 'deals', 'tickets'], ownerId: ['users'] }),
  ...from('stages', { pipelineId: ['pipelines'] }),
  ...from('deals', {
    pipelineId: ['pipelines'],
    stageId: ['stages'],
    companyId: ['companies'],
    contactId: ['contacts'],
    ownerId: ['users'],
  }),
  ...from('tickets', { statusId: ['ticketStatuses'], companyId: ['companies'], contactId: ['contacts'], assigneeId: ['users'] }),
  ...from('ticketMessages', { ticketId: ['tickets'], authorId: ['users'] }),
]
