// The change log as the features read it, over one connection.
import { AppError } from '#shared/base/app-error.ts'
import type { RawConnection } from '../raw-connection.ts'
import { layoutById, layoutFor } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import type { RowWriter } from '../write/row-writer.ts'
import type { ChangeLog, LoggedOperation } from './change-log.ts'
import { createCrossings } from './crossings.ts'
import { createDependents } from './dependents.ts'
import { planGoingBack } from './going-back.ts'
import { createLastActors } from './last-actors.ts'
import { createLogReader, type OperationRef } from './log-reader.ts'
import { type LogSet, logSetsOf } from './log-sets.ts'
import { type LostEnd, rowHistory } from './row-history.ts'
import { createRowLookup } from './row-lookup.ts'
import { findObstacles, requireUndoable, undoOperation } from './undo.ts'
import { undoKeeping } from './undo-keeping.ts'
import { operationIdOf, parseCells, parseOperationId } from './version.ts'

interface OperationRow {
  readonly lsn: number
  readonly oid: number
  readonly op: number
  readonly wall: number
  readonly actor: string | null
  readonly proc: string
  readonly undoes_oid: number | null
  readonly undoes_op: number | null
  readonly total: number
}

const SELECT = `SELECT lsn, oid, op, wall, actor, proc, undoes_oid, undoes_op,
  (SELECT sum(parts.rows) FROM sync_change parts
    WHERE parts.oid = sync_change.oid AND parts.seq BETWEEN sync_change.op AND sync_change.seq) AS total
  FROM sync_change WHERE last = 1`
const PAGE = 100

/** An operation of one change set. */
const alone = (set: LogSet): OperationRow => ({ ...set, total: set.rows })

export type ChangeLogOf = (reads: Set<string>) => ChangeLog

/** `writing` is null on a connection that only reads. */
export const createChangeLog = (
  raw: RawConnection,
  writing: { readonly rows: RowWriter; readonly now: () => string } | null,
): ChangeLogOf => {
  const log = createLogReader(raw)
  const rowOf = createRowLookup(raw)
  const sources = { log, rowOf, dependentsOf: createDependents(raw) }
  const sets = logSetsOf(raw)
  const rowsBefore = raw.prepare<[number, number], OperationRow>(`${SELECT} AND lsn < ? ORDER BY lsn DESC LIMIT ?`)
  const page = (before: number, limit: number): OperationRow[] => {
    const packed = sets.packedBefore(before).take(limit).map(alone)
    return [...rowsBefore.all(before, limit), ...packed].toSorted((row, other) => other.lsn - row.lsn).slice(0, limit)
  }
  const nextEnd = raw.prepare<[number, number], OperationRow>(`${SELECT} AND oid = ? AND seq >= ? ORDER BY seq LIMIT 1`)
  const one = (oid: number, op: number): OperationRow | undefined => {
    const set = sets.at(oid, op)
    if (set?.last === 1) return set.op === op ? alone(set) : undefined
    const found = nextEnd.get(oid, op)
    return found?.op === op ? found : undefined
  }
  const lostOf = raw.prepare<[number, string, number, string], LostEnd>(
    `SELECT cell, ver FROM sync_conflict WHERE tbl = ? AND row = ? UNION SELECT cell, ver FROM sync_closed WHERE tbl = ? AND row = ?`,
  )
  const crossings = createCrossings(raw, log)
  const lastActors = createLastActors(raw)
  const ownOid = raw.prepare<[], { v: number }>("SELECT v FROM sync_meta WHERE k = 'oid'")

  const firstRow = ({ oid, op }: OperationRef): LoggedOperation['first'] => {
    // The first of perhaps hundreds of change sets: the others need not be unpacked.
    const group = log.bodyOf({ oid, seq: op })?.g[0]
    const layout = group && layoutById(group.t)
    return layout && group.r[0] ? { table: layout.name, rowId: String(group.r[0][0]) } : null
  }

  const logged = (row: OperationRow): LoggedOperation => {
    const undoneBy = log.standingUndoOf(row)
    return {
      id: log.idOf(row),
      lsn: row.lsn,
      at: new Date(row.wall).toISOString(),
      actorId: row.actor,
      deviceName: log.deviceOf(row.oid),
      procedure: row.proc,
      rows: row.total,
      undoes:
        row.undoes_oid === null || row.undoes_op === null ? null : operationIdOf(log.originHexOf(row.undoes_oid), row.undoes_op),
      undoneBy: undoneBy && log.idOf(undoneBy),
      first: firstRow(row),
    }
  }

  const refOf = (id: string): OperationRef => {
    const { originHex, op } = parseOperationId(id)
    const oid = log.oidOfOrigin(originHex)
    if (oid === undefined || !one(oid, op)) throw new AppError('not_found', 'history.unknownOperation', { id })
    return { oid, op }
  }

  /** The actor's operations on this device that were not taken back, newest first, with how often each takes back a taking back. */
  function* standing(actorId: string | null): Generator<{ row: OperationRow; depth: number }> {
    const gone = new Set<string>()
    const oid = ownOid.get()?.v
    for (let before = Number.MAX_SAFE_INTEGER; ;) {
      const rows = page(before, PAGE)
      for (const row of rows) {
        before = row.lsn
        if (row.oid !== oid || row.actor !== actorId || gone.has(`${row.oid}-${row.op}`)) continue
        let depth = 0
        for (let at: OperationRow | undefined = row; at && at.undoes_oid !== null && at.undoes_op !== null; depth++) {
          if (depth === 0) gone.add(`${at.undoes_oid}-${at.undoes_op}`)
          at = one(at.undoes_oid, at.undoes_op)
        }
        yield { row, depth }
      }
      if (rows.length < PAGE) return
    }
  }

  return (reads) => {
    reads.add('sync_change')
    return {
      operations: (before, limit) => page(before ?? Number.MAX_SAFE_INTEGER, limit).map(logged),
      operation: (id) => {
        const ref = refOf(id)
        const row = one(ref.oid, ref.op)
        if (!row) throw new AppError('not_found', 'history.unknownOperation', { id })
        return logged(row)
      },
      rowsOf: (id) => {
        const rows = new Map<TableName, Set<string>>()
        for (const { t, r } of log.bodiesOf(refOf(id)).flatMap(({ body }) => body?.g ?? [])) {
          const table = layoutById(t)?.name
          if (table === undefined) continue
          const known = rows.get(table) ?? new Set()
          rows.set(table, known)
          for (const [rowId] of r) known.add(String(rowId))
        }
        return new Map([...rows].map(([table, ids]) => [table, [...ids]]))
      },
      ofRow: (table, rowId, reach) => {
        const layout = layoutFor(table)
        reads.add('sync_conflict')
        return rowHistory(log, layout, { row: rowOf(layout, rowId), lost: lostOf.all(layout.id, rowId, layout.id, rowId) }, reach)
      },
      crossed: (beside) => {
        reads.add('sync_conflict').add('sync_revived')
        return crossings.all((table) => {
          reads.add(table)
          return beside(table)
        })
      },
      crossedOn: (rows) => {
        reads.add('sync_conflict').add('sync_revived')
        for (const { table } of rows) reads.add(table)
        return crossings.ofRows(rows)
      },
      crossing: crossings.told,
      wallsOf: log.wallsOf,
      obstacles: (id) => {
        const ref = refOf(id)
        requireUndoable(log, ref)
        return findObstacles(sources, ref)
      },
      lastOf: (actorId, isPassedOver = () => false) => {
        for (const { row, depth } of standing(actorId)) if (depth === 0 && !isPassedOver(row.proc)) return logged(row)
        return null
      },
      lastUndoOf: (actorId) => {
        for (const { row, depth } of standing(actorId)) {
          if (depth % 2 === 1) return logged(row)
          if (depth === 0) return null
        }
        return null
      },
      lastActors,
      isTouched: (table, { id, ver, cells }) => {
        const made = log.setOf(ver)
        return Object.entries(parseCells(cells)).some(
          ([cellId, version]) =>
            !made || !log.standsAsLeftBy(made, { version, tableId: layoutFor(table).id, rowId: id, cellId: Number(cellId) }),
        )
      },
      changedAt: (table, column, { ver, cells }) => {
        const cell = layoutFor(table).cellOfColumn(column)
        if (!cell) throw new Error(`${table} has no column ${column}.`)
        const set = log.setOf(parseCells(cells)[cell.id] ?? ver)
        return set ? new Date(set.wall).toISOString() : null
      },
      writtenBy: (table, column, { id, ver, cells }) => {
        const layout = layoutFor(table)
        const cell = layout.cellOfColumn(column)
        if (!cell) throw new Error(`${table} has no column ${column}.`)
        const version = parseCells(cells)[cell.id] ?? ver
        const set = log.sourceOf({ version, tableId: layout.id, rowId: id, cellId: cell.id })
        return set ? { operation: log.idOf(set), at: new Date(set.wall).toISOString() } : null
      },
      undoKeeping: (id) => {
        if (!writing) throw new Error('An operation can be taken back only in a transaction.')
        return undoKeeping(sources, writing.rows, refOf(id), writing.now())
      },
      goingBack: (until, check) => planGoingBack({ raw, log, rowOf }, Date.parse(until), check),
      goBack: ({ steps }, told) => {
        if (!writing) throw new Error('Nothing can be taken back but in a transaction.')
        const tables = new Set<TableName>()
        let written = 0
        for (const [index, { layout, rowId, values }] of steps.entries()) {
          told(index)
          const row = writing.rows.find(layout, rowId)
          if (!row || !writing.rows.change(layout, row, values ?? { archivedAt: writing.now(), archivedReason: 'undone' }))
            continue
          written += 1
          tables.add(layout.name)
        }
        return { rows: written, tables: [...tables] }
      },
      undo: (id) => {
        if (!writing) throw new Error('An operation can be taken back only in a transaction.')
        return undoOperation(sources, writing.rows, refOf(id), writing.now())
      },
    }
  }
}
