// The SQL of what fields offer to choose from, and of whether chosen things are still there.
import { sql } from 'kysely'
import type { ChoiceTable } from '#shared/lists/built-in-field.ts'
import { type ListEntity, recordTypeOf } from '#shared/lists/list-entity.ts'
import type { ListChoice } from '#shared/lists/list-field.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isThere } from '#main/db/selection.ts'
import { nameColumnOf } from '#main/records/row-names.ts'
import type { tableOf } from './list-table.ts'

interface ChoiceRow {
  readonly value: string
  readonly label: string
  readonly archivedAt: string | null
  readonly pipeline: string | null
}

/** The rows of a table of choices, removed ones too, in order. Record types are those of the entity. */
export const listTableChoices = (db: Db, table: ChoiceTable, entity: ListEntity): ListChoice[] => {
  const pipeline =
    table === 'stages' ? sql`(select name from ${sql.table('pipelines')} as line where line.id = pipelineId)` : sql`null`
  const own = table === 'recordTypes' ? sql`entity = ${recordTypeOf[entity] ?? ''}` : sql`true`
  const order =
    table === 'stages' ? sql`(select position || id from ${sql.table('pipelines')} as line where line.id = pipelineId), ` : sql``
  return db
    .all(
      compileSql(sql<ChoiceRow>`select id as value, name as label, archivedAt, ${pipeline} as pipeline from ${sql.table(table)}
        where archivedReason is not 'undone' and ${own} order by ${order}position, id`),
    )
    .map(({ value, label, archivedAt, pipeline: group }) => ({
      ...{ value, label, labelKey: null, colour: null, isArchived: archivedAt !== null, group },
    }))
}

export type NamedTable = 'users' | 'tags' | 'fieldChoices' | ChoiceTable | ReturnType<typeof tableOf>

interface NamedRow {
  readonly id: string
  readonly name: string
  readonly isGone: 0 | 1
}

const makeNames = (table: NamedTable) => {
  const isRecord = ['companies', 'contacts', 'deals', 'products', 'orders', 'tickets', 'activities'].includes(table)
  const name = nameColumnOf(table)
  const gone = isRecord ? sql`0` : sql`(archivedAt is not null)`
  return prepared<{ ids: string }>()((param) => ({
    compile: () =>
      compileSql(sql<NamedRow>`select id, coalesce(${sql.ref(name)}, '') as name, ${gone} as isGone from ${sql.table(table)}
        where id in (select value from json_each(${param('ids')})) and ${isThere(table)}`),
  }))
}
const namesByTable = new Map<NamedTable, ReturnType<typeof makeNames>>()

/** Names of rows by id. Records may be archived and still be there; anything else is gone when archived. */
export const namesOf = (db: Db, table: NamedTable, ids: readonly string[]): NamedRow[] => {
  const names = namesByTable.get(table) ?? makeNames(table)
  namesByTable.set(table, names)
  return names(db, { ids: JSON.stringify(ids) })
}
