// The search index over all records. A document's number is kind · 2^40 + the row's no: kinds keep apart, newer rows stand higher.
import { type Kysely, sql } from 'kysely'

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`CREATE VIRTUAL TABLE search USING fts5(
    name, pinyin, initials, phone, words,
    content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2')`.execute(db)
  await sql`CREATE VIRTUAL TABLE searchParts USING fts5(parts, content='', contentless_delete=1, tokenize='trigram')`.execute(db)
  // More words gathered in memory before they are written: fewer pieces to merge during an import.
  await sql`INSERT INTO search (search, rank) VALUES ('hashsize', 8388608)`.execute(db)
  await sql`INSERT INTO searchParts (searchParts, rank) VALUES ('hashsize', 8388608)`.execute(db)
}
