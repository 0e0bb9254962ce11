// The office network: who vouches for an origin, and what was worked on beside the cells of a row.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // JSON: its machine, the origin before it, signed by the machine's key. NULL: of this very machine, and not signed yet.
  await sql`ALTER TABLE sync_origin ADD COLUMN introduction TEXT`.execute(db)
  // The newest change set of each origin that worked on a row without a cell of it to tell so.
  await sql`CREATE TABLE sync_touch (tbl INTEGER NOT NULL, row TEXT NOT NULL, oid INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (tbl, row, oid)) STRICT, WITHOUT ROWID`.execute(db)
}
