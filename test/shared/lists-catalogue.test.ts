// Everything that a list says by a key that arrives as data: fields, choices, operators, periods, issues of cells.
import { expect, test } from 'vitest'
import { fieldType, operator, operatorsOf } from '#shared/lists/field-type.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import { period } from '#shared/lists/relative-days.ts'
import { isMessageKey } from '#shared/messages.ts'

const unsaid = (keys: readonly string[]): string[] => keys.filter((key) => !isMessageKey(key))

test('every built-in field and its fixed choices have words', () => {
  const fields = Object.values(listFields).flat()
  const choices = fields.flatMap(({ choices }) => (choices?.kind === 'words' ? Object.values(choices.keys) : []))
  expect(unsaid([...fields.map(({ labelKey }) => labelKey ?? ''), ...choices])).toEqual([])
})

test('every operator is said in menus and in sentences, every period by its name', () => {
  const operators = operator.options.flatMap((one) => [`lists.operator.${one}`, `lists.words.${one}`])
  expect(unsaid([...operators, ...period.options.map((one) => `lists.period.${one}`)])).toEqual([])
})

test('every type of field can be asked whether it is empty, and no operator is offered twice', () => {
  for (const type of fieldType.options) {
    const offered = operatorsOf[type]
    expect(new Set(offered).size).toBe(offered.length)
    expect(type === 'boolean' || offered.includes('empty')).toBe(true)
  }
})

test('no entity has a field twice', () => {
  for (const fields of Object.values(listFields)) {
    const ids = fields.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  }
})

test('every reason why a cell is not understood has words', () => {
  const reasons = [
    'number',
    'amount',
    'currency',
    'day',
    'boolean',
    'choice',
    'user',
    'reference',
    'tag',
    'read_only',
    'required',
    'beyond',
  ]
  expect(unsaid(reasons.map((reason) => `validation.cell_${reason}`))).toEqual([])
})
