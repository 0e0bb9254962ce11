// Two judges of one shape: the quick one may pass a body on, but never say otherwise than the schema.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyShape, shapedBody } from '#main/db/log/body-shape.ts'

type Judge = (value: unknown) => unknown

const saidBy = (judge: Judge, value: unknown): unknown => {
  try {
    return judge(value)
  } catch {
    return 'refused'
  }
}

const agree = (value: unknown): void => {
  expect(saidBy(shapedBody, value)).toEqual(saidBy((one) => bodyShape.parse(one), value))
}

const ORIGIN = '0123456789abcdef'.repeat(2)
const BODY = { o: [ORIGIN], g: [{ t: 10, op: 'u', c: [24], r: [['c', 'new', 'old', 5]] }] }

const origin = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
  .map((letters) => letters.join(''))
const whole = fc.maxSafeInteger()
const version = fc.maxSafeNat()
const id = fc.string({ minLength: 1, maxLength: 100 })
const body = fc.record(
  {
    o: fc.array(origin, { maxLength: 3 }),
    g: fc.array(
      fc.record({
        t: whole,
        op: fc.constantFrom('i', 'u'),
        c: fc.array(whole, { maxLength: 4 }),
        r: fc.array(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    v: fc.array(version, { maxLength: 3 }),
    k: fc.array(fc.tuple(whole, id, whole, version), { maxLength: 2 }),
    p: fc.array(fc.tuple(whole, id), { maxLength: 3 }),
  },
  { requiredKeys: ['o', 'g'] },
)

const oddities = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    -1,
    -0,
    0.5,
    2 ** 53,
    1e300,
    '',
    'x',
    [],
    [[]],
    {},
    'i',
    'U',
    ORIGIN.toUpperCase(),
    `${ORIGIN}\n`,
    'a'.repeat(101),
  ),
)

/** Something inside put in place of what was there, left out, doubled, or beside it. */
const bent = fc
  .tuple(body, fc.array(fc.nat(), { maxLength: 6 }), oddities, fc.constantFrom('replace', 'remove', 'add', 'double'))
  .map(([value, path, odd, how]): unknown => {
    const copy: unknown = structuredClone(value)
    let at = copy
    for (const [depth, step] of path.entries()) {
      if (typeof at !== 'object' || at === null) break
      const entries = Object.entries(at)
      const [key, child] = entries[step % Math.max(1, entries.length)] ?? ['', null]
      if (depth < path.length - 1 && typeof child === 'object' && child !== null) {
        at = child
        continue
      }
      if (how === 'replace') Reflect.set(at, key, odd)
      else if (how === 'double' && Array.isArray(at)) at.push(child)
      else if (how === 'add') Reflect.set(at, Array.isArray(at) ? at.length : 'extra', odd)
      else if (Array.isArray(at)) at.splice(Number(key), 1)
      else Reflect.deleteProperty(at, key)
      break
    }
    return JSON.parse(JSON.stringify(copy))
  })

test('whatever comes, the quick look and the schema say the same of it', () => {
  // What it is for: most bodies are not even copied.
  expect(shapedBody(BODY)).toBe(BODY)
  fc.assert(fc.property(body, agree), { numRuns: 1000 })
  fc.assert(fc.property(bent, agree), { numRuns: 4000 })
  fc.assert(fc.property(fc.jsonValue(), agree), { numRuns: 300 })
})

test('they draw the same limits, and both leave out what they do not know', () => {
  expect(shapedBody({ ...BODY, x: 1 })).toEqual(BODY)
  const group = BODY.g[0]
  const listOf = (length: number, item: unknown): unknown[] => Array.from({ length }, () => item)
  for (const more of [0, 1]) {
    agree({ ...BODY, o: listOf(10_000 + more, ORIGIN) })
    agree({ ...BODY, v: listOf(10_000 + more, 1) })
    agree({ ...BODY, g: listOf(100_000 + more, group) })
    agree({ ...BODY, p: listOf(100_000 + more, [10, 'c']) })
    agree({ ...BODY, p: [[10, 'c'.repeat(100 + more)]] })
    agree({ ...BODY, g: [{ ...group, c: listOf(2000 + more, 24) }] })
    agree({ ...BODY, g: [{ ...group, r: [listOf(6001 + more, 'c')] }] })
    agree({ ...BODY, g: [{ ...group, r: listOf(100_000 + more, ['c']) }] })
  }
  for (const key of ['__proto__', 'constructor', 'x']) {
    agree(JSON.parse(`{"${key}":{"o":1},"o":[],"g":[]}`))
    agree(JSON.parse(`{"o":[],"g":[{"${key}":[],"t":1,"op":"i","c":[],"r":[]}]}`))
  }
  for (const g of [[{ op: 'i', c: [], r: [] }], [{ t: 1, op: 'i', c: [], r: [[]] }], {}]) agree({ o: [], g })
})
