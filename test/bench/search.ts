// The search through the door, beside the cheapest way to the same hits on the same encrypted file.
import { openConnection, type RawConnection, READER_CACHE_MB } from '#main/db/raw-connection.ts'
import { documentNumber, kindOf, noOf } from '#main/db/search/documents.ts'
import { searchQuery } from '#main/db/search/search-query.ts'
import { type BenchFile, readingDoor } from './door.ts'
import { ratioRow, type Row, sideBySide } from './measure.ts'

const HITS = 50
const EVERYTHING = Number.MAX_SAFE_INTEGER

/**
 * The same questions to the index (each way of fitting, the newest of each kind), then one point read for each hit that is shown. No rights, no
 * contract, no words for the user.
 */
const rawSearch = (raw: RawConnection) => {
  const matches = (table: string) =>
    raw.prepare<[string, number, number], { rowid: number }>(
      `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ${HITS}`,
    )
  const words = matches('search')
  const parts = matches('searchParts')
  const rows = new Map(
    [
      [90, 'SELECT id, name, city, phone, updatedAt FROM companies WHERE no = ?'],
      [70, 'SELECT id, name, city, phone, updatedAt FROM contacts WHERE no = ?'],
      [50, 'SELECT d.id, d.title, d.updatedAt, c.name FROM deals d LEFT JOIN companies c ON c.id = d.companyId WHERE d.no = ?'],
      [30, 'SELECT id, subject, number, updatedAt FROM tickets WHERE no = ?'],
      [10, 'SELECT id, text, recordType, recordId, updatedAt FROM activities WHERE no = ?'],
      [5, 'SELECT id, name, recordType, recordId, updatedAt FROM attachments WHERE no = ?'],
    ].map(([kind, sql]) => [Number(kind), raw.prepare(String(sql))]),
  )
  return (text: string): unknown[] => {
    const query = searchQuery(text)
    const found = new Set<number>()
    const ask = (index: typeof words, match: string): void => {
      for (let to = EVERYTHING; ;) {
        const page = index.all(match, 0, to)
        for (const { rowid } of page) found.add(rowid)
        const last = page.at(-1)?.rowid
        if (last === undefined || page.length < HITS) return
        to = documentNumber(kindOf(last), 0) - 1
      }
    }
    for (const step of query.steps) if (found.size < HITS) ask(words, step)
    if (query.parts !== null && found.size < HITS) ask(parts, query.parts)
    return [...found].slice(0, HITS).map((document) => rows.get(kindOf(document))?.get(noOf(document)))
  }
}

const SEARCHES = [
  ['Latin', ['Schmidt', 'Beacon', 'Ada', 'Olsen']],
  ['Chinese', ['王伟', '华腾', '李', '科技']],
  ['pinyin initials', ['ww', 'zjh', 'htkj', 'ls']],
  ['phone digits', ['8013', '139 1', '138 0', '4567']],
] as const

export const benchSearch = async (at: BenchFile): Promise<Row[]> => {
  const door = readingDoor(at)
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const search = rawSearch(raw)
  const rows: Row[] = []
  for (const [what, texts] of SEARCHES) {
    const of = (round: number): string => texts[round % texts.length] ?? ''
    const times = await sideBySide(
      200,
      (round) => search(of(round)),
      (round) => door.ask('search.find', { text: of(round), limit: HITS }),
    )
    rows.push(ratioRow(`search, first ${HITS} hits, ${what}`, times, 1.5))
  }
  raw.close()
  door.close()
  return rows
}
