// Work on a row that its own cells do not tell of: on what stands on it, and restorings that were written over. It keeps a row that is archived
// elsewhere at the same time.
import type { Body, CellValue } from '../log/body.ts'
import { oidOf, seqOf, versionOf } from '../log/version.ts'
import { stamps } from '../registry/columns.ts'
import type { RawConnection } from '../raw-connection.ts'
import type { CellPlace } from './open-ends.ts'

export interface Touch {
  readonly tableId: number
  readonly rowId: string
  readonly version: number
}

export interface Touches {
  readonly note: (touch: Touch) => void
  /** The newest of each origin. */
  readonly ofRow: (tableId: number, rowId: string) => number[]
}

export const createTouches = (raw: RawConnection): Touches => {
  const upsert = raw.prepare<[number, string, number, number]>(
    'INSERT INTO sync_touch VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)',
  )
  const select = raw.prepare<[number, string], { oid: number; seq: number }>(
    'SELECT oid, seq FROM sync_touch WHERE tbl = ? AND row = ?',
  )
  return {
    note: ({ tableId, rowId, version }) => void upsert.run(tableId, rowId, oidOf(version), seqOf(version)),
    ofRow: (tableId, rowId) => select.all(tableId, rowId).map(({ oid, seq }) => versionOf(oid, seq)),
  }
}

/** Notes what a change set says of work that no cell of the row tells of, in tables that `concerns` names; answers what is work of its own. */
export type NoteTouches = (body: Body, version: number, concerns?: (tableId: number) => boolean) => readonly Touch[]

export interface NoteTouchesSources {
  readonly touches: Touches
  /** A body's versions as versions of this file. */
  readonly localVersions: (body: Body) => (version: number) => number
  /** What a change set wrote into a cell of a row; undefined: nothing. */
  readonly writtenBy: (version: number, place: CellPlace) => CellValue | undefined
}

export const createNoteTouches =
  ({ touches, localVersions, writtenBy }: NoteTouchesSources): NoteTouches =>
  (body, version, concerns = () => true) => {
    // Most change sets say nothing of the kind.
    if (body.p === undefined && !body.g.some(({ c }) => c.includes(ARCHIVE_CELL))) return []
    const { touched, hidden } = touchesIn(body, version, localVersions(body))
    const own = touched.filter(({ tableId }) => concerns(tableId))
    for (const touch of own) touches.note(touch)
    for (const touch of hidden) {
      const { tableId, rowId } = touch
      if (concerns(tableId) && !isArchiving(writtenBy(touch.version, { tableId, rowId, cellId: ARCHIVE_CELL })))
        touches.note(touch)
    }
    return own
  }

const ARCHIVE_CELL = stamps.archivedAt.id

const isArchiving = (value: unknown): boolean => Array.isArray(value) && value[0] !== null

/** The rows of a body whose archive cell it changes. */
const archiveChanges = (body: Body): { readonly tableId: number; readonly rowId: string; readonly archives: boolean }[] =>
  body.g.flatMap(({ t, op, c, r }) => {
    const index = op === 'u' ? c.indexOf(ARCHIVE_CELL) : -1
    if (index < 0) return []
    return r.map((row) => ({ tableId: t, rowId: String(row[0]), archives: isArchiving(row[1 + 3 * index]) }))
  })

/** What lies under a change set that archives rows and works on them in the same breath: it hides that work, and is none itself. */
const hiddenUnder = (body: Body, archived: ReadonlySet<string>, toLocal: (version: number) => number): Touch[] => {
  if (archived.size === 0) return []
  const has = (tableId: number, rowId: unknown): boolean => archived.has(`${tableId}:${String(rowId)}`)
  const written = body.g.flatMap(({ t, op, c, r }) =>
    op === 'i'
      ? []
      : r
          .filter(([rowId]) => has(t, rowId))
          .flatMap((row) =>
            c.flatMap((cellId, index) =>
              cellId === ARCHIVE_CELL
                ? []
                : [{ tableId: t, rowId: String(row[0]), version: toLocal(Number(row[3 + 3 * index])) }],
            ),
          ),
  )
  const decided = (body.k ?? []).flatMap(([tableId, rowId, cellId, version]) =>
    has(tableId, rowId) && cellId !== ARCHIVE_CELL ? [{ tableId, rowId, version: toLocal(version) }] : [],
  )
  return [...written, ...decided]
}

/** What a change set says of work that no cell of the row tells of. `hidden`: work of others that it wrote over while it archived the row. */
const touchesIn = (
  body: Body,
  version: number,
  toLocal: (version: number) => number,
): { readonly touched: readonly Touch[]; readonly hidden: readonly Touch[] } => {
  const changes = archiveChanges(body)
  const archived = new Set(changes.flatMap(({ tableId, rowId, archives }) => (archives ? [`${tableId}:${rowId}`] : [])))
  const stood = (body.p ?? []).map(([tableId, rowId]) => ({ tableId, rowId }))
  const restored = changes.filter(({ archives }) => !archives).map(({ tableId, rowId }) => ({ tableId, rowId }))
  return {
    touched: [...stood, ...restored]
      .filter(({ tableId, rowId }) => !archived.has(`${tableId}:${rowId}`))
      .map((place) => ({ ...place, version })),
    hidden: hiddenUnder(body, archived, toLocal),
  }
}
