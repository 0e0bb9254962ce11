// Replicas: what others have seen, values that lost against others, deletions that an edit outlived, cells that only a newer version knows.
import { type Kysely, sql } from 'kysely'

const TABLES: Readonly<Record<string, string>> = {
  // From its change set `seq` on, origin `oid` had seen `ofOid` up to `ofSeq`.
  sync_seen: `oid INTEGER NOT NULL, ofOid INTEGER NOT NULL, seq INTEGER NOT NULL, ofSeq INTEGER NOT NULL,
    PRIMARY KEY (oid, ofOid, seq)`,
  // Values that nobody built on and that did not win: the open ends of a cell beside the one the row shows.
  sync_conflict: `tbl INTEGER NOT NULL, row TEXT NOT NULL, cell INTEGER NOT NULL, ver INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (tbl, row, cell, ver)`,
  // Open ends that an operation closed: back again when it is taken back.
  sync_closed: `oid INTEGER NOT NULL, op INTEGER NOT NULL, tbl INTEGER NOT NULL, row TEXT NOT NULL, cell INTEGER NOT NULL,
    ver INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (oid, op, tbl, row, cell, ver)`,
  // Rows that were archived by `ver` on one machine while `byVer` worked on them on another: they stay.
  sync_revived: `tbl INTEGER NOT NULL, row TEXT NOT NULL, ver INTEGER NOT NULL, byVer INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (tbl, row)`,
  // What this version does not know yet of a change set: these cells of a table, or (null) all of the table.
  sync_pending: 'tbl INTEGER NOT NULL, lsn INTEGER NOT NULL, cells TEXT, PRIMARY KEY (tbl, lsn)',
}

/** The machines of the office: a synced table as the others are, so that all of them trust the same ones. */
const DEVICES = `CREATE TABLE devices (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ver INTEGER NOT NULL,
  cells TEXT,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  archivedAt TEXT,
  archivedReason TEXT,
  isSample INTEGER NOT NULL,
  name TEXT NOT NULL,
  letter TEXT NOT NULL,
  addedById TEXT
) STRICT`

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [name, columns] of Object.entries(TABLES))
    await sql.raw(`CREATE TABLE ${name} (${columns}) STRICT, WITHOUT ROWID`).execute(db)
  await sql.raw(DEVICES).execute(db)
  await sql`CREATE INDEX sync_closed_row ON sync_closed (tbl, row, cell)`.execute(db)
}
