// Fields whose value is the id of another record: the history shows that record's name instead.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { LoggedRowChange } from '#main/db/log/change-log.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { tablesOfColumn } from './row-names.ts'
import type { Names, RowRef } from './names.ts'
import type { OwnFields } from './told-fields.ts'

type Value = LoggedRowChange['changes'][number]['from']

/** Several choices stand in one value, as a JSON list. */
const idsIn = (field: string, value: Value): readonly string[] => {
  if (typeof value !== 'string') return []
  return storageClassOf(field) === 'o' ? (JSON.parse(value) as string[]) : [value]
}

/** What a record hangs on may be of any kind: no two rows have the same id. */
const tablesOf = (field: string, own: OwnFields): readonly TableName[] => {
  const table = own.get(field)?.table ?? null
  return table === null ? tablesOfColumn(field) : [table]
}

/** The records that these changes refer to. */
export const referencesIn = (changes: LoggedRowChange['changes'], own: OwnFields): RowRef[] =>
  changes.flatMap(({ field, from, to }) => {
    const tables = tablesOf(field, own)
    return [from, to].flatMap((value) =>
      tables.length === 0 ? [] : idsIn(field, value).flatMap((rowId) => tables.map((table) => ({ table, rowId }))),
    )
  })

/**
 * The same changes with names in place of ids, and what the office's own fields are called. The id of a record that has no name stays.
 * `before` is the old value as it is stored, which an update would take.
 */
export const withNames = (changes: LoggedRowChange['changes'], names: Names, own: OwnFields) =>
  changes.map(({ field, from, to, ...rest }) => {
    const tables = tablesOf(field, own)
    const nameOf = (id: string): string => tables.map((table) => names.of(table, id)).find((name) => name !== null) ?? id
    const shown = (value: Value): Value => {
      if (tables.length === 0 || typeof value !== 'string') return value
      const ids = idsIn(field, value)
      return ids.map(nameOf).join(' · ')
    }
    const { name = null, currency = null } = own.get(field) ?? {}
    const before = storageClassOf(field) === 'o' ? [...idsIn(field, from)] : from
    return { ...rest, field, label: name, currency, from: shown(from), to: shown(to), before }
  })
