// Takes what another machine wrote into a row: the later of two values that knew nothing of each other shows, the other stays as an open end.
import type { CellValue } from '../log/body.ts'
import { parseCells, versionOfCell, type CellVersions } from '../log/version.ts'
import { cellValue, columnsOfCell, putColumns } from '../write/change-set-builder.ts'
import type { RowStore } from '../write/row-store.ts'
import type { Cell, StoredValues, TableLayout } from '../registry/layout.ts'
import { BadChangeSet } from './bad-change-set.ts'
import type { Causality } from './causality.ts'
import type { CellPlace, OpenEnds } from './open-ends.ts'
import type { RowWithEnds } from './row-with-ends.ts'
import type { Touches } from './touches.ts'

export interface Incoming {
  readonly version: number
  /** When it was written, ISO UTC. */
  readonly at: string
  /** Whether the change set archives a row. */
  readonly archives: (layout: TableLayout, rowId: string) => boolean
  /** Whether the change set decides about a version: one that was also built on by this is open again once the decision is taken back. */
  readonly decides: (place: CellPlace, version: number) => boolean
}

/** A cell that another machine wrote; `base` is the version it replaced there, null where it made the row. */
export interface IncomingCell {
  readonly cell: Cell
  readonly value: CellValue
  readonly base: number | null
}

export interface MergeSources {
  readonly store: RowStore
  readonly ends: OpenEnds
  readonly touches: Touches
  readonly causality: Causality
  /** What a column holds in a row whose writer did not know it. */
  readonly defaultsOf: (layout: TableLayout) => StoredValues
  /** What a change set wrote into a cell of a row; undefined: nothing. */
  readonly writtenBy: (version: number, place: CellPlace) => CellValue | undefined
  /** The cells of a row that a change set wrote; null: that is not known any more. */
  readonly cellsIn: (version: number, row: Omit<CellPlace, 'cellId'>) => ReadonlySet<number> | null
}

export interface Merge {
  /** @throws BadChangeSet if it changes a row that is not here, or speaks of values that are not. */
  readonly row: (layout: TableLayout, rowId: string, cells: readonly IncomingCell[], incoming: Incoming) => void
  /** A change set worked on a row without writing a cell of it. Answers whether the row came back by that. */
  readonly workOn: (layout: TableLayout, rowId: string, incoming: Incoming) => boolean
}

const ARCHIVED = 'archivedAt'
const VISIBLE: StoredValues = { archivedAt: null, archivedReason: null }

/** Of most rows nobody else has to be asked: they were never archived. */
const mayOutlive = (row: RowWithEnds): boolean => row.archivedAt !== null || row.hasRevival === 1

export const createMerge = (sources: MergeSources): Merge => {
  const { store, ends, touches, causality, defaultsOf, writtenBy, cellsIn } = sources

  const insert: Merge['row'] = (layout, rowId, cells, { version, at }) => {
    const values: StoredValues = { id: rowId }
    for (const column of layout.columns) values[column] = null
    Object.assign(values, defaultsOf(layout))
    for (const { cell, value } of cells) putColumns(values, cell, value)
    store.insert(layout, values, { ver: version, at })
  }

  /** A row that was archived by one and worked on by another at the same time stays; which one was heard of first is all the same. */
  const settleArchive = (
    layout: TableLayout,
    row: RowWithEnds,
    {
      cells,
      versions,
      incoming,
      isWon,
    }: { cells: readonly IncomingCell[]; versions: CellVersions; incoming: Incoming; isWon: boolean },
  ): StoredValues => {
    const archive = layout.cellOfColumn(ARCHIVED)
    if (!archive) return {}
    const written = cells.find(({ cell }) => cell.id === archive.id)
    const isArchiving = written !== undefined && columnsOfCell(archive, written.value)[ARCHIVED] !== null
    if (written && isWon) {
      ends.forgetRevival(layout.id, row.id)
      if (!isArchiving) return {}
      const unseen = leavesOf(layout, row, archive).filter(
        (leaf) =>
          !causality.saw(incoming.version, leaf) &&
          !causality.saw(leaf, incoming.version) &&
          !isArchivedBy(leaf, layout, row.id, archive),
      )
      const newest = unseen.reduce((best, leaf) => (best === 0 || causality.isNewer(leaf, best) ? leaf : best), 0)
      if (newest === 0) return {}
      ends.revive(layout.id, row.id, { version: incoming.version, byVersion: newest, value: written.value })
      return VISIBLE
    }
    if (!mayOutlive(row)) return {}
    return incoming.archives(layout, row.id) ? {} : outlive(layout, row, { archive, versions, incoming })
  }

  /** What a cell holds so far. */
  const held = (layout: TableLayout, rowId: string, cell: Cell): CellValue => {
    const row = store.find(layout, rowId)
    if (!row) throw new Error(`${layout.name} ${rowId} went away while it was merged.`)
    return cellValue(cell, row)
  }

  /** Work that comes after an archiving that knew nothing of it, and of which it knew nothing. */
  const outlive = (
    layout: TableLayout,
    row: RowWithEnds,
    { archive, versions, incoming }: { archive: Cell; versions: CellVersions; incoming: Incoming },
  ): StoredValues => {
    if (!mayOutlive(row)) return {}
    const by = versionOfCell(row, versions, archive.id)
    const revival = ends.revivalOf(layout.id, row.id)
    // What was parked comes late: the archiving may have seen it.
    if (causality.saw(incoming.version, by) || causality.saw(by, incoming.version)) return {}
    if (revival && !causality.isNewer(incoming.version, revival.byVersion)) return {}
    ends.revive(layout.id, row.id, {
      version: by,
      byVersion: incoming.version,
      value: revival?.value ?? held(layout, row.id, archive),
    })
    return VISIBLE
  }

  const isArchivedBy = (version: number, layout: TableLayout, rowId: string, archive: Cell): boolean => {
    const value = writtenBy(version, { tableId: layout.id, rowId, cellId: archive.id })
    return value !== undefined && columnsOfCell(archive, value)[ARCHIVED] !== null
  }

  /** The newest versions of everything in the row but its archiving, and of work that no cell tells of. */
  const leavesOf = (layout: TableLayout, row: RowWithEnds, archive: Cell): number[] => {
    const others = Object.entries(parseCells(row.cells)).flatMap(([cellId, version]) =>
      Number(cellId) === archive.id ? [] : [version],
    )
    const losing = ends.ofRow(layout.id, row.id).flatMap(({ cellId, version }) => (cellId === archive.id ? [] : [version]))
    return [row.ver, ...others, ...losing, ...touches.ofRow(layout.id, row.id)]
  }

  const update = (layout: TableLayout, row: RowWithEnds, cells: readonly IncomingCell[], incoming: Incoming): void => {
    const versions = parseCells(row.cells)
    const changes: StoredValues = {}
    let hasEnds = row.hasEnds === 1
    let isArchiveWon = false
    let made: ReadonlySet<number> | null | undefined
    /** Whoever made the row did not know the cell: what it holds nobody wrote. */
    const isUnwritten = (cellId: number): boolean => {
      if (versions[cellId] !== undefined) return false
      if (made === undefined) made = cellsIn(row.ver, { tableId: layout.id, rowId: row.id })
      return made?.has(cellId) === false
    }
    for (const { cell, value, base } of cells) {
      const place: CellPlace = { tableId: layout.id, rowId: row.id, cellId: cell.id }
      const current = versionOfCell(row, versions, cell.id)
      if (base !== null && hasEnds && !incoming.decides(place, base)) ends.buildOn(place, base)
      if (current === incoming.version) {
        // Parked until this version came to know the cell; the row is this change set's own.
        putColumns(changes, cell, value)
        continue
      }
      if (base !== current && isUnwritten(cell.id)) {
        putColumns(changes, cell, value)
        versions[cell.id] = incoming.version
        continue
      }
      if (layout.appendOnly.has(cell.id)) {
        // Added twice: what was added first stands, for nobody could decide.
        if (causality.isNewer(current, incoming.version)) {
          putColumns(changes, cell, value)
          versions[cell.id] = incoming.version
        }
        continue
      }
      if (base !== current && !causality.isNewer(incoming.version, current)) {
        ends.add(place, { version: incoming.version, value })
        hasEnds = true
        continue
      }
      const isArchive = cell.columns[0]?.name === ARCHIVED
      if (base !== current) {
        const hidden = isArchive ? ends.revivalOf(layout.id, row.id) : null
        ends.add(place, { version: current, value: hidden?.value ?? held(layout, row.id, cell) })
        hasEnds = true
      }
      isArchiveWon ||= isArchive
      putColumns(changes, cell, value)
      versions[cell.id] = incoming.version
    }
    Object.assign(changes, settleArchive(layout, row, { cells, versions, incoming, isWon: isArchiveWon }))
    // What lost counts for when the row was changed last: on the machine that wrote it, it stood for a while.
    if (incoming.at <= row.updatedAt && Object.keys(changes).length === 0) return
    store.set(layout, row, changes, { cells: JSON.stringify(versions), at: incoming.at })
  }

  const row: Merge['row'] = (layout, rowId, cells, incoming) => {
    for (const { base } of cells) {
      if (base === null) continue
      const stamp = causality.stampOf(base)
      if (stamp === undefined || stamp >= (causality.stampOf(incoming.version) ?? 0))
        throw new BadChangeSet('causality', `A change of ${layout.name} ${rowId} replaces a value that did not come before it.`)
    }
    const found = ends.rowOf(layout, rowId)
    if (found) return update(layout, found, cells, incoming)
    if (cells.some(({ base }) => base !== null))
      throw new BadChangeSet('causality', `A change of ${layout.name} ${rowId}, which is not here.`)
    insert(layout, rowId, cells, incoming)
  }

  const workOn: Merge['workOn'] = (layout, rowId, incoming) => {
    const found = ends.rowOf(layout, rowId)
    const archive = layout.cellOfColumn(ARCHIVED)
    if (!found || !archive) return false
    const settled = outlive(layout, found, { archive, versions: parseCells(found.cells), incoming })
    if (Object.keys(settled).length === 0) return false
    // The work was on something else.
    store.set(layout, found, settled, { cells: found.cells, at: found.updatedAt })
    return true
  }

  return { row, workOn }
}
