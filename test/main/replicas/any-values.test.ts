// Whatever a row holds once changes of several machines came together in it: it is taken, or a machine would take nothing more from the others.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellColumn, layouts, type StoredValue } from '#main/db/registry/layout.ts'
import { references } from '#main/db/registry/references.ts'
import { newMachine, pull } from '../../support/replicas.ts'

const texts = fc.oneof(
  fc.constantFrom('', ' ', '0', '-1', '{', '[]', 'null', '2026-02-30', '2026-02-28T25:00:00Z', '9999-12-31', 'a'.repeat(3000)),
  fc.constantFrom(
    ...'EUR JPY ??? critical valueOf __proto__ won FREQ=DAILY FREQ=YEARLY;COUNT=99999999 T-A-1 %_ 李 𠮷 🙂'.split(' '),
  ),
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
)
const ids = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme-ascii' })
const integers = fc.oneof(
  fc.constantFrom(0, 1, -1, 10_000, 10_001, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e12, 253_402_300_800_000),
  fc.maxSafeInteger(),
)

/** Within a form's limits or not: each may come from a later version, or stand together with what another machine wrote. */
const valueOf = (table: string, { name, type, nullable }: CellColumn): fc.Arbitrary<StoredValue> => {
  const isReference = references.some((one) => one.table === table && one.column === name)
  const ofType = { text: isReference ? ids : texts, boolean: fc.constantFrom(0, 1), integer: integers, real: fc.double() }[type]
  return nullable ? fc.option<StoredValue>(ofType, { freq: 4 }) : ofType
}

test.each([...layouts.values()].map((layout) => [layout.name, layout] as const))(
  'whatever the columns of %s hold is taken',
  async (table, { cells, appendOnly, columns: names, derivedColumns }) => {
    const columns = cells.flatMap((cell) => cell.columns).filter(({ name }) => name !== 'createdAt')
    const later = cells.filter(({ id }) => !appendOnly.has(id)).flatMap((cell) => cell.columns)
    const valuesOf = (some: readonly CellColumn[]) =>
      fc.record(Object.fromEntries(some.map((column) => [column.name, valueOf(table, column)])))
    const [anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
    const shown = ['id', ...names, ...derivedColumns].map((name) => `"${name}"`).join()
    const rows = () => [anna, ben].map(({ prepare }) => prepare(`SELECT ${shown} FROM "${table}" ORDER BY id`).all())
    const meta = { actor: null, procedure: 'test' }
    let count = 0
    fc.assert(
      fc.property(valuesOf(columns), valuesOf(later), (first, second) => {
        const id = `row-${++count}`
        anna.writer.write(meta, (tx) => tx.insert(table, { ...first, id }))
        pull(ben, anna)
        ben.writer.write(meta, (tx) => tx.update(table, id, second))
        pull(anna, ben)
      }),
      { numRuns: 50 },
    )
    const [annas, bens] = rows()
    expect(annas).toHaveLength(count)
    expect(bens).toEqual(annas)
    for (const { writer } of [anna, ben]) writer.close()
  },
)
