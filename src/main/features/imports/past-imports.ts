// Imports that were done: listing them, taking them back, and telling where a record's values come from.
import { z } from 'zod'
import { sql } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import type { Cursor } from '#shared/base/fields.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import { importEntity } from '#shared/imports/plan.ts'
import { fateCounts } from '#shared/imports/preview.ts'
import type { editedSince, FieldLineage, PastImport } from '#shared/imports/sources.ts'
import { compileSql } from '#main/db/builder.ts'
import type { TableName } from '#main/db/registry/tables.ts'
import { nameOfRow } from '#main/records/row-names.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { columnsOfField, kinds } from './kinds.ts'
import { findPast, listPast, listSources, type PastRow } from './sources.repository.ts'
import { listImportOperations } from './strength.ts'

const counted = z.array(z.object({ entity: importEntity, counts: fateCounts }))
const LISTED = 200

export const pastImports = (
  context: CallContext,
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): { imports: PastImport[]; next: Cursor | null } => {
  const found = listPast(context.db, after, limit + 1)
  const imports = found.slice(0, limit).map(toPast(context))
  const last = imports.at(-1)
  return { imports, next: found.length > limit && last ? { key: last.at, id: last.id } : null }
}

export const pastImport = (context: CallContext, id: string): PastImport => {
  const found = findPast(context.db, id)
  if (!found) throw new AppError('not_found', 'imports.past.gone')
  return toPast(context)(found)
}

const toPast = ({ db }: CallContext): ((row: PastRow) => PastImport) => {
  const operations = new Map(listImportOperations(db).map(({ id, operation }) => [id, operation]))
  return ({ id, fileName, createdAt, counts, byName, source, mapping, archivedReason }) => ({
    ...{ id, fileName, at: createdAt, byName, source, mapping },
    tables: counted.safeParse(JSON.parse(counts)).data ?? [],
    operation: operations.get(id) ?? null,
    isTakenBack: archivedReason === 'undone',
  })
}

/** @throws AppError where the import, or its part of the log, is gone. */
export const operationOf = ({ db }: CallContext, importId: string): string => {
  const found = listImportOperations(db).find(({ id }) => id === importId)
  if (!found) throw new AppError('not_found', 'imports.past.gone')
  return found.operation
}

/** What taking the import back would leave as it is, with who worked on it. */
export const workedOnSince = (
  context: CallContext,
  importId: string,
): { total: number; listed: z.input<typeof editedSince>[] } => {
  const { db, log } = context
  const records = new Map<
    string,
    { table: TableName; rowId: string; fields: Set<string>; at: string | null; actorId: string | null }
  >()
  for (const { table, rowId, field, at, actorId } of log.obstacles(operationOf(context, importId))) {
    const known = records.get(`${table} ${rowId}`)
    if (known) known.fields.add(field ?? '')
    else records.set(`${table} ${rowId}`, { table, rowId, fields: new Set([field ?? '']), at, actorId })
  }
  const listed = [...records.values()].slice(0, LISTED).map(({ table, rowId, fields, at, actorId }) => {
    const kind = Object.values(kinds).find((one) => one.table === table)
    const name = kind ? nameOfRow(db, kind.table, rowId) : null
    return {
      recordType: kind?.recordType ?? table,
      id: rowId,
      name,
      fields: [...fields].filter((field) => field !== ''),
      at,
      byName: actorId === null ? null : nameOfRow(db, 'users', actorId),
    }
  })
  return { total: records.size, listed }
}

/** Of each field that holds something: the source, file and day of its present value. */
export const lineageOf = (
  { db, log }: CallContext,
  { recordType, id }: { readonly recordType: FieldOwner; readonly id: string },
): FieldLineage[] => {
  const { table } = kinds[recordType]
  const row = db.get(
    compileSql(
      sql<
        Record<string, unknown> & { id: string; ver: number; cells: string | null }
      >`select * from ${sql.table(table)} where id = ${id}`,
    ),
  )
  if (!row) throw new AppError('not_found', 'errors.gone', { table, id })
  const imports = new Map(listImportOperations(db).map((one) => [one.operation, one]))
  const sources = new Map(listSources(db).map((source) => [source.id, source.name]))
  return entitySpecs[recordType].fields.flatMap(({ key }) => {
    const [column] = columnsOfField(recordType, key)
    if (column === undefined || (row[column] ?? null) === null) return []
    const written = log.writtenBy(table, column, row)
    if (!written) return []
    const from = imports.get(written.operation)
    const source = from?.sourceId ?? null
    return [
      {
        ...{ field: key, at: written.at },
        source: source === null ? null : (sources.get(source) ?? null),
        ...{ fileName: from?.fileName ?? null, importId: from?.id ?? null },
      },
    ]
  })
}

type FieldOwner = 'company' | 'contact' | 'deal' | 'ticket' | 'product' | 'order'
