// Fields whose value is the id of another record: the history shows that record's name instead.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { LoggedRowChange } from '#main/db/log/change-log.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import type { Names, RowRef } from './names.repository.ts'
import type { OwnFields } from './own-fields.repository.ts'

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
  seriesId: 'activities',
}

type Value = LoggedRowChange['changes'][number]['from']

/** Several choices stand in one value, as a JSON list. */
const idsIn = (field: string, value: Value): readonly string[] => {
  if (typeof value !== 'string') return []
  return storageClassOf(field) === 'o' ? (JSON.parse(value) as string[]) : [value]
}

const tableOf = (field: string, own: OwnFields): TableName | null => own.get(field)?.table ?? referenceTables[field] ?? null

/** The records that these changes refer to. */
export const referencesIn = (changes: LoggedRowChange['changes'], own: OwnFields): RowRef[] =>
  changes.flatMap(({ field, from, to }) => {
    const table = tableOf(field, own)
    return table === null ? [] : [from, to].flatMap((value) => idsIn(field, value).map((rowId) => ({ table, rowId })))
  })

/**
 * The same changes with names in place of ids, and what the office's own fields are called. The id of a record that has no name stays.
 * `before` is the old value as it is stored, which an update would take.
 */
export const withNames = (changes: LoggedRowChange['changes'], names: Names, own: OwnFields) =>
  changes.map(({ field, from, to }) => {
    const table = tableOf(field, own)
    const shown = (value: Value): Value => {
      if (table === null || typeof value !== 'string') return value
      const ids = idsIn(field, value)
      return ids.map((id) => names.of(table, id) ?? id).join(' · ')
    }
    const { name = null, currency = null } = own.get(field) ?? {}
    const before = storageClassOf(field) === 'o' ? [...idsIn(field, from)] : from
    return { field, label: name, currency, from: shown(from), to: shown(to), before }
  })
