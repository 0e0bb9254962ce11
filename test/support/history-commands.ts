// What may happen in a history of several machines: single steps, and knots of steps that chance alone ties too rarely.
import fc from 'fast-check'

export const MACHINES = 4
const HOUR = 3_600_000
const DAY = 24 * HOUR

const machine = fc.nat(MACHINES - 1)
const row = fc.nat(1)

const edit = fc.record({
  kind: fc.constant('edit' as const),
  machine,
  row: fc.nat(3),
  writes: fc.array(fc.record({ field: fc.constantFrom('name', 'city', 'phone'), value: fc.nat(5) }), {
    minLength: 1,
    maxLength: 4,
  }),
})
const archive = fc.record({
  kind: fc.constant('archive' as const),
  machine,
  row: fc.nat(3),
  alsoEdits: fc.constantFrom('' as const, 'name' as const, 'description' as const),
})
const restore = fc.record({ kind: fc.constant('restore' as const), machine, row: fc.nat(3) })
/** `which`: of all ends that are open, or only of the deletions that work outlived. */
const decide = fc.record({
  kind: fc.constant('decide' as const),
  machine,
  among: fc.constantFrom('all' as const, 'kept' as const),
  which: fc.nat(5),
  isOther: fc.boolean(),
})
const undo = fc.record({ kind: fc.constant('undo' as const), machine })
const pull = fc.record({
  kind: fc.constant('pull' as const),
  machine,
  from: machine,
  atMost: fc.option(fc.nat(6), { nil: undefined }),
  isStale: fc.boolean(),
  isTwice: fc.boolean(),
  isSpoilt: fc.boolean(),
})
const clock = fc.record({
  kind: fc.constant('clock' as const),
  machine,
  ms: fc.constantFrom(-3650 * DAY, -HOUR, 0, 0, HOUR, 2 * HOUR, 40 * DAY, 3650 * DAY),
})
const insert = fc.record({ kind: fc.constant('insert' as const), machine, row: fc.nat(3) })
const put = fc.record({ kind: fc.constant('put' as const), machine, row, value: fc.nat(3) })
const move = fc.record({ kind: fc.constant('move' as const), machine, row, value: fc.nat(3) })
/** A deal of a company is made, moved there, or goes. `which`: two deals may be made apart, two are known to all. */
const child = fc.record({
  kind: fc.constant('child' as const),
  machine,
  which: fc.constantFrom('c0', 'c1', 'd0', 'd1'),
  row: fc.nat(3),
  does: fc.constantFrom('put' as const, 'put' as const, 'archive' as const),
})
/** One more line of the order that everybody knows; lines are never edited. */
const line = fc.record({ kind: fc.constant('line' as const), machine, amountE4: fc.integer({ min: -9999, max: 9999 }) })
/** `which`: of all lines so far. */
const remove = fc.record({ kind: fc.constant('remove' as const), machine, which: fc.nat(5) })
const number = fc.record({ kind: fc.constant('number' as const), machine, table: fc.constantFrom('tickets', 'orders') })
/** `drop`: the tag itself goes. */
const tag = fc.record({
  ...{ kind: fc.constant('tag' as const), machine, row, which: fc.nat(1) },
  does: fc.constantFrom('on' as const, 'on' as const, 'off' as const, 'off' as const, 'drop' as const),
})

const single = fc.oneof(
  { weight: 6, arbitrary: edit },
  { weight: 1, arbitrary: insert },
  { weight: 1, arbitrary: put },
  { weight: 2, arbitrary: move },
  { weight: 2, arbitrary: child },
  { weight: 2, arbitrary: archive },
  { weight: 1, arbitrary: restore },
  { weight: 2, arbitrary: decide },
  { weight: 2, arbitrary: undo },
  { weight: 5, arbitrary: pull },
  { weight: 1, arbitrary: clock },
  { weight: 2, arbitrary: line },
  { weight: 1, arbitrary: remove },
  { weight: 1, arbitrary: number },
  { weight: 3, arbitrary: tag },
)

export type Command =
  | (typeof single extends fc.Arbitrary<infer Value> ? Value : never)
  /** Everybody hears everything. */
  | { readonly kind: 'meet' }
  /** The machine's database is copied. */
  | { readonly kind: 'keep'; readonly machine: number }
  /** The copy takes the place of the machine's database. `isUnaware`: under the same origin. */
  | { readonly kind: 'goBack'; readonly machine: number; readonly isUnaware: boolean }

const meet: Command = { kind: 'meet' }

/** Two machines decide about the same end, and perhaps both take that back: the same row all along. */
const decidedTwice = fc
  .record({
    ...{ one: machine, other: machine, row, isKept: fc.boolean(), isOther: fc.tuple(fc.boolean(), fc.boolean()) },
    ...{ meetsBetween: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), undoes: fc.constantFrom('', '1', '2', '12', '21') },
  })
  .map(({ one, other, row: at, isKept, isOther, meetsBetween, undoes }): readonly Command[] => {
    const writes = [{ field: 'name' as const, value: 1 }]
    const meets = (index: 0 | 1 | 2): readonly Command[] => (meetsBetween[index] ? [meet] : [])
    const decides = (who: number, takesOther: boolean): Command => ({
      ...{ kind: 'decide', machine: who, among: isKept ? 'kept' : 'all', which: 0, isOther: takesOther },
    })
    return [
      isKept
        ? { kind: 'archive', machine: one, row: at, alsoEdits: '' }
        : { kind: 'edit', machine: one, row: at, writes: [{ field: 'name', value: 2 }] },
      { kind: 'edit', machine: other, row: at, writes },
      meet,
      decides(one, isOther[0]),
      ...meets(0),
      decides(other, isOther[1]),
      ...meets(1),
      ...[...undoes].flatMap((who): Command[] => [{ kind: 'undo', machine: who === '1' ? one : other }, ...meets(2)]),
    ]
  })

/** A company is deleted while another machine works on a deal of it, and perhaps decided about. */
const childApart = fc
  .record({
    ...{ one: machine, other: machine, row, which: fc.constantFrom('c0', 'd0'), isMove: fc.boolean(), wasThere: fc.boolean() },
    ...{ decides: fc.option(fc.record({ machine, isOther: fc.boolean(), isTakenBack: fc.boolean() }), { nil: undefined }) },
  })
  .map(({ one, other, row: at, which, isMove, wasThere, decides }): readonly Command[] => {
    const puts: Command = { kind: 'child', machine: other, which, row: at, does: 'put' }
    return [
      ...(wasThere ? [puts, meet] : []),
      { kind: 'archive', machine: one, row: at, alsoEdits: '' },
      wasThere && isMove ? { kind: 'move', machine: other, row: 0, value: 3 } : puts,
      ...(decides
        ? [
            meet,
            { kind: 'decide' as const, machine: decides.machine, among: 'kept' as const, which: 0, isOther: decides.isOther },
            ...(decides.isTakenBack ? [{ kind: 'undo' as const, machine: decides.machine }] : []),
          ]
        : []),
    ]
  })

/** Two machines put the same tag on and off, mostly without knowing of each other. */
const tagApart = fc
  .record({
    ...{ row, which: fc.nat(1), isMet: fc.boolean() },
    steps: fc.array(
      fc.record({
        ...{ machine: fc.nat(1), does: fc.constantFrom('on' as const, 'off' as const, 'undo' as const) },
        meets: fc.constantFrom(false, false, true),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ row: at, which, isMet, steps }): readonly Command[] => [
    { kind: 'tag', machine: 0, row: at, which, does: 'on' },
    ...(isMet ? [meet] : []),
    ...steps.flatMap(({ machine: who, does, meets }): Command[] => [
      does === 'undo' ? { kind: 'undo', machine: who } : { kind: 'tag', machine: who, row: at, which, does },
      ...(meets ? [meet] : []),
    ]),
  ])

/** A machine is copied, works on, is put back to the copy and works again; both times it is perhaps heard. */
const putBack = fc
  .record({
    ...{
      who: machine,
      isUnaware: fc.boolean(),
      isNumbering: fc.boolean(),
      hearers: fc.tuple(fc.option(machine), fc.option(machine)),
    },
    ...{ own: fc.array(single, { minLength: 1, maxLength: 4 }), others: fc.array(single, { maxLength: 4 }) },
    after: fc.array(single, { maxLength: 3 }),
  })
  .map(({ who, isUnaware, isNumbering, hearers, own, others, after }): readonly Command[] => {
    const hears = (by: number | null): readonly Command[] =>
      by === null
        ? []
        : [{ kind: 'pull', machine: by, from: who, isStale: false, isTwice: false, isSpoilt: false, atMost: undefined }]
    const works = (steps: readonly Command[]): readonly Command[] => [
      ...steps.map((one) => ({ ...one, machine: who })),
      ...(isNumbering ? [{ kind: 'number' as const, machine: who, table: 'tickets' as const }] : []),
    ]
    return [
      ...[{ kind: 'keep' as const, machine: who }, ...works(own), ...hears(hearers[0]), ...others],
      ...[{ kind: 'goBack' as const, machine: who, isUnaware }, ...works(after), ...hears(hearers[1])],
    ]
  })

const step: fc.Arbitrary<readonly Command[]> = fc.oneof(
  { weight: 90, arbitrary: single.map((one) => [one]) },
  { weight: 3, arbitrary: decidedTwice },
  { weight: 3, arbitrary: childApart },
  { weight: 2, arbitrary: tagApart },
  { weight: 1, arbitrary: putBack },
)

export const history: fc.Arbitrary<readonly Command[]> = fc
  .array(step, { minLength: 10, maxLength: 50 })
  .map((steps) => steps.flat())
