// What the machines of a history show, against what the oracle finds in their change sets.
import assert from 'node:assert/strict'
import { layouts } from '#main/db/registry/layout.ts'
import { cellValue } from '#main/db/write/change-set-builder.ts'
import { type Expected, expectedOf } from './log-oracle.ts'
import type { Machine } from './replicas.ts'

const tableIds = new Set([10, 32, 40, 54, 55, 81, 82])
/** Tags, and what carries them: their ids are made of what they are. */
const TAGS = new Set(['54', '55'])
const layoutOf = new Map([...layouts.values()].map((layout) => [String(layout.id), layout]))
const ARCHIVE_CELL = 2
const NAMES = `(SELECT lower(hex(origin)) FROM sync_origin WHERE oid = ver >> 36) || '-' || (ver & 0xfffffffff)`
const OURS = `(row >= ? || '-' AND row < ? || '.' OR row IN (SELECT value FROM json_each(?)))`
const selectRow = new Map(
  [...layoutOf].map(([id, { name, columns, derivedColumns }]) => [
    id,
    `SELECT id, updatedAt, ${[...columns, ...derivedColumns].join()} FROM ${name} WHERE id = ?`,
  ]),
)

type Row = Readonly<Record<string, string | number | null>>

interface Shown {
  readonly open: readonly string[]
  readonly revived: readonly string[]
  /** Rows by `table:row` as the machine has them, without what only it may say: local numbers. */
  readonly rows: ReadonlyMap<string, Row>
}

/** Whose rows a history has: names that begin alike, and those of its tags. */
interface Ours {
  readonly prefix: string
  readonly tagRows: ReadonlySet<string>
}

/** `keys`: rows of the history, by `table:row`. */
const shownBy = ({ prepare }: Machine, { prefix, tagRows }: Ours, keys: readonly string[]): Shown => {
  const names = (sql: string): string[] =>
    prepare<[string, string, string], { name: string }>(`SELECT tbl || ':' || row || ':' || ${sql} WHERE ${OURS}`)
      .all(prefix, prefix, JSON.stringify([...tagRows]))
      .map(({ name }) => name)
      .sort()
  return {
    open: names(`cell || ':' || ${NAMES} || '=' || value AS name FROM sync_conflict`),
    revived: names(`${NAMES} AS name FROM sync_revived`),
    rows: new Map(
      keys.map((key) => {
        const [table = '', id = ''] = key.split(':')
        const row = prepare<[string], Row>(selectRow.get(table) ?? '').get(id)
        if (!row) throw new Error(`${key} is missing.`)
        return [key, row]
      }),
    ),
  }
}

/** Whether two have the same columns with the same values: what `deepEqual` says, which takes fifty times as long to say yes. */
const isSame = (one: Row, other: Row | undefined): boolean => {
  const names = Object.keys(one)
  return (
    other !== undefined &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && Object.is(one[name], other[name]))
  )
}

const checkWinners = (expected: Expected, rows: Shown['rows']): void => {
  for (const [place, value] of expected.winners) {
    const [table = '', id = '', cellId] = place.split(':')
    const key = `${table}:${id}`
    const row = rows.get(key)
    const cell = layoutOf.get(table)?.cellById(Number(cellId))
    if (!cell || !row) throw new Error(`${place} is missing.`)
    if (cell.id === ARCHIVE_CELL) assert.equal(row['archivedAt'] !== null, expected.isArchived.get(key), place)
    else {
      const shown = cellValue(cell, row)
      if (!Object.is(shown, value)) assert.deepEqual(shown, value, place)
    }
  }
}

/**
 * `after`: the place in the first machine's log after which the history lies. `ground`: the place of its first rows, if those lie elsewhere. Throws
 * an AssertionError.
 */
export const checkMachines = (all: readonly Machine[], prefix: string, after: number, ground?: number): void => {
  const [one] = all
  if (!one) return
  const expected = expectedOf(one.writer.raw, tableIds, after, ground)
  const keys = [...expected.isArchived.keys()].sort()
  const ids = keys.map((key) => key.split(':') as [table: string, id: string])
  const tagRows = new Set(ids.flatMap(([table, id]) => (TAGS.has(table) ? [id] : [])))
  for (const [table, id] of ids) assert.ok(TAGS.has(table) || id.startsWith(`${prefix}-`), id)
  const ours = { prefix, tagRows }
  const shown = shownBy(one, ours, keys)
  assert.deepEqual(shown.open, expected.open, 'open ends')
  assert.deepEqual(shown.revived, expected.revived, 'deletions that work outlived')
  checkWinners(expected, shown.rows)
  const vector = one.writer.outgoing.vector()
  for (const other of all.slice(1)) {
    const { open, revived, rows } = shownBy(other, ours, keys)
    assert.deepEqual({ open, revived }, { open: shown.open, revived: shown.revived })
    for (const [key, row] of shown.rows) if (!isSame(row, rows.get(key))) assert.deepEqual(rows.get(key), row, key)
    assert.deepEqual(other.writer.outgoing.vector(), vector)
  }
  // Nobody has anything that another one lacks.
  for (const { writer } of all) assert.deepEqual(writer.outgoing.missing(vector, 0, 1).sets, [])
}

/** Machines that have the same change sets have the same digests. */
export const checkDigests = ([one, ...others]: readonly Machine[]): void => {
  const digests = one?.writer.digests.tables()
  for (const { writer } of others) assert.deepEqual(writer.digests.tables(), digests, 'digests')
}
