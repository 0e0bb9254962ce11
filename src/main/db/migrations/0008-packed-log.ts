// The older part of the change log, packed: many small change sets in one row.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // `first` and `last`: places in the log between which its sets came; `wall`: the latest moment among them; `sets`: see `log/pack.ts`.
  await sql`CREATE TABLE sync_pack (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL,
    wall INTEGER NOT NULL,
    sets BLOB NOT NULL
  ) STRICT`.execute(db)
  // Numbers of an origin that follow each other in one pack, from its place `at` on; `chain`: of the last of them.
  await sql`CREATE TABLE sync_run (
    oid INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    count INTEGER NOT NULL,
    pack INTEGER NOT NULL,
    at INTEGER NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (oid, seq)
  ) STRICT, WITHOUT ROWID`.execute(db)
}
