// The change log, frozen from its first day: what other machines and later versions read. `sync_peer`, `sync_conflict`, `sync_pending`
// and `sync_blob` are names reserved for the network.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE TABLE sync_meta (k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE TABLE sync_origin (
    oid INTEGER PRIMARY KEY,
    origin BLOB NOT NULL UNIQUE,
    device TEXT,
    sealed_seq INTEGER
  ) STRICT`.execute(db)
  // A change set is identified by (origin, seq); op is the first seq of its operation, part its place in it, last marks the final one.
  await sql`CREATE TABLE sync_change (
    lsn INTEGER PRIMARY KEY,
    oid INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    op INTEGER NOT NULL,
    part INTEGER NOT NULL,
    last INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    sv INTEGER NOT NULL,
    actor TEXT,
    proc TEXT NOT NULL,
    undoes_oid INTEGER,
    undoes_op INTEGER,
    rows INTEGER NOT NULL,
    body_hash BLOB NOT NULL,
    chain BLOB NOT NULL,
    body BLOB,
    UNIQUE (oid, seq)
  ) STRICT`.execute(db)
  await sql`CREATE INDEX sync_change_undoes ON sync_change (undoes_oid, undoes_op) WHERE undoes_op IS NOT NULL`.execute(db)
  await sql`CREATE TABLE number_series (prefix TEXT PRIMARY KEY, letter TEXT NOT NULL, next INTEGER NOT NULL) STRICT, WITHOUT ROWID`.execute(
    db,
  )
}
