// Inputs that nobody sane would send: values near what a procedure wants, and values of every other kind.
import fc from 'fast-check'

/** As much of JSON Schema as the contract's schemas use. */
interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly maxItems?: number
}

export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202eabc',
  '👨‍👩‍👧',
  '𠮷㛃',
  "'; DROP TABLE companies; --",
  '" OR 1=1 --',
  '<script>globalThis.hacked = 1</script>',
  '<img src=x onerror="globalThis.hacked=1">',
  '__proto__',
  'constructor',
  '=1+1',
  '../../../etc/passwd',
  'file:///etc/passwd',
  '%s%n%x',
  '{"a":1}',
  'NaN',
  '\r\n\t\v\u001b[2J',
  'a'.repeat(50_000),
  '中'.repeat(5000),
] as const

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, 1e308, Number.NaN, Infinity, 2 ** 53, [], {}, [[]], ...HOSTILE_TEXTS),
  fc.anything({ maxDepth: 2, withBigInt: false, withDate: true }).filter((value) => isCloneable(value)),
)

const isCloneable = (value: unknown): boolean => {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}

/** Inputs of a procedure: right in shape as often as not, wrong in some value most of the time. `ids` exist in the database. */
export const hostileInput = (schema: unknown, ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 5, arbitrary: near(schema as Schema, ids) }, { weight: 1, arbitrary: anything })

const near = (schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  const fitting = fits(schema, ids)
  return fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: anything })
}

const fits = (schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> => {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => near(choice, ids)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object': {
      const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, near(one, ids)]))
      const names = Object.keys(properties)
      return fc.record(properties, { requiredKeys: names.slice(0, Math.ceil(names.length / 2)) })
    }
    case 'array':
      return fc.array(near(schema.items ?? {}, ids), { maxLength: 4 })
    case 'string':
      if (schema.format === 'uuid') return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, fc.uuid())
      if (schema.format === 'date') return fc.constantFrom('2026-02-28', '2026-02-30', '0000-00-00', '9999-12-31')
      if (schema.format === 'date-time') return fc.constantFrom('2026-02-28T10:00:00.000Z', '2026-02-30T99:00:00Z')
      return fc.oneof(
        fc.constantFrom(...HOSTILE_TEXTS),
        fc.string({ maxLength: 40, unit: 'binary' }),
        fc.constantFrom('EUR', 'Acme', '8013'),
      )
    case 'integer':
      return fc.oneof(fc.integer({ min: -2, max: 1001 }), fc.constantFrom(2 ** 53, -(2 ** 53), 1.5))
    case 'number':
      return fc.double()
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return anything
  }
}
