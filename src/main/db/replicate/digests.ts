// What this file holds, as a few numbers: between machines that have the same change sets they are the same, whatever the order in which those came.
// Made when asked for, by going over the rows; a row counts with its values and with the version of each of its cells.
import { hash } from 'node:crypto'
import { customCellId } from '../custom/custom-columns.ts'
import { createLogReader } from '../log/log-reader.ts'
import { oidOf, parseCells, seqOf, versionOfCell } from '../log/version.ts'
import type { RawConnection } from '../raw-connection.ts'
import { stamps } from '../registry/columns.ts'
import { layoutById, layouts, type TableLayout } from '../registry/layout.ts'

/** Of a number of rows: how many, and 64 bits in hex of all of them. */
export interface Digest {
  readonly rows: number
  readonly digest: string
}

export interface Digests {
  /** By the number of the table; `OPEN_ENDS` are the values and deletions that are not decided about. */
  readonly tables: () => Map<number, Digest>
  /** Of the rows before the first of some ids in order, between each and the next, and from the last on. */
  readonly slices: (tableId: number, range: IdRange, cuts: readonly string[]) => Digest[]
  /** Ids that cut a range into so many parts of about the same size, or fewer. */
  readonly cuts: (tableId: number, range: IdRange, parts: number) => string[]
  /** By id: each row of a range. */
  readonly rows: (tableId: number, range: IdRange) => Map<string, string>
}

/** From an id on, up to another and without it; null: to the end. */
export interface IdRange {
  readonly from: string
  readonly to: string | null
}

export const ALL_IDS: IdRange = { from: '', to: null }
export const OPEN_ENDS = 0

interface Told {
  readonly id: string
  readonly text: string
}
interface RowOfTable {
  readonly id: string
  readonly ver: number
  readonly cells: string | null
  readonly data: string
  readonly custom: string | null
}

/** The sum of what the rows hash to: the order does not matter. */
const createSum = () => {
  let [rows, high, low] = [0, 0, 0]
  return {
    add: ({ text }: Told): void => {
      const bytes = hash('sha256', text, 'buffer')
      rows += 1
      high = (high + bytes.readUInt32BE(0)) >>> 0
      low = (low + bytes.readUInt32BE(4)) >>> 0
    },
    digest: (): Digest => ({ rows, digest: high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0') }),
  }
}

export const createDigests = (raw: RawConnection): Digests => {
  const log = createLogReader(raw)
  const selectOrigins = raw.prepare<[], { oid: number; origin: Uint8Array }>('SELECT oid, origin FROM sync_origin')
  const ENDS = `SELECT tbl || ':' || row || ':' || cell AS place, ver, value FROM sync_conflict
    UNION ALL SELECT tbl || ':' || row || ':kept', ver, value FROM sync_revived`
  const selectEnds = raw.prepare<[], { place: string; ver: number; value: string }>(ENDS)

  const versionNames = (): ((version: number) => string) => {
    const origins = new Map(selectOrigins.all().map(({ oid, origin }) => [oid, Buffer.from(origin).toString('hex')]))
    return (version) => `${String(origins.get(oidOf(version)))}-${seqOf(version)}`
  }

  /** One name where all cells of the row are of one change set: which of two machines made the row first is all the same. */
  const versionsOf = (
    layout: TableLayout,
    { id: rowId, ver, cells, custom }: RowOfTable,
    nameOf: (version: number) => string,
  ): string => {
    if (cells === null) return nameOf(ver)
    const versions = parseCells(cells)
    const ids = new Set([...layout.cells.map(({ id }) => id), ...Object.keys(versions).map(Number)])
    if (custom !== null) for (const key of Object.keys(JSON.parse(custom) as object)) ids.add(customCellId(key))
    // Two machines made the row. A field that came later neither of them wrote: it counts with the later one, whichever was heard of first.
    const later = versions[stamps.createdAt.id]
    const made = later === undefined ? null : log.cellsIn(ver, { tableId: layout.id, rowId })
    const versionOf = (id: number): number =>
      later !== undefined && versions[id] === undefined && made?.has(id) === false ? later : versionOfCell({ ver }, versions, id)
    const of = [...ids].sort((a, b) => a - b).map((id) => [id, versionOf(id)] as const)
    return new Set(of.map(([, version]) => version)).size === 1
      ? nameOf(of[0]?.[1] ?? ver)
      : of.map(([id, version]) => `${id}:${nameOf(version)}`).join()
  }

  const columnsOf = ({ columns, customFor }: TableLayout): string =>
    `id, ver, cells, json_array(${columns.join()}) AS data, ${customFor === null ? 'NULL' : 'custom'} AS custom`
  const toldBy =
    (layout: TableLayout, nameOf = versionNames()) =>
    (row: RowOfTable): Told => ({
      id: row.id,
      text: `${layout.id}\n${row.id}\n${versionsOf(layout, row, nameOf)}\n${row.data}\n${String(row.custom)}`,
    })

  function* openEnds({ from, to }: IdRange): Generator<Told> {
    const nameOf = versionNames()
    const all = selectEnds
      .all()
      .map(({ place, ver, value }) => ({ id: `${place}:${nameOf(ver)}`, text: `${place}\n${nameOf(ver)}\n${value}` }))
    all.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const one of all) if (one.id >= from && (to === null || one.id < to)) yield one
  }

  /** Rows of a range in the order of their ids; what the registry does not know has none. */
  function* ordered(tableId: number, range: IdRange): Generator<Told> {
    if (tableId === OPEN_ENDS) return yield* openEnds(range)
    const layout = layoutById(tableId)
    if (!layout) return
    const select = raw.prepare<[string, string | null, string | null], RowOfTable>(
      `SELECT ${columnsOf(layout)} FROM ${layout.name} WHERE id >= ? AND (? IS NULL OR id < ?) ORDER BY id`,
    )
    const told = toldBy(layout)
    for (const row of select.iterate(range.from, range.to, range.to)) yield told(row)
  }

  const digestOf = (rows: Iterable<Told>): Digest => {
    const sum = createSum()
    for (const row of rows) sum.add(row)
    return sum.digest()
  }

  const prepareRows = (layout: TableLayout) => raw.prepare<[], RowOfTable>(`SELECT ${columnsOf(layout)} FROM ${layout.name}`)
  let selectRows: ReadonlyMap<TableLayout, ReturnType<typeof prepareRows>> | undefined

  return {
    tables: () => {
      const nameOf = versionNames()
      const digests = new Map([[OPEN_ENDS, digestOf(openEnds(ALL_IDS))]])
      selectRows ??= new Map([...layouts.values()].map((layout) => [layout, prepareRows(layout)]))
      for (const [layout, rows] of selectRows) {
        const sum = createSum()
        const told = toldBy(layout, nameOf)
        for (const row of rows.iterate()) sum.add(told(row))
        digests.set(layout.id, sum.digest())
      }
      return digests
    },
    slices: (tableId, range, cuts) => {
      const bounds = [range.from, ...cuts]
      const sums = bounds.map(createSum)
      let at = 0
      for (const row of ordered(tableId, range)) {
        while (at + 1 < bounds.length && row.id >= String(bounds[at + 1])) at += 1
        sums[at]?.add(row)
      }
      return sums.map(({ digest }) => digest())
    },
    cuts: (tableId, range, parts) => {
      const ids = [...ordered(tableId, range)].map(({ id }) => id)
      const size = Math.ceil(ids.length / parts)
      return size === 0 ? [] : ids.filter((_, index) => index > 0 && index % size === 0)
    },
    rows: (tableId, range) =>
      new Map([...ordered(tableId, range)].map(({ id, text }) => [id, hash('sha256', text, 'hex').slice(0, 16)])),
  }
}
