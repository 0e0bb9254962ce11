// Any history of several machines, in any order and with any interruption, ends in what the changes themselves say, on every machine.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { BadChangeSet } from '#main/db/replicate/bad-change-set.ts'
import { layouts } from '#main/db/registry/layout.ts'
import { cellValue } from '#main/db/write/change-set-builder.ts'
import { expectedOf } from '../../support/log-oracle.ts'
import { type Machine, meet, newMachine, pull } from '../../support/replicas.ts'

const MACHINES = 4
const HOUR = 3_600_000
const DAY = 24 * HOUR

const machine = fc.nat(MACHINES - 1)
const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      machine,
      row: fc.nat(3),
      writes: fc.array(fc.record({ field: fc.constantFrom('name', 'city', 'phone'), value: fc.nat(5) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('insert' as const), machine, row: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('put' as const), machine, row: fc.nat(1), value: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), machine, row: fc.nat(1), value: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('archive' as const), machine, row: fc.nat(3), alsoEdits: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), machine, row: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), machine, which: fc.nat(5), isOther: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), machine }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pull' as const),
      machine,
      from: machine,
      atMost: fc.option(fc.nat(6), { nil: undefined }),
      isStale: fc.boolean(),
      isTwice: fc.boolean(),
      isSpoilt: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      machine,
      ms: fc.constantFrom(-3650 * DAY, -HOUR, 0, 0, HOUR, 2 * HOUR, 40 * DAY, 3650 * DAY),
    }),
  },
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

const actor = 'anna'
let machines: readonly Machine[] = []
let round = 0

/** A failed history leaves machines apart: the next one begins with new ones. */
const abandon = (): void => {
  for (const { writer } of machines) writer.close()
  machines = []
}
afterEach(abandon)

const world = async (): Promise<readonly Machine[]> => {
  // Not for ever: each history is asked about alone, but all of them lie in the log.
  if (round % 100 === 99) abandon()
  if (machines.length === 0) machines = await Promise.all([...Array(MACHINES).keys()].map(newMachine))
  return machines
}

const START = Date.parse('2026-03-02T09:00:00Z')

const run = (all: readonly Machine[], commands: readonly Command[]): void => {
  const prefix = `r${(round += 1)}`
  const offsets = all.map(() => 0)
  let time = START + round * HOUR
  const at = (index: number): Machine => {
    const one = all[index]
    if (!one) throw new Error(`There is no machine ${index}.`)
    one.clock.now = (time += 7) + (offsets[index] ?? 0)
    return one
  }
  const has = ({ writer }: Machine, table: string, id: string): boolean =>
    writer.raw.prepare<[string]>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined

  const first = at(0)
  const begin =
    first.writer.raw.prepare<[], { lsn: number }>('SELECT ifnull(max(lsn), 0) AS lsn FROM sync_change').get()?.lsn ?? 0
  first.writer.write({ actor, procedure: 'first' }, (tx) => {
    for (const row of [0, 1]) {
      tx.insert('companies', { id: `${prefix}-${row}`, name: 'n', city: 'c' })
      tx.insert('deals', {
        ...{
          id: `${prefix}-d${row}`,
          title: 'deal',
          pipelineId: 'p',
          stageId: 's0',
          position: 'a0',
          status: 'open',
          currency: 'EUR',
        },
      })
    }
  })
  for (const other of all.slice(1)) pull(other, first)

  for (const one of commands) {
    const here = at(one.machine)
    const { writer } = here
    const write = (procedure: string, work: Parameters<typeof writer.write>[1]) => writer.write({ actor, procedure }, work)
    if (one.kind === 'clock') offsets[one.machine] = one.ms
    if (one.kind === 'edit' && has(here, 'companies', `${prefix}-${one.row}`)) {
      write('edit', (tx) => {
        for (const { field, value } of one.writes) tx.update('companies', `${prefix}-${one.row}`, { [field]: `${field}${value}` })
      })
    }
    if (one.kind === 'insert' && !has(here, 'companies', `${prefix}-${one.row}`))
      write('insert', (tx) => tx.insert('companies', { id: `${prefix}-${one.row}`, name: `made by ${one.machine}` }))
    if (one.kind === 'put')
      write('put', (tx) => tx.put('tags', [prefix, String(one.row)], { name: `tag${one.value}`, colour: 'blue' }))
    if (one.kind === 'move' && has(here, 'deals', `${prefix}-d${one.row}`))
      write('move', (tx) =>
        tx.update('deals', `${prefix}-d${one.row}`, { stageId: `s${one.value}`, position: `a${one.machine}` }),
      )
    if (one.kind === 'archive' && has(here, 'companies', `${prefix}-${one.row}`)) {
      write('archive', (tx) => {
        tx.archive('companies', `${prefix}-${one.row}`)
        if (one.alsoEdits) tx.update('companies', `${prefix}-${one.row}`, { description: 'gone' })
      })
    }
    if (one.kind === 'restore' && has(here, 'companies', `${prefix}-${one.row}`))
      write('restore', (tx) => tx.restore('companies', `${prefix}-${one.row}`))
    if (one.kind === 'decide') decide(here, prefix, one)
    if (one.kind === 'undo') undoLast(here, prefix)
    if (one.kind === 'pull' && one.from !== one.machine) interruptedPull(here, at(one.from), one)
  }
  for (const [index] of all.entries()) at(index)
  meet(all)
  check(all, prefix, begin)
}

const tableIds = new Set([10, 32, 54])
const layoutOf = new Map([...layouts.values()].map((layout) => [layout.id, layout]))

const decide = ({ writer }: Machine, prefix: string, { which, isOther }: { which: number; isOther: boolean }): void => {
  const ends = writer.raw
    .prepare<[string, string], { tbl: number; row: string; cell: number; value: string }>(
      `SELECT tbl, row, cell, value FROM sync_conflict WHERE row LIKE ? || '-%'
       UNION ALL SELECT tbl, row, 2, value FROM sync_revived WHERE row LIKE ? || '-%' ORDER BY tbl, row, cell, value`,
    )
    .all(prefix, prefix)
  const end = ends[which % Math.max(ends.length, 1)]
  const layout = end && layoutOf.get(end.tbl)
  const cell = end && layout?.cellById(end.cell)
  if (!end || !layout || !cell) return
  const row = writer.raw
    .prepare<[string], Record<string, string | number | null>>(`SELECT * FROM ${layout.name} WHERE id = ?`)
    .get(end.row)
  const values = [JSON.parse(end.value) as unknown].flat()
  const chosen = Object.fromEntries(
    cell.columns.map(({ name }, index) => [name, (isOther ? (values[index] as string) : row?.[name]) ?? null]),
  )
  writer.write({ actor, procedure: 'decide' }, (tx) => tx.decide(layout.name, end.row, chosen))
}

const undoLast = ({ writer }: Machine, prefix: string): void => {
  const last = writer.logOf(new Set()).lastOf(actor)
  if (!last || last.procedure === 'first' || last.procedure === 'put' || !last.first?.rowId.startsWith(prefix)) return
  if (writer.logOf(new Set()).obstacles(last.id).length > 0) return
  writer.write({ actor, procedure: 'undo' }, () => writer.logOf(new Set()).undo(last.id))
}

const interruptedPull = (
  to: Machine,
  from: Machine,
  { atMost, isStale, isTwice, isSpoilt }: { atMost: number | undefined; isStale: boolean; isTwice: boolean; isSpoilt: boolean },
): void => {
  if (isSpoilt) {
    const before = to.writer.outgoing.vector()
    try {
      pull(to, from, {
        bytes: 1e9,
        onTheWay: (sets) =>
          sets.map((set, index) =>
            index === sets.length - 1 && set.body ? { ...set, body: Buffer.concat([set.body, Buffer.from(' ')]) } : set,
          ),
      })
    } catch (error) {
      if ((error as BadChangeSet).reason !== 'chain') throw error
    }
    expect(to.writer.outgoing.vector()).toEqual(before)
  }
  const options = { isStale, ...(atMost === undefined ? {} : { atMost }) }
  pull(to, from, options)
  if (isTwice) pull(to, from, options)
}

const check = (all: readonly Machine[], prefix: string, begin: number): void => {
  const [one] = all
  if (!one) return
  const expected = expectedOf(one.writer.raw, tableIds, begin)
  const tagRows = new Set([...expected.winners.keys()].flatMap((place) => (place.startsWith('54:') ? [place.split(':')[1]] : [])))
  const isOurs = (row: string): boolean => row.startsWith(`${prefix}-`) || tagRows.has(row)
  for (const { writer } of all) {
    const origins = new Map(
      writer.raw
        .prepare<[], { oid: number; hex: string }>('SELECT oid, lower(hex(origin)) AS hex FROM sync_origin')
        .all()
        .map(({ oid, hex }) => [oid, hex]),
    )
    const nameOf = (version: number): string => `${origins.get(Math.floor(version / 2 ** 36))}-${version % 2 ** 36}`
    const open = writer.raw
      .prepare<[], { tbl: number; row: string; cell: number; ver: number; value: string }>('SELECT * FROM sync_conflict')
      .all()
      .filter(({ row }) => isOurs(row))
      .map(({ tbl, row, cell, ver, value }) => `${tbl}:${row}:${cell}:${nameOf(ver)}=${value}`)
    expect(open.sort()).toEqual(expected.open.filter((end) => isOurs(end.split(':')[1] ?? '')))
    const revived = writer.raw.prepare<[], { tbl: number; row: string; ver: number }>('SELECT * FROM sync_revived').all()
    expect(
      revived
        .filter(({ row }) => isOurs(row))
        .map(({ tbl, row, ver }) => `${tbl}:${row}:${nameOf(ver)}`)
        .sort(),
    ).toEqual(expected.revived.filter((end) => isOurs(end.split(':')[1] ?? '')))
    for (const [place, value] of expected.winners) {
      const [table, id = '', cellId] = place.split(':')
      if (!isOurs(id)) continue
      const layout = layoutOf.get(Number(table))
      const cell = layout?.cellById(Number(cellId))
      const row =
        layout &&
        writer.raw.prepare<[string], Record<string, string | number | null>>(`SELECT * FROM ${layout.name} WHERE id = ?`).get(id)
      if (!cell || !row) throw new Error(`${place} is missing.`)
      if (Number(cellId) === 2)
        expect([place, row['archivedAt'] !== null]).toEqual([place, expected.isArchived.get(`${table}:${id}`)])
      else expect([place, cellValue(cell, row)]).toEqual([place, value])
    }
  }
  for (const { writer } of all) expect(writer.outgoing.vector()).toEqual(one.writer.outgoing.vector())
}

const runs = Number(process.env['KITH_HISTORIES'] ?? 300)

const history = fc.array(command, { minLength: 10, maxLength: 60 })
const property = fc.asyncProperty(history, async (commands) => {
  const all = await world()
  try {
    run(all, commands)
  } catch (error) {
    abandon()
    throw error
  }
})

test('the same histories as ever end alike', { timeout: 600_000 }, async () => {
  expect(await fc.asyncDefaultReportMessage(await fc.check(property, { numRuns: runs, seed: 20261122 }))).toBeUndefined()
})
