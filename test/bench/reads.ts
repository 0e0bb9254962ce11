// Lists and searches through the door, beside the best raw statement on the same encrypted file.
import { openConnection, type RawConnection, READER_CACHE_MB } from '#main/db/raw-connection.ts'
import { kindOf, noOf } from '#main/db/search/documents.ts'
import { searchQuery } from '#main/db/search/search-query.ts'
import { type BenchFile, readingDoor } from './door.ts'
import { ratioRow, type Row, sideBySide } from './measure.ts'

const LIST = `SELECT c.id, c.name, c.phone, c.email, c.industry, c.city, c.country, c.updatedAt, c.createdAt, u.name AS ownerName
  FROM companies c LEFT JOIN users u ON u.id = c.ownerId WHERE c.archivedAt IS NULL ORDER BY c.sortName, c.id LIMIT 50`

/** The cheapest way to the same hits: one question to the index, one point read a hit. */
const rawSearch = (raw: RawConnection) => {
  const words = raw.prepare<[string], { rowid: number }>(
    'SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 50',
  )
  const rows = new Map(
    [
      [90, 'SELECT id, name, city, phone FROM companies WHERE no = ?'],
      [70, 'SELECT id, name, city, phone FROM contacts WHERE no = ?'],
      [50, 'SELECT d.id, d.title, c.name FROM deals d LEFT JOIN companies c ON c.id = d.companyId WHERE d.no = ?'],
      [30, 'SELECT id, subject, number FROM tickets WHERE no = ?'],
      [10, 'SELECT id, text, recordType, recordId FROM activities WHERE no = ?'],
    ].map(([kind, sql]) => [Number(kind), raw.prepare(String(sql))]),
  )
  return (text: string): unknown[] =>
    words.all(searchQuery(text).words ?? '').map(({ rowid }) => rows.get(kindOf(rowid))?.get(noOf(rowid)))
}

const SEARCHES = [
  ['Latin', ['Schmidt', 'Beacon', 'Ada', 'Olsen']],
  ['Chinese', ['王伟', '华腾', '李', '科技']],
  ['pinyin initials', ['ww', 'zjh', 'htkj', 'ls']],
  ['phone digits', ['8013', '139 1', '138 0', '4567']],
] as const

export const benchReads = async (at: BenchFile): Promise<Row[]> => {
  const door = readingDoor(at)
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const list = raw.prepare(LIST)
  const search = rawSearch(raw)
  const first = { sort: 'name', direction: 'asc', after: null, limit: 50 } as const

  const rows = [
    ratioRow(
      'first page of the customer list',
      await sideBySide(
        300,
        () => list.all(),
        () => door.ask('companies.list', first),
      ),
      1.5,
    ),
  ]
  for (const [what, texts] of SEARCHES) {
    const of = (round: number): string => texts[round % texts.length] ?? ''
    const times = await sideBySide(
      200,
      (round) => search(of(round)),
      (round) => door.ask('search.find', { text: of(round), limit: 50 }),
    )
    rows.push(ratioRow(`search, first 50 hits, ${what}`, times, 1.5))
  }
  raw.close()
  door.close()
  return rows
}
