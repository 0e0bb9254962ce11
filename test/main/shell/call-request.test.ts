import { expect, test } from 'vitest'
import { findProcedure, INPUT_LIMIT, readCallRequest, sizeOf } from '#main/shell/call-request.ts'

const call = (path: string, input: unknown = {}) => ({ callId: 'a1', path, input })

test('a call of a known procedure is let in', () => {
  expect(readCallRequest(call('companies.list', { limit: 5 }))).toEqual({
    callId: 'a1',
    path: 'companies.list',
    input: { limit: 5 },
  })
  expect(readCallRequest(call('shell.about')).path).toBe('shell.about')
})

test.each([
  'deals.constructor',
  '__proto__.x',
  'constructor.name',
  'deals',
  'companies.list.x',
  'deals.',
  '.list',
  'toString.call',
])('there is no procedure %s', (path) => {
  expect(findProcedure(path)).toBeNull()
  expect(() => readCallRequest(call(path))).toThrow('not_found')
})

test.each([
  undefined,
  null,
  'companies.list',
  {},
  { callId: '', path: 'companies.list', input: {} },
  { ...call('companies.list'), more: 1 },
])('a message of another form is refused: %j', (message) => {
  expect(() => readCallRequest(message)).toThrow('invalid_input')
})

test('too much at once is refused', () => {
  expect(() => readCallRequest(call('companies.list', { text: 'x'.repeat(INPUT_LIMIT) }))).toThrow('shell.call.too_large')
  expect(() =>
    readCallRequest(
      call(
        'companies.list',
        Array.from({ length: INPUT_LIMIT }, () => 0),
      ),
    ),
  ).toThrow('shell.call.too_large')
})

test.each([
  ['a date', new Date()],
  ['a map', new Map()],
  ['bytes', new Uint8Array(2)],
  ['a big integer', 5n],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a pattern', /x/u],
])('only plain data is let in, and not %s', (_kind, value) => {
  expect(() => sizeOf({ value }, INPUT_LIMIT)).toThrow('invalid_input')
})

test('data that contains itself is refused instead of counted for ever', () => {
  const knot: unknown[] = []
  knot.push(knot)
  expect(() => readCallRequest(call('companies.list', knot))).toThrow('shell.call.too_large')
})
