// A cell mended, a row decided: only that row is looked at again where no other depends on it, and what comes out is what all rows would give.
import { expect, test, vi } from 'vitest'
import fc from 'fast-check'
import type { CellEdit, ImportPlan, RowDecision } from '#shared/imports/plan.ts'
import { ask, bringIn, csv, planOf, setUpImportDesk } from '../support/import-desk.ts'

/** Whether each preview that could be was had from the changed rows alone. */
const alone = vi.hoisted((): boolean[] => [])
vi.mock(import('#main/features/imports/take-again.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    takeAgain: (...asked: Parameters<typeof real.takeAgain>) => {
      const done = real.takeAgain(...asked)
      alone.push(done !== null)
      return done
    },
  }
})

setUpImportDesk('en')

const HEADINGS = 'Full name,Company,Email,Phone,Birthday'
const COLUMNS = 5

const people = fc.record({
  name: fc.constantFrom('Anna Berg', 'Bob Lee', 'Carla Diaz', 'Dora Ems', 'Emil Fuchs', '王小明', ''),
  company: fc.constantFrom('', '', 'Nordlicht GmbH', 'Nordlicht', 'Kontor AG', '西湖科技有限公司'),
  email: fc.constantFrom('', '', 'anna@example.com', 'bob@example.com', 'no address'),
  phone: fc.constantFrom('', '', '+49 40 123456', '0571-88001234', '12'),
  day: fc.constantFrom('', '1980-02-03', '1980-02-31'),
  isOne: fc.boolean(),
})
const cellsOf = (
  { name, company, email, phone, day, isOne }: typeof people extends fc.Arbitrary<infer One> ? One : never,
  row: number,
) =>
  // Half of them have nothing to do with others.
  isOne
    ? [`Person${row} Only${row}`, company && `Only ${row} Ltd`, `p${row}@only.example`, `+49 30 ${5_000_000 + row * 7919}`, day]
    : [name, company, email, phone, day]
const changes = fc.array(
  fc.record({
    row: fc.nat(),
    column: fc.nat(COLUMNS - 1),
    from: people,
    act: fc.constantFrom('edit', 'edit', 'edit', 'back', 'skip', 'take'),
  }),
  { minLength: 3, maxLength: 8 },
)

const previewAndRows = async (files: string[], plan: ImportPlan): Promise<unknown> => [
  await ask('imports.preview', { files, plan }),
  await Promise.all(plan.tables.map((_table, table) => ask('imports.rows', { files, plan, table, limit: 200 }))),
]

test('whatever is mended and decided, in any order', { timeout: 120_000 }, async () => {
  await bringIn(csv('there.csv', HEADINGS, 'Anna Berg,Nordlicht GmbH,anna@example.com,+49 40 999,', 'Zoe Old,,zoe@example.com,,'))
  const other = csv('other.csv', 'Company name', 'Another')
  const otherPlan = await planOf(other)
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(people, { minLength: 4, maxLength: 25 }), changes, async (made, mends) => {
      const table = made.map((one, place) => cellsOf(one, place + 2))
      const file = csv(`people-${(runs += 1)}.csv`, HEADINGS, ...table.map((cells) => cells.join(',')))
      const first = await planOf(file)
      const plans = [first]
      let [edits, decisions]: [CellEdit[], RowDecision[]] = [[], []]
      for (const { row: any, column, from, act } of mends) {
        const row = 2 + (any % table.length)
        const isHere = (one: { row: number; column?: number }): boolean =>
          one.row === row && (one.column === undefined || one.column === column)
        edits = edits.filter((edit) => !isHere(edit))
        decisions = decisions.filter((decision) => !isHere(decision))
        if (act === 'edit') edits = [...edits, { table: 0, row, column, value: cellsOf(from, row + 1000)[column] ?? '' }]
        if (act === 'skip' || act === 'take') decisions = [...decisions, { table: 0, row, act, recordId: null }]
        plans.push({ ...first, edits, decisions })
      }
      const oneByOne = []
      for (const plan of plans) oneByOne.push(await previewAndRows([file], plan))
      for (const [place, plan] of plans.entries()) {
        // Something else is looked at in between, so that nothing is known of the file.
        await ask('imports.preview', { files: [other], plan: otherPlan })
        expect(oneByOne[place]).toEqual(await previewAndRows([file], plan))
      }
    }),
    { numRuns: 40 },
  )
  expect(alone.filter(Boolean).length).toBeGreaterThan(40)
})

test('a row that others repeat takes them with it', async () => {
  const file = csv('twins.csv', HEADINGS, 'Anna Berg,,a@one.example,,', 'Anna Berg,,a@one.example,,', 'Bob Lee,,b@one.example,,')
  const plan = await planOf(file)
  const counts = async (edits: CellEdit[]) =>
    (await ask('imports.preview', { files: [file], plan: { ...plan, edits } })).tables[0]?.counts
  expect(await counts([])).toMatchObject({ new: 2, unchanged: 1 })
  alone.length = 0

  expect(await counts([{ table: 0, row: 4, column: 0, value: 'Bob Leigh' }])).toMatchObject({ new: 2, unchanged: 1 })
  const both = [
    { table: 0, row: 4, column: 0, value: 'Bob Leigh' },
    { table: 0, row: 2, column: 2, value: '' },
  ]
  expect(await counts([...both, { table: 0, row: 2, column: 0, value: 'Carla' }])).toMatchObject({ new: 3 })
  expect(alone).toEqual([true, false])
})
