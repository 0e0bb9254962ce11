// Takes what a change set of another machine says into the rows, and puts aside what this version does not know.
import type { Body, BodyGroup } from '../log/body.ts'
import type { OperationRef } from '../log/log-reader.ts'
import type { RawConnection } from '../raw-connection.ts'
import { layoutById, type TableLayout } from '../registry/layout.ts'
import type { RowStore } from '../write/row-store.ts'
import { archivedRows, decidedVersions, readRow, unknownCells } from './foreign-body.ts'
import type { Incoming, Merge } from './merge-row.ts'
import type { CellPlace, OpenEnds } from './open-ends.ts'
import type { NoteTouches } from './touches.ts'

export interface MergeBodySources {
  readonly raw: RawConnection
  readonly store: RowStore
  readonly ends: OpenEnds
  readonly merge: Merge
  readonly noteTouches: NoteTouches
  /** A body's versions as versions of this file. */
  readonly toLocalIn: (body: Body) => (version: number) => number
}

interface SetInLog {
  readonly version: number
  readonly lsn: number
  readonly wallMs: number
}

export interface MergeBody {
  /** Adds the names of the tables that it changed. */
  readonly merge: (body: Body, set: OperationRef & SetInLog, tables: Set<string>) => void
  /** What was put aside of one table. `only`: those of its cells; null: all that is said of it. */
  readonly mergeParked: (
    body: Body,
    set: OperationRef & SetInLog,
    parked: { readonly layout: TableLayout; readonly only: ReadonlySet<number> | null },
  ) => void
}

const SEARCH_AT_ONCE = 500

export const createMergeBody = ({ raw, store, ends, merge, noteTouches, toLocalIn }: MergeBodySources): MergeBody => {
  // Rows of one table may come in several groups, each with cells of its own.
  const park = raw.prepare<[number, number, string | null]>(
    `INSERT INTO sync_pending (tbl, lsn, cells) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET cells = (
       SELECT json_group_array(value) FROM (SELECT value FROM json_each(cells) UNION SELECT value FROM json_each(excluded.cells))
     ) WHERE cells IS NOT NULL`,
  )

  const incomingIn = (body: Body, { version, wallMs }: SetInLog, toLocal: (version: number) => number): Incoming => ({
    version,
    at: new Date(wallMs).toISOString(),
    archives: archivedRows(body),
    decides: decidedVersions(body, toLocal),
  })

  const mergeGroup = (
    layout: TableLayout,
    group: BodyGroup,
    {
      incoming,
      lsn,
      ...options
    }: {
      incoming: Incoming
      lsn: number
      toLocal: (version: number) => number
      only: ReadonlySet<number> | null
    },
  ): void => {
    const unknown = unknownCells(layout, group)
    if (unknown.length > 0) park.run(group.t, lsn, JSON.stringify(unknown))
    for (const row of group.r) {
      const { rowId, cells } = readRow(layout, group, row, options)
      merge.row(layout, rowId, cells, incoming)
      if (store.search.pending() >= SEARCH_AT_ONCE) store.search.flush()
    }
  }

  /** What rows that it wrote stand on, in tables that `concerns` names, and what it restored. */
  const touch = (body: Body, incoming: Incoming, concerns: (tableId: number) => boolean): string[] =>
    noteTouches(body, incoming.version, concerns).flatMap(({ tableId, rowId }) => {
      const layout = layoutById(tableId)
      return layout && merge.workOn(layout, rowId, incoming) ? [layout.name] : []
    })

  /** What an archiving said that work elsewhere outlived: asked before the decision about it is merged, which forgets it. */
  const outlivedEnd = ({ tableId, rowId, cellId }: CellPlace, version: number) => {
    const revival = ends.revivalOf(tableId, rowId)
    const isIt = revival?.version === version && layoutById(tableId)?.cellOfColumn('archivedAt')?.id === cellId
    return isIt ? revival : { version }
  }

  /** What a change set decides about, where `isMeant`; the answer carries it out. */
  const decidedIn = (
    body: Body,
    { set, toLocal }: { readonly set: OperationRef; readonly toLocal: (version: number) => number },
    isMeant: (place: CellPlace) => boolean,
  ): (() => void) => {
    const closed = (body.k ?? [])
      .map(([tableId, rowId, cellId, version]) => ({ place: { tableId, rowId, cellId }, version }))
      .filter(({ place }) => isMeant(place))
      .map(({ place, version }) => ({ place, end: outlivedEnd(place, toLocal(version)) }))
    return () => {
      for (const { place, end } of closed) ends.close(set, place, end)
    }
  }

  return {
    merge: (body, set, tables) => {
      const toLocal = toLocalIn(body)
      const incoming = incomingIn(body, set, toLocal)
      const decide = decidedIn(body, { set, toLocal }, () => true)
      for (const group of body.g) {
        const layout = layoutById(group.t)
        if (layout) {
          mergeGroup(layout, group, { incoming, lsn: set.lsn, toLocal, only: null })
          tables.add(layout.name)
        } else park.run(group.t, set.lsn, null)
      }
      decide()
      for (const [tableId] of body.p ?? []) if (!layoutById(tableId)) park.run(tableId, set.lsn, null)
      for (const name of touch(body, incoming, (tableId) => layoutById(tableId) !== undefined)) tables.add(name)
    },

    mergeParked: (body, set, { layout, only }) => {
      const toLocal = toLocalIn(body)
      const incoming = incomingIn(body, set, toLocal)
      const options = { incoming, lsn: set.lsn, toLocal, only }
      const isMeant = ({ tableId, cellId }: CellPlace): boolean => tableId === layout.id && (only === null || only.has(cellId))
      const decide = decidedIn(body, { set, toLocal }, isMeant)
      for (const group of body.g) if (group.t === layout.id) mergeGroup(layout, group, options)
      decide()
      if (only === null) touch(body, incoming, (tableId) => tableId === layout.id)
    },
  }
}
