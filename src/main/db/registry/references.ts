// Which columns hold the id of another table's row. The schema cannot say it: two offline machines could not keep a foreign key.
import type { TableName } from './tables.ts'

export interface Reference {
  readonly table: TableName
  readonly column: string
  readonly to: TableName
}

const from = (table: TableName, columns: Readonly<Record<string, readonly TableName[]>>): Reference[] =>
  Object.entries(columns).flatMap(([column, targets]) => targets.map((to) => ({ table, column, to })))

const records: readonly TableName[] = ['companies', 'contacts', 'deals', 'tickets', 'orders', 'products']

/** Two of one kind, that look alike or have one number. */
const alike: readonly TableName[] = ['companies', 'contacts', 'tickets', 'orders']

export const references: readonly Reference[] = [
  ...from('companies', {
    parentId: ['companies'],
    mergedIntoId: ['companies'],
    ownerId: ['users'],
    lifecycleStageId: ['lifecycleStages'],
    recordTypeId: ['recordTypes'],
  }),
  ...from('contacts', {
    ownerId: ['users'],
    lifecycleStageId: ['lifecycleStages'],
    recordTypeId: ['recordTypes'],
    mergedIntoId: ['contacts'],
  }),
  ...from('companyContacts', { companyId: ['companies'], contactId: ['contacts'] }),
  ...from('contactPoints', { recordId: ['companies', 'contacts'] }),
  ...from('relations', { fromId: ['contacts'], toId: ['contacts'] }),
  ...from('lifecycleMoves', {
    recordId: ['companies', 'contacts'],
    fromStageId: ['lifecycleStages'],
    toStageId: ['lifecycleStages'],
    byId: ['users'],
  }),
  ...from('recordTags', { tagId: ['tags'], recordId: records }),
  ...from('favourites', { userId: ['users'], recordId: records }),
  ...from('fieldChoices', { fieldId: ['customFields'] }),
  ...from('layouts', { recordTypeId: ['recordTypes'] }),
  ...from('views', { ownerId: ['users'] }),
  ...from('attachments', { recordId: records, activityId: ['activities'] }),
  ...from('activityLinks', { activityId: ['activities'], recordId: records }),
  ...from('activities', { recordId: [...records, 'users'], ownerId: ['users'], seriesId: ['activities'] }),
  ...from('stages', { pipelineId: ['pipelines'] }),
  ...from('deals', {
    pipelineId: ['pipelines'],
    stageId: ['stages'],
    companyId: ['companies'],
    contactId: ['contacts'],
    ownerId: ['users'],
    recordTypeId: ['recordTypes'],
  }),
  ...from('tickets', {
    statusId: ['ticketStatuses'],
    companyId: ['companies'],
    contactId: ['contacts'],
    assigneeId: ['users'],
    recordTypeId: ['recordTypes'],
  }),
  ...from('ticketMessages', { ticketId: ['tickets'], authorId: ['users'] }),
  ...from('orders', { companyId: ['companies'], contactId: ['contacts'], ownerId: ['users'] }),
  ...from('orderLines', { orderId: ['orders'], productId: ['products'] }),
  ...from('importMappings', { sourceId: ['importSources'] }),
  ...from('imports', { sourceId: ['importSources'], mappingId: ['importMappings'], byId: ['users'] }),
  ...from('devices', { addedById: ['users'] }),
  ...from('notDuplicates', { aId: alike, bId: alike, byId: ['users'] }),
]
