// What a file holds otherwise than its log says: rows, what hangs on them, and what they are found by.
import type { RawConnection } from '../raw-connection.ts'
import { layouts } from '../registry/layout.ts'
import { documentNumber } from '../search/documents.ts'
import { ALL_IDS, type Digests, type IdRange, OPEN_ENDS } from './digests.ts'

/** By the permanent number of its table. */
export interface RecordPlace {
  readonly tableId: number
  readonly rowId: string
}

export interface Differences {
  readonly records: readonly RecordPlace[]
  /** Numbers of search documents that are there and should not be, or the other way round. */
  readonly documents: readonly number[]
  /** Whether it is written down otherwise which machine had seen what of another. */
  readonly isSightOff: boolean
}

export interface Compared {
  readonly raw: RawConnection
  readonly digests: Digests
}

/** What the merging wrote down about rows. Each begins with table and row. */
export const HANGING: Readonly<Record<string, readonly string[]>> = {
  sync_conflict: ['tbl', 'row', 'cell', 'ver', 'value'],
  sync_revived: ['tbl', 'row', 'ver', 'byVer', 'value'],
  sync_closed: ['tbl', 'row', 'oid', 'op', 'cell', 'ver', 'value'],
  sync_touch: ['tbl', 'row', 'oid', 'seq'],
}

/** Of `sync_seen`. */
export const SIGHT = ['oid', 'ofOid', 'seq', 'ofSeq'] as const

const PARTS = 64

const differingIn = (tableId: number, mine: Digests, theirs: Digests): string[] => {
  const cuts = mine.cuts(tableId, ALL_IDS, PARTS)
  const [here, there] = [mine.slices(tableId, ALL_IDS, cuts), theirs.slices(tableId, ALL_IDS, cuts)]
  const bounds = [ALL_IDS.from, ...cuts, ALL_IDS.to]
  return here.flatMap(({ digest }, index) => {
    if (digest === there[index]?.digest) return []
    const range: IdRange = { from: bounds[index] ?? '', to: bounds[index + 1] ?? null }
    const [ours, others] = [mine.rows(tableId, range), theirs.rows(tableId, range)]
    return [...new Set([...ours.keys(), ...others.keys()])].filter((id) => ours.get(id) !== others.get(id))
  })
}

/** Of the rows that only one of two files has in a table: their first two columns, as JSON. */
const saidOtherwise = (table: string, columns: readonly string[], mine: RawConnection, theirs: RawConnection): string[] => {
  const sql = `SELECT json_array(${columns.slice(0, 2).join()}) AS place, json_array(${columns.join()}) AS said FROM ${table}`
  interface Said {
    readonly place: string
    readonly said: string
  }
  const here = new Map(
    mine
      .prepare<[], Said>(sql)
      .all()
      .map(({ said, place }) => [said, place]),
  )
  const found: string[] = []
  for (const { said, place } of theirs.prepare<[], Said>(sql).iterate()) if (!here.delete(said)) found.push(place)
  return [...found, ...here.values()]
}

/** A record that is not archived has a document, and nothing else has one. */
const wrongDocuments = (raw: RawConnection): number[] =>
  [...layouts.values()].flatMap(({ name, search }) => {
    if (!search) return []
    const [from, to] = [documentNumber(search.kind, 0), documentNumber(search.kind + 1, 0)]
    const shown = `SELECT no + ${from} AS number FROM ${name} WHERE archivedAt IS NULL`
    const found = `SELECT rowid AS number FROM search WHERE rowid >= ${from} AND rowid < ${to}`
    return raw
      .prepare<[], number>(`SELECT * FROM (${shown} EXCEPT ${found}) UNION ALL SELECT * FROM (${found} EXCEPT ${shown})`)
      .pluck()
      .all()
  })

/** `history` holds what the log of `file` says. `onTable` is called between tables, and may throw. */
export const differences = (file: Compared, history: Compared, onTable: () => void = () => undefined): Differences => {
  const places = new Set<string>()
  const said = history.digests.tables()
  onTable()
  for (const [tableId, { digest }] of file.digests.tables()) {
    onTable()
    // The open ends hang on their rows.
    if (tableId === OPEN_ENDS || digest === said.get(tableId)?.digest) continue
    for (const id of differingIn(tableId, file.digests, history.digests)) places.add(JSON.stringify([tableId, id]))
  }
  for (const [table, columns] of Object.entries(HANGING)) {
    onTable()
    for (const place of saidOtherwise(table, columns, file.raw, history.raw)) places.add(place)
  }
  onTable()
  const isSightOff = saidOtherwise('sync_seen', SIGHT, file.raw, history.raw).length > 0
  onTable()
  const records = [...places].map((place) => {
    const [tableId, rowId] = JSON.parse(place) as [number, string] // written above, or by SQLite
    return { tableId, rowId }
  })
  return { records, documents: wrongDocuments(file.raw), isSightOff }
}
