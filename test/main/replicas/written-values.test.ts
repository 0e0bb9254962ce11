// What one machine writes, every other takes: else a single value would cut it off from the office, with all that it writes afterwards.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoredValues } from '#main/db/registry/layout.ts'
import { type Machine, newMachine, pull } from '../../support/replicas.ts'

let anna: Machine
let ben: Machine
beforeEach(async () => {
  ;[anna, ben] = await Promise.all([newMachine(0), newMachine(1)])
})
afterEach(() => {
  for (const { writer } of [anna, ben]) writer.close()
})

const write = (work: Parameters<typeof anna.writer.write>[1]): void => {
  anna.writer.write({ actor: null, procedure: 'test' }, work)
}
const rowsOf = ({ prepare }: Machine): unknown => prepare('SELECT id, name, city, description, custom FROM companies').all()
/** Texts as custom fields have them, by their keys. */
const ownTexts = (count: number): StoredValues =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${at.toString(16).padStart(12, '0')}`, `text ${at}`]))

test('half a character and NUL, from a file that nobody checked, become a sign that every machine takes', () => {
  write((tx) => tx.insert('companies', { id: 'c', name: 'Harbour \uD83D', description: 'one\0two' }))
  write((tx) => tx.update('companies', 'c', { city: '\uDE00 Bonn' }))
  pull(ben, anna)

  expect(rowsOf(anna)).toMatchObject([{ name: 'Harbour \uFFFD', description: 'one\uFFFDtwo', city: '\uFFFD Bonn' }])
  expect(rowsOf(ben)).toEqual(rowsOf(anna))
})

test('a record with all the own fields that there may be goes over', () => {
  write((tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools', ...ownTexts(500) }))
  write((tx) => tx.update('companies', 'c', Object.fromEntries(Object.keys(ownTexts(500)).map((key) => [key, 'again']))))
  pull(ben, anna)

  expect(rowsOf(ben)).toEqual(rowsOf(anna))
  expect(rowsOf(ben)).toMatchObject([{ custom: expect.stringContaining('again') as string }])
})

test.each<[string, StoredValues, string]>([
  ['a number that is not exact', { employees: 2 ** 60 }, 'employees of companies cannot hold'],
  ['more fields than a change set may have', ownTexts(2000), 'a change set at most 2000'],
])('%s is refused here, and nothing of it is kept', (_name, values, reason) => {
  write((tx) => tx.insert('companies', { id: 'c', name: 'Harbour Tools' }))
  expect(() => write((tx) => tx.insert('companies', { id: 'd', name: 'Too much', ...values }))).toThrow(reason)
  expect(() => write((tx) => tx.update('companies', 'c', { name: 'Changed', ...values }))).toThrow(reason)
  write((tx) => tx.update('companies', 'c', { city: 'Bonn' }))
  pull(ben, anna)

  expect(rowsOf(anna)).toMatchObject([{ id: 'c', name: 'Harbour Tools', city: 'Bonn' }])
  expect(rowsOf(ben)).toEqual(rowsOf(anna))
})
