// Which source a present value comes from, and whether the source of an import may overwrite it. The log tells: every import leaves a
// note in its own operation.
import { sql } from 'kysely'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { rankOf } from '#shared/imports/source-order.ts'
import { BY_HAND, type SourcePriorities } from '#shared/imports/sources.ts'
import { rankedField } from '#shared/imports/stored-fields.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { oidOf, parseCells, seqOf } from '#main/db/log/version.ts'
import { layoutFor } from '#main/db/registry/layout.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { columnsOfField, kinds } from './kinds.ts'
import { entitySpecs } from '#shared/imports/entities/entity-specs.ts'
import { listSources } from './sources.repository.ts'
import type { KeepStronger } from './table-work.ts'

export interface Strength {
  readonly keeper: (entity: ImportEntity) => KeepStronger
}

interface Ranked {
  readonly id: string
  readonly name: string
  readonly rank: number
  readonly priorities: SourcePriorities
}

const keepNothing: KeepStronger = (_stored, changes) => ({ taken: changes, kept: [] })

export const createStrength = ({ db, log }: CallContext, sourceId: string | null): Strength => {
  const sources = listSources(db)
  // With one voice there is nobody to be stronger.
  if (sources.length < 2) return { keeper: () => keepNothing }
  const byId = new Map<string, Ranked>(sources.map((source) => [source.id, source]))
  const own = byId.get(sourceId ?? BY_HAND)
  const importOf = importLookup(db)
  const sourceOfOperation = operationSources(db)

  return {
    keeper: (entity) => {
      if (!own) return keepNothing
      const { table } = kinds[entity]
      const layout = layoutFor(table)
      const fieldOf = fieldsByColumn(entity)
      const rankIn = (source: Ranked, column: string): number =>
        rankOf(source, rankedField(entity, fieldOf.get(column) ?? column))
      /** Most values come straight from an import; one that was gone back to is looked up in the log. */
      const writerOf = (stored: Parameters<KeepStronger>[0], column: string): Ranked | undefined => {
        const cell = layout.cellOfColumn(column)
        if (!cell) return undefined
        const version = parseCells(stored.cells)[cell.id] ?? stored.ver
        const direct = importOf(version)
        if (direct !== undefined) return byId.get(direct ?? BY_HAND)
        const written = log.writtenBy(table, column, stored)
        return byId.get((written === null ? null : sourceOfOperation(written.operation)) ?? BY_HAND)
      }
      return (stored, changes) => {
        const taken: (typeof changes)[number][] = []
        const kept: ((typeof changes)[number] & { readonly source: string })[] = []
        for (const change of changes) {
          const isBlank = change.before === null || change.before === undefined || change.before === ''
          const writer = isBlank ? undefined : writerOf(stored, change.column)
          if (writer && rankIn(writer, change.column) < rankIn(own, change.column)) kept.push({ ...change, source: writer.name })
          else taken.push(change)
        }
        return { taken, kept }
      }
    },
  }
}

const fieldsByColumn = (entity: ImportEntity): ReadonlyMap<string, string> =>
  new Map(entitySpecs[entity].fields.flatMap(({ key }) => columnsOfField(entity, key).map((column) => [column, key] as const)))

interface ImportRange {
  readonly oid: number
  readonly from: number
  readonly to: number
  readonly sourceId: string | null
}

/** Every import with the change sets of its operation: from the first to the one that holds its note, the last. */
export const listImportRanges = (db: Db): (ImportRange & { readonly id: string; readonly fileName: string })[] =>
  db
    .all(
      compileSql(
        // A change set without a row of its own is an operation of its own.
        sql<{ id: string; fileName: string; ver: number; sourceId: string | null; op: number }>`
          select imports.id, imports.fileName, imports.ver, imports.sourceId, coalesce((
            select op from ${sql.table('sync_change')} where oid = imports.ver / 68719476736 and seq = imports.ver % 68719476736
          ), imports.ver % 68719476736) as op from ${sql.table('imports')}`,
      ),
    )
    .map(({ id, fileName, ver, sourceId, op }) => ({ id, fileName, sourceId, oid: oidOf(ver), from: op, to: seqOf(ver) }))

/** The source of the import that wrote a version; undefined where none did, null for an import without a source. */
const importLookup = (db: Db): ((version: number) => string | null | undefined) => {
  const ranges = listImportRanges(db).toSorted((one, other) => one.oid - other.oid || one.from - other.from)
  return (version) => {
    const [oid, seq] = [oidOf(version), seqOf(version)]
    let [low, high] = [0, ranges.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const range = ranges[middle]
      if (!range) return undefined
      if (range.oid < oid || (range.oid === oid && range.to < seq)) low = middle + 1
      else if (range.oid > oid || range.from > seq) high = middle - 1
      else return range.sourceId
    }
    return undefined
  }
}

const operationSources = (db: Db): ((operation: string) => string | null) => {
  let known: Map<string, string | null> | null = null
  return (operation) => {
    known ??= new Map(listImportOperations(db).map(({ operation: id, sourceId }) => [id, sourceId]))
    return known.get(operation) ?? null
  }
}

/** Every import by the operation that did it. */
export const listImportOperations = (db: Db) => {
  const origins = new Map(
    db
      .all(compileSql(sql<{ oid: number; hex: string }>`select oid, lower(hex(origin)) as hex from ${sql.table('sync_origin')}`))
      .map(({ oid, hex }) => [oid, hex]),
  )
  return listImportRanges(db).map((range) => ({ ...range, operation: `${origins.get(range.oid) ?? ''}-${range.from}` }))
}
