// The office network: who vouches for an origin.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  // JSON: its machine, the origin before it, signed by the machine's key. NULL: of this very machine, and not signed yet.
  await sql`ALTER TABLE sync_origin ADD COLUMN introduction TEXT`.execute(db)
}
