// The shape that a body from elsewhere has to have. Most are of the same few parts: those are looked over by hand, which takes a tenth of the time.
import { z } from 'zod'

const ORIGIN = /^[0-9a-f]{32}$/u
const ORIGINS = 10_000
const GROUPS = 100_000
/** The most cells of one row that a change set may write, with those of custom fields. */
export const CELLS = 2000
const ROWS = 100_000
/** The id, and of each cell the new value, the old one and its version. */
const VALUES = 1 + 3 * CELLS
const PLACES = 100_000
export const ID_LENGTH = 100

/** What decides. */
export const bodyShape = z.object({
  o: z.array(z.string().regex(ORIGIN)).max(ORIGINS),
  g: z
    .array(
      z.object({
        t: z.int(),
        op: z.enum(['i', 'u']),
        c: z.array(z.int()).max(CELLS),
        r: z.array(z.array(z.unknown()).min(1).max(VALUES)).max(ROWS),
      }),
    )
    .max(GROUPS),
  v: z.array(z.int().min(0)).max(ORIGINS).optional(),
  k: z
    .array(z.tuple([z.int(), z.string().max(ID_LENGTH), z.int(), z.int().min(0)]))
    .max(PLACES)
    .optional(),
  p: z
    .array(z.tuple([z.int(), z.string().min(1).max(ID_LENGTH)]))
    .max(PLACES)
    .optional(),
})

type ShapedBody = z.infer<typeof bodyShape>

/** What JSON says, as a body. Throws a ZodError. */
export const shapedBody = (value: unknown): ShapedBody => (isSurelyBody(value) ? value : bodyShape.parse(value))

/** True: the schema would answer the same. False says nothing, as of a body that decides about values. */
const isSurelyBody = (value: unknown): value is ShapedBody =>
  hasOnly(value, 'o', 'g', 'v', 'p') &&
  isListOf(value['o'], ORIGINS, isOrigin) &&
  isListOf(value['g'], GROUPS, isGroup) &&
  (!('v' in value) || isListOf(value['v'], ORIGINS, isVersion)) &&
  (!('p' in value) || isListOf(value['p'], PLACES, isPlace))

/** An object with no other keys; the schema leaves them out. */
const hasOnly = (value: unknown, ...keys: readonly string[]): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const key in value) if (!keys.includes(key)) return false
  return true
}

const isListOf = (value: unknown, most: number, isItem: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && value.every(isItem)

const isOrigin = (value: unknown): boolean => typeof value === 'string' && ORIGIN.test(value)

const isVersion = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

const isPlace = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isSafeInteger(value[0]) &&
  typeof value[1] === 'string' &&
  value[1].length >= 1 &&
  value[1].length <= ID_LENGTH

const isRow = (value: unknown): boolean => Array.isArray(value) && value.length >= 1 && value.length <= VALUES

const isGroup = (value: unknown): boolean =>
  hasOnly(value, 't', 'op', 'c', 'r') &&
  Number.isSafeInteger(value['t']) &&
  (value['op'] === 'i' || value['op'] === 'u') &&
  isListOf(value['c'], CELLS, Number.isSafeInteger) &&
  isListOf(value['r'], ROWS, isRow)
