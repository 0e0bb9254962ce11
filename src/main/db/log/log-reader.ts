// Reads change sets and answers what an operation did to each row, and which version of a cell counts.
import type { RawConnection } from '../raw-connection.ts'
import { layoutById, type TableLayout } from '../registry/layout.ts'
import { type Body, type CellValue, decodeBody } from './body.ts'
import { logSetsOf } from './log-sets.ts'
import { oidOf, operationIdOf, seqOf, versionOf } from './version.ts'

export interface LogRow {
  readonly lsn: number
  readonly oid: number
  readonly seq: number
  readonly op: number
  readonly wall: number
  readonly actor: string | null
  readonly proc: string
  readonly undoes_oid: number | null
  readonly undoes_op: number | null
}

/** What an operation did to one row, in sum. */
export interface RowEffect {
  readonly layout: TableLayout
  readonly rowId: string
  readonly isInserted: boolean
  /** By cell: the value and version it had before the operation. */
  readonly before: ReadonlyMap<number, { readonly value: CellValue; readonly base: number }>
}

/** A value, what it replaced, and the version of that; `base` is null where it made the row. */
export interface CellStep {
  readonly value: CellValue
  readonly old: CellValue
  readonly base: number | null
}

export interface OperationRef {
  readonly oid: number
  readonly op: number
}

export interface LogReader {
  readonly originHexOf: (oid: number) => string
  readonly oidOfOrigin: (originHex: string) => number | undefined
  readonly deviceOf: (oid: number) => string | null
  readonly setOf: (version: number) => LogRow | undefined
  /** By version: when each of many change sets was written, ms. What the log has forgotten is left out. */
  readonly wallsOf: (versions: readonly number[]) => ReadonlyMap<number, number>
  /** The body of one change set; null once it was erased. */
  readonly bodyOf: (set: { readonly oid: number; readonly seq: number }) => Body | null
  readonly bodiesOf: (operation: OperationRef) => { readonly seq: number; readonly body: Body | null }[]
  /** A body's base as a version of this file. */
  readonly localBase: (body: Body, base: number) => number
  /** But for tables that this version does not know. */
  readonly effectsOf: (operation: OperationRef) => RowEffect[]
  /** Whether this version knows every table and field that an operation changed. */
  readonly isKnown: (operation: OperationRef) => boolean
  /** The operation that took this one back and itself still stands. */
  readonly standingUndoOf: (operation: OperationRef) => OperationRef | null
  /**
   * Whether a cell still stands as the operation left it. A write that took something back counts as the version it went back to, so
   * that undo, redo and undo again stand in nobody's way.
   */
  readonly standsAsLeftBy: (
    operation: OperationRef,
    cell: { version: number; tableId: number; rowId: string; cellId: number },
  ) => boolean
  /** The change set that a cell's value comes from; a value that was gone back to comes from where it came before. */
  readonly sourceOf: (cell: { version: number; tableId: number; rowId: string; cellId: number }) => LogRow | undefined
  /** The operation that this one took back; null: none. */
  readonly undoneBy: (operation: OperationRef) => OperationRef | null
  /** What a change set did to a cell; undefined: nothing, or it was erased. */
  readonly stepOf: (
    version: number,
    cell: { readonly tableId: number; readonly rowId: string; readonly cellId: number },
  ) => CellStep | undefined
  /** The cells of a row that a change set wrote; null: it was erased. */
  readonly cellsIn: (version: number, row: { readonly tableId: number; readonly rowId: string }) => ReadonlySet<number> | null
  readonly idOf: (operation: OperationRef) => string
}

export const createLogReader = (raw: RawConnection): LogReader => {
  const originRows = raw.prepare<[], { oid: number; origin: Uint8Array }>('SELECT oid, origin FROM sync_origin')
  // What the office calls the machine that vouches for the origin; before there was one, what its system did.
  const selectDevice = raw.prepare<[number], { name: string | null }>(
    `SELECT coalesce(devices.name, sync_origin.device) AS name
       FROM sync_origin LEFT JOIN devices ON devices.id = sync_origin.introduction ->> 'deviceId' WHERE oid = ?`,
  )
  const sets = logSetsOf(raw)
  const selectBodies = raw.prepare<[number, number, number, number], { seq: number; body: Uint8Array | null }>(
    // Its change sets lie one behind the other, up to the one that is marked last.
    `SELECT seq, body FROM sync_change WHERE oid = ? AND seq BETWEEN ? AND
       (SELECT seq FROM sync_change WHERE oid = ? AND seq >= ? AND last = 1 ORDER BY seq LIMIT 1) ORDER BY seq`,
  )
  const selectUndoes = raw.prepare<[number, number], OperationRef>(
    'SELECT DISTINCT oid, op FROM sync_change WHERE undoes_oid = ? AND undoes_op = ?',
  )

  const origins = () => new Map(originRows.all().map((row) => [row.oid, Buffer.from(row.origin).toString('hex')]))
  let known = origins()
  const originHexOf = (oid: number): string => {
    if (!known.has(oid)) known = origins()
    const found = known.get(oid)
    if (found === undefined) throw new Error(`The change log knows no origin ${oid}.`)
    return found
  }
  const oidOfOrigin = (hex: string): number | undefined => {
    const find = () => [...known].find(([, one]) => one === hex)?.[0]
    const found = find()
    if (found !== undefined) return found
    known = origins()
    return find()
  }

  const bodiesOf: LogReader['bodiesOf'] = ({ oid, op }) => {
    const first = sets.at(oid, op)
    const bodies = first?.last === 1 ? [first] : selectBodies.all(oid, op, oid, op)
    return bodies.map(({ seq, body }) => ({ seq, body: body && decodeBody(body) }))
  }

  const localBase: LogReader['localBase'] = (body, base) => {
    const hex = body.o[oidOf(base)]
    const oid = hex === undefined ? undefined : oidOfOrigin(hex)
    if (oid === undefined) throw new Error('A change set speaks of an origin that this file does not know.')
    return versionOf(oid, seqOf(base))
  }

  const effectsOf: LogReader['effectsOf'] = (operation) => {
    const effects = new Map<
      string,
      { layout: TableLayout; rowId: string; isInserted: boolean; before: Map<number, { value: CellValue; base: number }> }
    >()
    for (const { body } of bodiesOf(operation)) {
      for (const group of body?.g ?? []) {
        const layout = layoutById(group.t)
        if (!layout) continue
        for (const row of group.r) {
          const rowId = String(row[0])
          const key = `${group.t}:${rowId}`
          let effect = effects.get(key)
          if (!effect) effects.set(key, (effect = { layout, rowId, isInserted: group.op === 'i', before: new Map() }))
          if (group.op === 'i' || effect.isInserted || !body) continue
          for (const [index, cellId] of group.c.entries()) {
            if (effect.before.has(cellId)) continue
            // Written by this program; the chain covers it.
            effect.before.set(cellId, {
              value: row[2 + 3 * index] as CellValue,
              base: localBase(body, Number(row[3 + 3 * index])),
            })
          }
        }
      }
    }
    return [...effects.values()]
  }

  const isKnown: LogReader['isKnown'] = (operation) =>
    bodiesOf(operation).every(({ body }) =>
      (body?.g ?? []).every(({ t, op, c }) => {
        const layout = layoutById(t)
        // A row that was made goes as a whole.
        return layout !== undefined && (op === 'i' || c.every((cellId) => layout.cellById(cellId) !== undefined))
      }),
    )

  const standingUndoOf: LogReader['standingUndoOf'] = ({ oid, op }) => {
    for (const undo of selectUndoes.all(oid, op)) if (standingUndoOf(undo) === null) return undo
    return null
  }

  /** For one operation that was taken back: what each of its cells had before. Kept while one question is answered. */
  const replacedBy = new Map<string, Map<string, number>>()
  const replaced = (operation: OperationRef): Map<string, number> => {
    const key = `${operation.oid}-${operation.op}`
    let map = replacedBy.get(key)
    if (!map) {
      map = new Map(
        effectsOf(operation).flatMap(({ layout, rowId, before }) =>
          [...before].map(([cellId, { base }]) => [`${layout.id}:${rowId}:${cellId}`, base] as const),
        ),
      )
      if (replacedBy.size > 50) replacedBy.clear()
      replacedBy.set(key, map)
    }
    return map
  }

  const standsAsLeftBy: LogReader['standsAsLeftBy'] = (operation, { version, tableId, rowId, cellId }) => {
    for (let at: number | undefined = version; at !== undefined;) {
      const set = sets.at(oidOf(at), seqOf(at))
      if (!set) return false
      if (set.oid === operation.oid && set.op === operation.op) return true
      if (set.undoes_oid === null || set.undoes_op === null) return false
      at = replaced({ oid: set.undoes_oid, op: set.undoes_op }).get(`${tableId}:${rowId}:${cellId}`)
    }
    return false
  }

  const bodyOf: LogReader['bodyOf'] = ({ oid, seq }) => {
    const body = sets.at(oid, seq)?.body
    return body ? decodeBody(body) : null
  }

  const stepOf: LogReader['stepOf'] = (version, { tableId, rowId, cellId }) => {
    const body = bodyOf({ oid: oidOf(version), seq: seqOf(version) })
    for (const { t, op, c, r } of body?.g ?? []) {
      const index = t === tableId ? c.indexOf(cellId) : -1
      const row = index < 0 ? undefined : r.find(([id]) => id === rowId)
      if (!row || !body) continue
      // Checked when it came, or written by this program.
      if (op === 'i') return { value: row[1 + index] as CellValue, old: null, base: null }
      const [value, old, base] = row.slice(1 + 3 * index) as [CellValue, CellValue, number]
      return { value, old, base: localBase(body, base) }
    }
    return undefined
  }

  const sourceOf: LogReader['sourceOf'] = ({ version, tableId, rowId, cellId }) => {
    for (let at = version; ;) {
      const set = sets.at(oidOf(at), seqOf(at))
      if (!set || set.undoes_oid === null || set.undoes_op === null) return set
      const before = replaced({ oid: set.undoes_oid, op: set.undoes_op }).get(`${tableId}:${rowId}:${cellId}`)
      if (before === undefined) return set
      at = before
    }
  }

  return {
    originHexOf,
    oidOfOrigin,
    deviceOf: (oid) => selectDevice.get(oid)?.name ?? null,
    setOf: (version) => sets.at(oidOf(version), seqOf(version)),
    wallsOf: sets.wallsOf,
    bodyOf,
    bodiesOf,
    localBase,
    effectsOf,
    isKnown,
    standingUndoOf,
    standsAsLeftBy,
    sourceOf,
    undoneBy: ({ oid, op }) => {
      const set = sets.at(oid, op)
      return !set || set.undoes_oid === null || set.undoes_op === null ? null : { oid: set.undoes_oid, op: set.undoes_op }
    },
    stepOf,
    cellsIn: (version, { tableId, rowId }) => {
      const body = bodyOf({ oid: oidOf(version), seq: seqOf(version) })
      if (!body) return null
      return new Set(body.g.flatMap(({ t, c, r }) => (t === tableId && r.some(([id]) => id === rowId) ? c : [])))
    },
    idOf: ({ oid, op }) => operationIdOf(originHexOf(oid), op),
  }
}
