// The recovery key as people write and type it: 160 bits in eight groups of four Crockford symbols, each followed by its own check symbol.
// A check symbol finds every wrong symbol and every two swapped ones, and says in which group. Pure; no cryptography here.

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 8
const DATA = 4
const GROUP = DATA + 1

export const RECOVERY_SECRET_BYTES = 20
export const RECOVERY_KEY_LENGTH = GROUPS * GROUP

export type ParsedRecoveryKey =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly reason: 'length'; readonly found: number }
  /** `groups` counts from 1. */
  | { readonly ok: false; readonly reason: 'mistyped'; readonly groups: readonly number[] }

/** `secret` is 20 bytes; the answer reads `7K2MQ-…`, eight groups joined by dashes. */
export const formatRecoveryKey = (secret: Uint8Array): string => {
  if (secret.length !== RECOVERY_SECRET_BYTES) throw new RangeError(`A recovery secret has ${RECOVERY_SECRET_BYTES} bytes`)
  const values = toFives(secret)
  return Array.from({ length: GROUPS }, (_, group) => {
    const data = values.slice(group * DATA, group * DATA + DATA)
    return [...data, checkOf(group, data)].map((value) => SYMBOLS[value]).join('')
  }).join('-')
}

/** Forgives case, O for 0, I and L for 1, full-width characters, spaces and dashes of any kind. */
export const parseRecoveryKey = (typed: string): ParsedRecoveryKey => {
  const symbols = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}_·.,\u2212]+/gu, ''),
  ].map(forgive)
  if (symbols.length !== RECOVERY_KEY_LENGTH) return { ok: false, reason: 'length', found: symbols.length }

  const values = symbols.map((symbol) => SYMBOLS.indexOf(symbol))
  const groups = Array.from({ length: GROUPS }, (_, group) => values.slice(group * GROUP, group * GROUP + GROUP))
  const mistyped = groups.flatMap((group, index) =>
    group.includes(-1) || checkOf(index, group.slice(0, DATA)) !== group[DATA] ? [index + 1] : [],
  )
  if (mistyped.length > 0) return { ok: false, reason: 'mistyped', groups: mistyped }
  return { ok: true, secret: fromFives(groups.flatMap((group) => group.slice(0, DATA))) }
}

const forgive = (symbol: string): string => (symbol === 'O' ? '0' : symbol === 'I' || symbol === 'L' ? '1' : symbol)

/** A weighted sum in GF(32): symbol i counts 2^(i+1), the group's own number is added so that two groups cannot change places. */
const checkOf = (group: number, data: readonly number[]): number =>
  data.reduceRight((sum, value) => timesTwo(sum ^ value), 0) ^ (group + 1)

/** Multiplication by x modulo x⁵ + x² + 1, which is primitive over GF(2). */
const timesTwo = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0)

const toFives = (bytes: Uint8Array): number[] => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: bits.length / 5 }, (_, index) => Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2))
}

const fromFives = (values: readonly number[]): Uint8Array => {
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: bits.length / 8 }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2))
}
