// Lists through the door beside the best statement one can write for the same rows: first pages by pinyin and by own fields, filters,
// counts, and a change of many records.
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openExisting, openWriter } from '#main/db/open-workspace.ts'
import { openConnection, type RawConnection, READER_CACHE_MB } from '#main/db/raw-connection.ts'
import { randomFillSync } from 'node:crypto'
import type { InputOf } from '#main/rpc/handlers.ts'
import { type BenchFile, type Door, readingDoor, writingDoor } from './door.ts'
import { makeListedCompanies, OWNERS, REGION, SCORE } from './listed-companies.ts'
import { boundRow, median, ms, ratioRow, type Row, sideBySide } from './measure.ts'

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

const CHANGED = 12_431

/** The limit writes the same rows with log and search index, but asks no rule. */
const benchChange = async (at: BenchFile): Promise<Row> => {
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const ids = raw.prepare<[], string>(`SELECT id FROM companies ORDER BY no LIMIT ${CHANGED}`).pluck().all()
  raw.close()
  const times: { limit: number[]; kith: number[] } = { limit: [], kith: [] }
  const copy = { file: join(at.file, '..', 'change.db'), key: at.key }
  const onCopy = async (work: () => Promise<number>): Promise<number> => {
    copyFileSync(at.file, copy.file)
    const took = await work()
    for (const ending of ['', '-wal', '-shm']) rmSync(copy.file + ending, { force: true })
    return took
  }
  for (let round = 0; round < 3; round++) {
    times.limit.push(
      await onCopy(async () => {
        const writer = openWriter(await openExisting(copy), {
          nowMs: () => Date.now(),
          random: (bytes) => void randomFillSync(bytes),
        })
        const start = performance.now()
        writer.write({ actor: null, procedure: 'bench', isBulk: true }, (tx) => {
          for (const id of ids) tx.update('companies', id, { city: '宁波' })
        })
        const took = performance.now() - start
        writer.close()
        return took
      }),
    )
    times.kith.push(
      await onCopy(async () => {
        const door = await writingDoor(copy)
        const start = performance.now()
        const { changed } = await door.ask('lists.change', { entity: 'companies', selection: { ids }, changes: { city: '宁波' } })
        const took = performance.now() - start
        door.close()
        if (changed !== CHANGED) throw new Error(`Only ${changed} of ${CHANGED} were changed.`)
        return took
      }),
    )
  }
  return ratioRow(
    `${CHANGED.toLocaleString('en')} records changed, with log and search index`,
    { limit: median(times.limit), kith: median(times.kith) },
    3,
  )
}

/** `folder` is emptied by the caller. */
export const benchLists = async (folder: string, count: number): Promise<Row[]> => {
  const at = { file: join(folder, `lists-${count}.db`), key: new Uint8Array(32).fill(9) }
  const start = performance.now()
  await makeListedCompanies(at, count)
  console.log(`… ${count.toLocaleString('en')} companies in ${ms(performance.now() - start)}.`)
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const door = readingDoor(at)
  const rows = await benchPages(door, raw, 200)
  rows.push(await benchFirstHits(door))
  raw.close()
  door.close()
  rows.push(await benchChange(at))
  rmSync(at.file)
  return rows.map((row) => ({ ...row, what: `${count.toLocaleString('en')}: ${row.what}` }))
}
