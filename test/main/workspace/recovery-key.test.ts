// The recovery key on paper: what is typed back must be forgiven its looks and never its mistakes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatRecoveryKey,
  parseRecoveryKey,
  RECOVERY_KEY_LENGTH,
  RECOVERY_SECRET_BYTES,
} from '#shared/workspace/recovery-key.ts'

const secrets = fc.uint8Array({ minLength: RECOVERY_SECRET_BYTES, maxLength: RECOVERY_SECRET_BYTES })
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const at = (text: string, index: number): string => text[index] ?? ''

describe('a recovery key', () => {
  test('reads as eight groups of five', () => {
    expect(formatRecoveryKey(new Uint8Array(RECOVERY_SECRET_BYTES).fill(0xa5))).toMatch(
      /^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/u,
    )
  })

  test('typed back gives the same 160 bits', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(parseRecoveryKey(formatRecoveryKey(secret))).toEqual({ ok: true, secret })
      }),
    )
  })

  test('may be typed in small letters, with O for 0, I or l for 1, full width, spaces and any dash', () => {
    const disguises: ((key: string) => string)[] = [
      (key) => key.toLowerCase(),
      (key) => key.replaceAll('0', 'O').replaceAll('1', 'l'),
      (key) => key.replaceAll('0', 'o').replaceAll('1', 'I'),
      (key) => key.replaceAll('-', ' — '),
      (key) => `  ${key.replaceAll('-', '\n')}\t`,
      (key) => key.replaceAll('-', ''),
      (key) => key.replace(/[!-~]/gu, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)),
    ]
    fc.assert(
      fc.property(secrets, fc.constantFrom(...disguises), (secret, disguise) => {
        expect(parseRecoveryKey(disguise(formatRecoveryKey(secret)))).toEqual({ ok: true, secret })
      }),
    )
  })

  test('with one wrong character names the group it is in', () => {
    fc.assert(
      fc.property(secrets, fc.nat(RECOVERY_KEY_LENGTH - 1), fc.nat(30), (secret, position, shift) => {
        const symbols = formatRecoveryKey(secret).replaceAll('-', '')
        const wrong = at(SYMBOLS, (SYMBOLS.indexOf(at(symbols, position)) + 1 + shift) % 32)
        const typed = symbols.slice(0, position) + wrong + symbols.slice(position + 1)
        expect(parseRecoveryKey(typed)).toEqual({ ok: false, reason: 'mistyped', groups: [Math.floor(position / 5) + 1] })
      }),
    )
  })

  test('with two neighbours swapped is noticed', () => {
    fc.assert(
      fc.property(secrets, fc.nat(7), fc.nat(3), (secret, group, offset) => {
        const symbols = formatRecoveryKey(secret).replaceAll('-', '')
        const first = group * 5 + offset
        fc.pre(at(symbols, first) !== at(symbols, first + 1))
        const typed = symbols.slice(0, first) + at(symbols, first + 1) + at(symbols, first) + symbols.slice(first + 2)
        expect(parseRecoveryKey(typed)).toEqual({ ok: false, reason: 'mistyped', groups: [group + 1] })
      }),
    )
  })

  test('with two groups swapped names both', () => {
    const groups = formatRecoveryKey(Uint8Array.from({ length: RECOVERY_SECRET_BYTES }, (_, index) => index * 11)).split('-')
    const [first = '', second = '', ...rest] = groups
    expect(parseRecoveryKey([second, first, ...rest].join('-'))).toEqual({ ok: false, reason: 'mistyped', groups: [1, 2] })
  })

  test('that is too short says how much was typed', () => {
    expect(parseRecoveryKey('7K2MQ-00000')).toEqual({ ok: false, reason: 'length', found: 10 })
  })

  test('with a letter that no key has names its group', () => {
    const key = formatRecoveryKey(new Uint8Array(RECOVERY_SECRET_BYTES))
    expect(parseRecoveryKey(`U${key.slice(1)}`)).toMatchObject({ reason: 'mistyped', groups: [1] })
  })
})
