// What the machines of a history show, against what the oracle finds in their change sets.
import assert from 'node:assert/strict'
import { layouts } from '#main/db/registry/layout.ts'
import { createDigests } from '#main/db/replicate/digests.ts'
import { cellValue } from '#main/db/write/change-set-builder.ts'
import { type Expected, expectedOf } from './log-oracle.ts'
import type { Machine } from './replicas.ts'

const tableIds = new Set([10, 32, 54])
const layoutOf = new Map([...layouts.values()].map((layout) => [layout.id, layout]))
const ARCHIVE_CELL = 2
const NAMES = `(SELECT lower(hex(origin)) FROM sync_origin WHERE oid = ver >> 36) || '-' || (ver & 0xfffffffff)`

interface Shown {
  readonly open: readonly string[]
  readonly revived: readonly string[]
  /** Rows as the machine has them, without what only it may say: local numbers. */
  readonly rows: readonly Readonly<Record<string, string | number | null>>[]
}

/** `isOurs`: rows of the history. */
const shownBy = ({ prepare }: Machine, expected: Expected, isOurs: (row: string) => boolean): Shown => {
  const open = prepare<[], { row: string; name: string }>(
    `SELECT row, tbl || ':' || row || ':' || cell || ':' || ${NAMES} || '=' || value AS name FROM sync_conflict`,
  )
  const revived = prepare<[], { row: string; name: string }>(
    `SELECT row, tbl || ':' || row || ':' || ${NAMES} AS name FROM sync_revived`,
  )
  const names = (all: readonly { readonly row: string; readonly name: string }[]): string[] =>
    all.flatMap(({ row, name }) => (isOurs(row) ? [name] : [])).sort()
  const rows = [...expected.isArchived.keys()].filter((key) => isOurs(key.split(':')[1] ?? '')).sort()
  return {
    open: names(open.all()),
    revived: names(revived.all()),
    rows: rows.map((key) => {
      const [table, id = ''] = key.split(':')
      const layout = layoutOf.get(Number(table))
      const row =
        layout &&
        prepare<[string], Record<string, string | number | null>>(
          `SELECT id, updatedAt, ${[...layout.columns, ...layout.derivedColumns].join()} FROM ${layout.name} WHERE id = ?`,
        ).get(id)
      if (!row) throw new Error(`${key} is missing.`)
      return row
    }),
  }
}

/** `begin`: the place in the first machine's log after which the history lies. Throws an AssertionError. */
export const checkMachines = (all: readonly Machine[], prefix: string, begin: number): void => {
  const [one] = all
  if (!one) return
  const expected = expectedOf(one.writer.raw, tableIds, begin)
  const tagRows = new Set([...expected.winners.keys()].flatMap((place) => (place.startsWith('54:') ? [place.split(':')[1]] : [])))
  const isOurs = (row: string): boolean => row.startsWith(`${prefix}-`) || tagRows.has(row)
  const ours = (ends: readonly string[]): string[] => ends.filter((end) => isOurs(end.split(':')[1] ?? ''))
  const shown = shownBy(one, expected, isOurs)
  assert.deepEqual(shown.open, ours(expected.open), 'open ends')
  assert.deepEqual(shown.revived, ours(expected.revived), 'deletions that work outlived')
  const rowOf = new Map(shown.rows.map((row) => [row['id'], row]))
  for (const [place, value] of expected.winners) {
    const [table, id = '', cellId] = place.split(':')
    const cell = layoutOf.get(Number(table))?.cellById(Number(cellId))
    const row = rowOf.get(id)
    if (!isOurs(id)) continue
    if (!cell || !row) throw new Error(`${place} is missing.`)
    if (cell.id === ARCHIVE_CELL) assert.equal(row['archivedAt'] !== null, expected.isArchived.get(`${table}:${id}`), place)
    else assert.deepEqual(cellValue(cell, row), value, place)
  }
  const vector = one.writer.outgoing.vector()
  for (const other of all.slice(1)) {
    assert.deepEqual(shownBy(other, expected, isOurs), shown)
    assert.deepEqual(other.writer.outgoing.vector(), vector)
  }
}

/** Machines that have the same change sets have the same digests. */
export const checkDigests = ([one, ...others]: readonly Machine[]): void => {
  const digests = one && createDigests(one.writer.raw).tables()
  for (const { writer } of others) assert.deepEqual(createDigests(writer.raw).tables(), digests, 'digests')
}
