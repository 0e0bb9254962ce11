// Records named where no column says so: in the office's own fields of other records, and in the conditions of views and rules.
import { sql } from 'kysely'
import { fieldedType } from '#shared/base/fields.ts'
import { compileSql } from '#main/db/builder.ts'
import { fieldValue } from '#main/db/custom/field-sql.ts'
import type { Db } from '#main/db/database.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import type { Members } from './merge-records.ts'
import type { Step } from './step.ts'

export const planNamed = (db: Db, members: Members): readonly Step[] => [
  ...ownFieldSteps(db, members),
  ...configSteps(db, members),
]

const ownFieldSteps = (db: Db, members: Members): readonly Step[] =>
  fieldedType.options.flatMap((entity) =>
    fieldChecks(db, entity)
      .definitions.filter(({ type, config }) => type === 'reference' && config.target === members.recordType)
      .flatMap(({ key }) => {
        const table = recordTableOf(entity)
        const rows = db.all(
          compileSql(
            sql<{ id: string; isActive: 0 | 1 }>`select id, archivedAt is null as isActive from ${sql.table(table)}
              where ${fieldValue(table, key)} in (${sql.join(members.losers)}) and id not in (${sql.join(members.losers)})`,
          ),
        )
        return rows.map(({ id, isActive }): Step => {
          // A record does not lead to itself.
          const value = id === members.winnerId ? null : members.winnerId
          const apply: Step['apply'] = (tx) => void tx.update(table, id, { custom: { [key]: value } })
          return { table, kind: 'mended', isActive: isActive === 1, apply }
        })
      }),
  )

/** JSON of the office that may name records. */
const CONFIGS = ['views', 'fieldRules', 'importMappings'] as const

const configSteps = (db: Db, members: Members): readonly Step[] =>
  CONFIGS.flatMap((table) => {
    const isNamed = members.losers.map((id) => sql`instr(config, ${id}) > 0`)
    return db
      .all(
        compileSql(
          sql<{ id: string; config: string }>`select id, config from ${sql.table(table)}
            where archivedAt is null and (${sql.join(isNamed, sql` or `)})`,
        ),
      )
      .map(({ id, config }): Step => {
        const next = JSON.stringify(renamed(JSON.parse(config), members))
        return { table, kind: 'mended', isActive: true, apply: (tx) => void tx.update(table, id, { config: next }) }
      })
  })

/** The same JSON with the winner in place of the losers, once where several of them were named. */
const renamed = (json: unknown, members: Members): unknown => {
  if (typeof json === 'string') return members.become(json)
  if (Array.isArray(json)) {
    const all = json.map((one) => renamed(one, members))
    return all.filter((one, place) => one !== members.winnerId || all.indexOf(one) === place)
  }
  if (typeof json !== 'object' || json === null) return json
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, renamed(value, members)]))
}
