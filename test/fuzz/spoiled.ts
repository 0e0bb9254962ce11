// Messages turned over with an eye to what they are: JSON with wrong, missing, doubled and endless parts, and bytes that are no JSON at all.
import { changed } from './batches.ts'
import { mutated } from './frames.ts'

export type UpTo = (most: number) => number

export interface Said {
  readonly type: number
  readonly payload: Buffer
}

const PLACE = 'this is put in place of a value'
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', '', 'x'] as const

/** What can stand in place of a value, in Latin-1: one letter is one byte, so that some are not UTF-8. */
const shortTexts: readonly string[] = [
  ...['1e999', '-1e999', '1e308', '-1e308', '-0', '1.5', '-1', '0', '1e-400', 'NaN', 'Infinity', '0x10', 'undefined', '01'],
  ...['9007199254740991', '-9007199254740991', '9007199254740993', '8640000000000001', '4294967296', '1000000', '9'.repeat(400)],
  ...['null', 'true', '""', '[]', '{}', '[[]]', '"__proto__"', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\u202e"'],
  ...['\xff', '"\xff\xfe"', '"\xc0\x80"', '"\xed\xa0\x80"', '"\xf4\x90\x80\x80"', '"\x01"', '"\\x"', "'x'", ',', '//', '"'],
  ...['{"__proto__":{"isReached":true,"open":[],"kind":"tables"}}', '{"constructor":{"prototype":{"said":1}}}', '{"length":5}'],
]

/** As long as there is room. */
const longTexts: readonly ((room: number) => string)[] = [
  (room) => '['.repeat(room / 2) + ']'.repeat(room / 2),
  (room) => '['.repeat(room),
  (room) => `${'{"a":'.repeat(room / 6)}1${'}'.repeat(room / 6)}`,
  (room) => `"${'x'.repeat(room - 2)}"`,
  (room) => `"${'\\u0000'.repeat((room - 2) / 6)}"`,
  (room) => '9'.repeat(room),
  (room) => `[${'0,'.repeat((room - 3) / 2)}0]`,
  (room) => `[${'{},'.repeat((room - 4) / 3)}{}]`,
  (room) => `{${Array.from({ length: (room - 12) / 16 }, (_, at) => `"k${at}":0`).join()}}`,
]

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

const withText = (value: unknown, text: string, upTo: UpTo): Buffer => {
  const whole = JSON.stringify(changed(value, upTo, () => PLACE)) ?? ''
  const quoted = `"${PLACE}"`
  const at = whole.indexOf(quoted)
  // Left out or doubled instead.
  if (at < 0) return Buffer.from(whole)
  return Buffer.concat([Buffer.from(whole.slice(0, at)), latin(text), Buffer.from(whole.slice(at + quoted.length))])
}

const withKey = (text: string, upTo: UpTo): Buffer => {
  const places = [...text.matchAll(/[{}]/gu)].map(({ index }) => index)
  const place = places[upTo(Math.max(0, places.length - 1))] ?? 0
  const known = [...text.matchAll(/"(\w+)":/gu)].map(([, key = '']) => key)
  const keys = [...KEYS, ...known]
  const entry = `${JSON.stringify(keys[upTo(keys.length - 1)])}:${shortTexts[upTo(shortTexts.length - 1)]}`
  const at = text[place] === '{' ? place + 1 : place
  const put = text[place] === '{' ? `${entry}${text[at] === '}' ? '' : ','}` : `,${entry}`
  return Buffer.concat([Buffer.from(text.slice(0, at)), latin(put), Buffer.from(text.slice(at))])
}

const arraysIn = (value: unknown): unknown[][] => {
  if (typeof value !== 'object' || value === null) return []
  return [...(Array.isArray(value) ? [value] : []), ...Object.values(value).flatMap(arraysIn)]
}

/** One of its arrays goes on with its own items for as long as there is room. */
const bloated = (value: unknown, room: number, upTo: UpTo): Buffer => {
  const arrays = arraysIn(value)
  const one = arrays[upTo(Math.max(0, arrays.length - 1))]
  const item = JSON.stringify(one?.[0] ?? 0)
  const times = upTo(1) === 0 ? 1 + upTo(300) : Math.max(1, Math.floor(room / (item.length + 1)))
  const many = `[${Array.from({ length: Math.min(times, Math.floor(room / (item.length + 1))) }, () => item).join()}]`
  const whole = JSON.stringify(value, (_, each: unknown) => (each !== undefined && each === one ? PLACE : each))
  return Buffer.from(whole.replace(`"${PLACE}"`, () => many))
}

const jsonOf = (payload: Buffer): unknown => {
  try {
    return JSON.parse(payload.toString())
  } catch {
    // The contents of files and change sets are none.
    return undefined
  }
}

/** `most`: bytes that a message of this type may have. `types`: of other messages. The answer may be longer, and may be of another type. */
export const spoiled = ({ type, payload }: Said, most: number, types: readonly number[], upTo: UpTo): Said => {
  const noise = (bytes: number): Buffer => Buffer.from(Array.from({ length: bytes }, () => upTo(255)))
  const value = jsonOf(payload)
  const room = Math.max(16, most - payload.length)
  const oneOf = <Each>(all: readonly Each[]): Each | undefined => all[upTo(all.length - 1)]
  const ofBytes: readonly (() => Buffer)[] = [
    () => payload,
    () => (payload.length > 0 ? mutated(payload, upTo) : noise(1)),
    () => payload.subarray(0, upTo(payload.length)),
    () => noise(upTo(Math.min(300, most))),
    () => Buffer.concat([payload, noise(1 + upTo(3))]),
  ]
  const ofJson: readonly (() => Buffer)[] = [
    () => Buffer.from(JSON.stringify(changed(value, upTo)) ?? ''),
    () => Buffer.from(JSON.stringify(changed(changed(value, upTo), upTo)) ?? ''),
    () => withText(value, oneOf(shortTexts) ?? '', upTo),
    () => withText(value, oneOf(shortTexts) ?? '', upTo),
    () => withText(value, oneOf(longTexts)?.(upTo(3) === 0 ? room : Math.min(room, 4096)) ?? '', upTo),
    () => withKey(payload.toString(), upTo),
    () => bloated(value, room, upTo),
    () => Buffer.from(`${upTo(1) === 0 ? '\ufeff' : ''}${payload.toString()}`, upTo(1) === 0 ? 'utf8' : 'utf16le'),
    // Blanks are no fault, and one more than the limit is.
    () =>
      upTo(7) === 0
        ? Buffer.concat([payload, Buffer.alloc(Math.max(0, most - payload.length) + upTo(1), ' ')])
        : Buffer.from(' null'),
  ]
  const way = oneOf(value === undefined || upTo(3) === 0 ? ofBytes : ofJson)
  return { type: upTo(19) === 0 ? (upTo(3) === 0 ? upTo(255) : (oneOf(types) ?? type)) : type, payload: way?.() ?? payload }
}
