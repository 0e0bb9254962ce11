// Lists through the door beside the best statement one can write for the same rows: first pages by pinyin and by own fields, filters and
// counts; then first hits of searches, and a record's page.
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection, type RawConnection, READER_CACHE_MB } from '#main/db/raw-connection.ts'
import type { InputOf } from '#main/rpc/handlers.ts'
import { benchChange } from './bulk-edit.ts'
import { type Door, readingDoor } from './door.ts'
import { makeListedOffice, OWNERS, REGION, SCORE } from './listed-companies.ts'
import { boundRow, median, ms, percentile, ratioRow, type Row, sideBySide } from './measure.ts'

const COLUMNS = ['name', 'phone', 'email', 'industry', 'city', 'ownerId', 'tags', 'lifecycleStageId', 'updatedAt', SCORE]
/** The same cells in SQL. */
const CELLS = `c.id, c.name, c.phone, c.email, c.industry, c.city, c.ownerId, c.lifecycleStageId, c.updatedAt, c.custom ->> '$.${SCORE}' AS score,
  u.name AS owner,
  (SELECT json_group_array(json_object('id', id, 'name', name, 'colour', colour)) FROM (
    SELECT t.id, t.name, t.colour FROM recordTags r JOIN tags t ON t.id = r.tagId
    WHERE r.recordId = c.id AND r.archivedAt IS NULL AND t.archivedAt IS NULL ORDER BY t.sortName)) AS tags`
const KEY = (key: string): string => `coalesce(c."customKeys" ->> '$.${key}', char(1114111))`

/** Tags come as JSON; the answer holds them as a list. */
const answerOf = (rows: { tags: unknown }[]): unknown => {
  for (const row of rows) row.tags = JSON.parse(String(row.tags))
  return rows
}

type Page = Omit<InputOf<'lists.page'>, 'entity' | 'columns'>

/** A question, and the statement that answers it best: what the reader of a million rows would write by hand. */
const pages: readonly (readonly [what: string, question: Page, sql: string, parameters: readonly (string | number)[]])[] = [
  ['first page, by name in pinyin', {}, `ORDER BY c.sortName, c.id`, []],
  [
    'first page, by city, last first',
    { sort: { field: 'city', direction: 'desc' } },
    `AND c.sortCity < char(1114111) ORDER BY c.sortCity DESC, c.id DESC`,
    [],
  ],
  [
    'first page, by an own field',
    { sort: { field: SCORE, direction: 'desc' } },
    `AND ${KEY(SCORE)} < char(1114111) ORDER BY ${KEY(SCORE)} DESC, c.id DESC`,
    [],
  ],
  [
    'first page, filtered by owner',
    { filter: { items: [{ field: 'ownerId', operator: 'anyOf', value: [OWNERS[1]] }] } },
    `AND c.ownerId = ? ORDER BY c.sortName, c.id`,
    [OWNERS[1]],
  ],
  [
    'first page, an own field in a range that few rows are in',
    { filter: { items: [{ field: SCORE, operator: 'between', value: [100, 400] }] } },
    `AND ${KEY(SCORE)} BETWEEN ? AND ? ORDER BY +c.sortName, c.id`,
    [100, 400],
  ],
  [
    'first page, an own field that many rows hold',
    { filter: { items: [{ field: REGION, operator: 'is', value: '华东' }] } },
    `AND c.custom ->> '$.${REGION}' = ? ORDER BY c.sortName, c.id`,
    ['华东'],
  ],
]

const counts: readonly (readonly [what: string, question: Page, sql: string, parameters: readonly (string | number)[]])[] = [
  ['count of all', {}, '', []],
  [
    'count of an own field’s range',
    { filter: { items: [{ field: SCORE, operator: 'greater', value: 25_000 }] } },
    `AND ${KEY(SCORE)} > ? AND ${KEY(SCORE)} < char(1114111)`,
    [25_000],
  ],
]

const benchPages = async (door: Door, raw: RawConnection, rounds: number): Promise<Row[]> => {
  // The first question would pay for warming up what all share.
  for (let round = 0; round < rounds; round++) await door.ask('lists.page', { entity: 'companies', columns: COLUMNS, limit: 50 })
  const rows: Row[] = []
  for (const [what, question, sql, parameters] of pages) {
    const best = raw.prepare<unknown[], { tags: unknown }>(
      `SELECT ${CELLS} FROM companies c LEFT JOIN users u ON u.id = c.ownerId WHERE c.archivedAt IS NULL ${sql} LIMIT 50`,
    )
    const times = await sideBySide(
      rounds,
      () => answerOf(best.all(...parameters)),
      () => door.ask('lists.page', { entity: 'companies', columns: COLUMNS, limit: 50, ...question }),
    )
    rows.push(ratioRow(what, times, 1.5))
  }
  for (const [what, question, sql, parameters] of counts) {
    const best = raw.prepare(`SELECT count(*) AS n FROM companies c WHERE c.archivedAt IS NULL ${sql}`)
    const times = await sideBySide(
      Math.ceil(rounds / 20),
      () => best.all(...parameters),
      () => door.ask('lists.count', { entity: 'companies', ...question }),
    )
    rows.push(ratioRow(what, times, 1.5))
  }
  return rows
}

/** Whatever may be typed: a family, a firm, a city's, initials, digits, an address, and what nobody is called. */
const FIRST_HITS = [
  'Schmidt',
  'Beacon',
  '华腾',
  '北京华腾科技',
  'hz',
  'htkj',
  '8013',
  '139 1',
  'c4711',
  'Berlin',
  '杭州',
  '公司',
  'zzz',
]

/** One search after the other, nothing else going on: the slowest kind of question decides. */
const benchFirstHits = async (door: Door): Promise<Row> => {
  const medians = new Map<string, number>()
  for (const text of FIRST_HITS) {
    const times: number[] = []
    for (let round = 0; round < 15; round++) {
      const start = performance.now()
      await door.ask('search.find', { text, limit: 50 })
      times.push(performance.now() - start)
    }
    medians.set(text, median(times))
  }
  const [slowest = ['', 0]] = [...medians].toSorted(([, one], [, other]) => other - one)
  return boundRow(`search, first 50 hits, the slowest of ${FIRST_HITS.length} questions (“${slowest[0]}”)`, slowest[1], 50)
}

/** A company of the middle and all that its first tab shows, each time another one. */
const benchRecordPage = async (door: Door, raw: RawConnection): Promise<Row> => {
  const ids = raw.prepare<[], string>(`SELECT id FROM companies WHERE no % 997 = 0 LIMIT 200`).pluck().all()
  const times: number[] = []
  for (const id of ids) {
    const start = performance.now()
    await door.ask('companies.get', { id })
    times.push(performance.now() - start)
  }
  return boundRow('a record page, everything on its first tab', median(times), 10, 'ms', `p95 ${ms(percentile(times, 0.95))}`)
}

/** Makes `count` companies in a folder of `base`. `more`: what else is measured of that folder before it goes. */
export const benchLists = async (
  base: string,
  count: number,
  more: (folder: string) => Promise<Row[]> = () => Promise.resolve([]),
): Promise<Row[]> => {
  const folder = join(base, `listed-${count}`)
  const start = performance.now()
  const at = await makeListedOffice(folder, count)
  const size = statSync(at.file).size
  console.log(`… ${count.toLocaleString('en')} companies in ${ms(performance.now() - start)}, ${(size / 1e6).toFixed(0)} MB.`)
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const door = readingDoor(at)
  const rows = await benchPages(door, raw, 200)
  rows.push(await benchFirstHits(door), await benchRecordPage(door, raw))
  raw.close()
  door.close()
  // Each round copies the file twice.
  rows.push(await benchChange(at, count > 200_000 ? 1 : 3), ...(await more(folder)))
  rmSync(folder, { recursive: true })
  return rows.map((row) => ({ ...row, what: `${count.toLocaleString('en')}: ${row.what}` }))
}
