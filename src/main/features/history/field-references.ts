// Fields whose value is the id of another record: the history shows that record's name instead.
import type { LoggedRowChange } from '#main/db/log/change-log.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { Names, RowRef } from './names.repository.ts'

const referenceTables: Readonly<Partial<Record<string, TableName>>> = {
  ownerId: 'users',
  assigneeId: 'users',
  companyId: 'companies',
  parentId: 'companies',
  contactId: 'contacts',
  pipelineId: 'pipelines',
  stageId: 'stages',
  statusId: 'ticketStatuses',
  lifecycleStageId: 'lifecycleStages',
  recordTypeId: 'recordTypes',
  tagId: 'tags',
}

type Value = LoggedRowChange['changes'][number]['from']

/** The records that these changes refer to. */
export const referencesIn = (changes: LoggedRowChange['changes']): RowRef[] =>
  changes.flatMap(({ field, from, to }) => {
    const table = referenceTables[field]
    return table === undefined ? [] : [from, to].flatMap((value) => (typeof value === 'string' ? { table, rowId: value } : []))
  })

/** The same changes with names in place of ids. The id of a record that has no name stays. */
export const withNames = (changes: LoggedRowChange['changes'], names: Names) =>
  changes.map(({ field, from, to }) => {
    const table = referenceTables[field]
    const shown = (value: Value): Value =>
      table !== undefined && typeof value === 'string' ? (names.of(table, value) ?? value) : value
    return { field, from: shown(from), to: shown(to) }
  })
