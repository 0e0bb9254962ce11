// Companies that stand under one another. Which of the parents is the wrong one only people know: Kith changes none, and a new parent for one of them is
// the decision.
import { sql } from 'kysely'
import type { CompanyCircle } from '#shared/conflicts/company-circle.ts'
import { compileSql } from '#main/db/builder.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { listCircles } from '#main/records/company-circles.ts'
import { readNames } from '#main/records/names.ts'

type Context = Pick<CallContext, 'db' | 'log'>

interface CompanyRow {
  readonly id: string
  readonly name: string
  readonly ver: number
  readonly cells: string | null
}

/** The companies of each circle. One of which a company is archived waits until that is back. */
export const openCircles = ({ db }: Pick<Context, 'db'>): readonly (readonly CompanyRow[])[] => {
  const circles = listCircles(db)
  if (circles.length === 0) return []
  const ids = JSON.stringify(circles.flat())
  const rows = db.all(
    compileSql(
      sql<CompanyRow>`select id, name, ver, cells from ${sql.table('companies')}
        where id in (select value from json_each(${ids})) and archivedAt is null`,
    ),
  )
  const inUse = new Map(rows.map((row) => [row.id, row]))
  return circles
    .map((circle) => ({ circle, companies: circle.flatMap((id) => inUse.get(id) ?? []) }))
    .filter(({ circle, companies }) => companies.length === circle.length)
    .map(({ companies }) => companies)
}

/** With who chose each parent, when and where. */
export const tellCircles = ({ db, log }: Context, circles: readonly (readonly CompanyRow[])[]): CompanyCircle[] => {
  const written = new Map(
    circles.flat().map((row) => {
      const by = log.writtenBy('companies', 'parentId', row)
      return [row.id, by && { ...log.operation(by.operation), at: by.at }]
    }),
  )
  const people = readNames(
    db,
    [...written.values()].flatMap((by) => (by?.actorId ? [{ table: 'users' as const, rowId: by.actorId }] : [])),
  )
  const chosen = (id: string): CompanyCircle['companies'][number]['chosen'] => {
    const by = written.get(id)
    if (!by) return null
    return { at: by.at, actorName: by.actorId === null ? null : people.of('users', by.actorId), deviceName: by.deviceName }
  }
  return circles.map((circle) => ({ companies: circle.map(({ id, name }) => ({ id, name, chosen: chosen(id) })) }))
}
