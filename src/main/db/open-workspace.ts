// A workspace's database, opened to write (once) or to read.
import { AppError } from '#shared/base/app-error.ts'
import { fillSortKeys } from './fill-sort-keys.ts'
import { followCustomFields } from './custom/field-indexes.ts'
import type { Db } from './database.ts'
import { type ChangeLogOf, createChangeLog } from './log/create-change-log.ts'
import { createLogReader } from './log/log-reader.ts'
import { type LogStore, openLogStore } from './log/log-store.ts'
import type { PackSizes } from './log/packing.ts'
import { migrate, SCHEMA_VERSION } from './migrate.ts'
import { type Cipher, openConnection, type RawConnection, READER_CACHE_MB, WRITER_CACHE_MB } from './raw-connection.ts'
import { localVersions } from './replicate/foreign-body.ts'
import { createOpenEnds } from './replicate/open-ends.ts'
import { createDigests, type Digests } from './replicate/digests.ts'
import { createOutgoing, type Outgoing } from './replicate/outgoing.ts'
import { createReceive, type Receive, settleUndone } from './replicate/receive.ts'
import { createSetRight, type SetRight } from './replicate/set-right.ts'
import { createNoteTouches, createTouches } from './replicate/touches.ts'
import { createReadDoor } from './read-door.ts'
import { createSearchIndex, type SearchIndexOf } from './search/create-search-index.ts'
import { createStatements } from './statements.ts'
import { createGuard } from './write/guard.ts'
import { createIdMaker } from './write/ids.ts'
import { beginSeries } from './write/number-series.ts'
import { createRowStore } from './write/row-store.ts'
import { createRowWriter } from './write/row-writer.ts'
import { createSearchWriter } from './write/search-writer.ts'
import { createInTransaction, createWrite, type Write } from './write/transaction.ts'

export interface DatabaseFile {
  /** A path, or `:memory:` (then `key` is null). */
  readonly file: string
  readonly key: Uint8Array | null
  /** What it was made with: AEGIS unless it is said. */
  readonly cipher?: Cipher
}

/** What a new database is told of its machine. */
export interface Birth {
  readonly workspaceId: string
  /** 16 random bytes: this incarnation of this file. */
  readonly origin: Uint8Array
  readonly deviceName: string
  /** The letter of this machine's number series. */
  readonly seriesLetter: string
}

export interface Sources {
  readonly nowMs: () => number
  readonly random: (bytes: Uint8Array) => void
  /** How the older part of the log is packed. */
  readonly packSizes?: PackSizes
  /** The local number that an origin is to have; null: the next one. */
  readonly numberOf?: (originHex: string) => number | null
  /** Called again and again while what other machines wrote is taken in: may wait a little. */
  readonly giveWay?: () => void
}

/** A connection that reads. */
export interface Reader {
  /** Runs `work` on one committed state. `reads` collects the tables it read. */
  readonly read: <Value>(work: (db: Db, reads: Set<string>) => Value) => {
    readonly value: Value
    readonly reads: readonly string[]
    readonly rev: number
  }
  /** A `Db` outside any transaction, for what waits between its questions. */
  readonly dbOf: (reads: Set<string>) => Db
  readonly searchOf: SearchIndexOf
  readonly logOf: ChangeLogOf
  readonly outgoing: Outgoing
  /** Inside `read`. */
  readonly digests: Digests
  readonly raw: RawConnection
  readonly close: () => void
}

/** The connection that writes; it also reads its own transaction. */
export interface Writer extends Reader {
  readonly write: Write
  readonly receive: Receive
  readonly setRight: SetRight
  readonly vouch: LogStore['vouch']
  readonly newId: () => string
  /**
   * Merges the search index and empties the write-ahead log as far as readers allow. No ANALYZE: the indexes are made for their queries, and with
   * statistics at hand SQLite plans a statement anew for each value bound.
   */
  readonly tidy: () => void
}

/** Makes the tables of a new workspace and begins its change log. The file must be empty or missing. */
export const createDatabase = async (at: DatabaseFile, birth: Birth): Promise<RawConnection> => {
  const raw = openConnection({ ...at, cacheMb: WRITER_CACHE_MB, create: true })
  try {
    await migrate(raw)
    raw.transaction(() => {
      const meta = raw.prepare<[string, string | number]>('INSERT INTO sync_meta (k, v) VALUES (?, ?)')
      meta.run('oid', 1)
      meta.run('workspaceId', birth.workspaceId)
      raw.prepare('INSERT INTO sync_origin (oid, origin, device) VALUES (1, ?, ?)').run(birth.origin, birth.deviceName)
      beginSeries(raw, birth.seriesLetter)
    })()
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

/**
 * Opens an existing database as far as it must be to write, bringing its tables up to date.
 * @throws AppError `unavailable` `workspace.newerVersion`; the driver's SQLITE_NOTADB for a wrong key or a file that is no database.
 */
export const openExisting = async (at: DatabaseFile): Promise<RawConnection> => {
  const raw = openConnection({ ...at, cacheMb: WRITER_CACHE_MB })
  try {
    await migrate(raw)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

const readingSide = (raw: RawConnection, logOf: ChangeLogOf): Reader => {
  const statements = createStatements(raw)
  const begin = raw.prepare('BEGIN')
  const commit = raw.prepare('COMMIT')
  const rev = raw.prepare<[], { lsn: number | null }>('SELECT max(lsn) AS lsn FROM sync_change')
  return {
    read: (work) => {
      const reads = new Set<string>()
      begin.run()
      try {
        const value = work(createReadDoor(statements, reads), reads)
        return { value, reads: [...reads], rev: rev.get()?.lsn ?? 0 }
      } finally {
        commit.run()
      }
    },
    dbOf: (reads) => createReadDoor(statements, reads),
    searchOf: createSearchIndex(raw),
    logOf,
    outgoing: createOutgoing(raw),
    digests: createDigests(raw),
    raw,
    close: () => raw.close(),
  }
}

/** A reading connection of a database whose tables are up to date. */
export const openReader = (at: DatabaseFile, cacheMb = READER_CACHE_MB): Reader => {
  const raw = openConnection({ ...at, readonly: true, cacheMb })
  try {
    const version = Number(raw.pragma('user_version', { simple: true }))
    if (version !== SCHEMA_VERSION)
      throw new AppError('unavailable', 'workspace.newerVersion', { version, known: SCHEMA_VERSION })
    return readingSide(raw, createChangeLog(raw, null))
  } catch (error) {
    raw.close()
    throw error
  }
}

/** The writing side over a connection that `createDatabase` or `openExisting` made. */
export const openWriter = (
  raw: RawConnection,
  { nowMs, random, packSizes, numberOf, giveWay = () => undefined }: Sources,
): Writer => {
  fillSortKeys(raw)
  followCustomFields(raw)
  const log = openLogStore(raw, packSizes, numberOf)
  const store = createRowStore(raw, createSearchWriter(raw))
  const reader = createLogReader(raw)
  const ends = createOpenEnds(raw)
  const settle = settleUndone(reader, ends)
  const touches = createTouches(raw)
  const noteTouches = createNoteTouches({
    touches,
    localVersions: (body) => localVersions(body, log.oidOfOrigin),
    writtenBy: (version, place) => reader.stepOf(version, place)?.value,
  })
  const rows = createRowWriter(store, log, { ends, noteTouches, settle })
  const newId = createIdMaker(nowMs, random)
  const guard = createGuard(raw)
  const inTransaction = createInTransaction({ raw, log, rows, guard })
  const { receive, unpark } = createReceive({
    ...{ raw, log, reader, store, ends, touches, noteTouches, settle, inTransaction, nowMs, giveWay },
  })
  unpark()
  const write = createWrite({ raw, statements: createStatements(raw), log, rows, guard, inTransaction, newId, nowMs })
  const reading = readingSide(raw, createChangeLog(raw, { rows, now: () => new Date(nowMs()).toISOString() }))
  return {
    ...reading,
    write,
    receive,
    setRight: createSetRight({ ...reading, store, inTransaction }),
    vouch: log.vouch,
    newId,
    tidy: () => {
      raw.exec(
        "INSERT INTO search (search, rank) VALUES ('merge', 200); INSERT INTO searchParts (searchParts, rank) VALUES ('merge', 200)",
      )
      raw.pragma('wal_checkpoint(PASSIVE)')
    },
  }
}
