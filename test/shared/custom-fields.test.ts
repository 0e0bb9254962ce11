import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareValues, hasCircle, hiddenFields, meets, requiredFields } from '#shared/custom-fields/conditions.ts'
import { fieldConfig, type FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import type { FieldRule, FieldRuleConfig } from '#shared/custom-fields/field-rule.ts'
import { type CustomFieldType, customFieldType } from '#shared/custom-fields/field-type.ts'
import { fieldIssues, fieldSchema } from '#shared/custom-fields/field-value.ts'
import { arrangedLayout, laidOutColumns } from '#shared/custom-fields/layout.ts'
import { valueIssue } from '#shared/custom-fields/value-rules.ts'

const id = '0195d0a0-0000-7000-8000-00000000beef'
const definition = (type: CustomFieldType, config: object = {}, isRequired = false): FieldDefinition => ({
  ...{ id, entity: 'company', name: type, type, key: 's0123456789ab', position: 'a0', isRequired },
  config: fieldConfig.parse(config),
  choices: [{ id, name: 'Gold', colour: null, position: 'a0' }],
  formerChoices: [],
})
const rule = (config: FieldRuleConfig): FieldRule => ({ id, entity: 'company', name: 'Rule', position: 'a0', config })
const when = (field: string) => ({ join: 'and' as const, items: [{ field, operator: 'filled' as const, values: [] }] })

test('what a field takes it takes again unchanged', () => {
  for (const type of customFieldType.options) {
    const field = definition(type)
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = fieldSchema(field).safeParse(value)
        expect(read.success ? fieldSchema(field).parse(read.data) : null).toEqual(read.success ? read.data : null)
        expect(fieldIssues(field, value).length).toBe(read.success ? 0 : 1)
      }),
      { numRuns: 50 },
    )
    expect(fieldIssues(field, null), type).toEqual([])
  }
})

test('a number has no more digits behind the decimal mark than the field allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
      const value = Number((units / 10 ** decimals).toFixed(decimals))
      expect(fieldIssues(definition('number', { decimals }), value)).toEqual([])
    }),
  )
  expect(fieldIssues(definition('number', { decimals: 1 }), 0.25)).toMatchObject([{ params: { kind: 'decimals' } }])
  expect(fieldIssues(definition('number', { decimals: 0 }), 0.5)).toMatchObject([{ params: { kind: 'not_whole' } }])
})

test('a field with rules that show it is hidden until one of them holds, and never needed while it is', () => {
  const field = definition('text', {}, true)
  const rules = [
    rule({ kind: 'show', field: field.key, when: when('city') }),
    rule({ kind: 'show', field: field.key, when: when('phone') }),
    rule({ kind: 'require', field: 'email', when: when('phone') }),
  ]
  expect([...hiddenFields(rules, {})]).toEqual([field.key])
  expect([...requiredFields([field], rules, {})]).toEqual([])
  expect([...requiredFields([field], rules, { phone: '1' })].toSorted()).toEqual(['email', field.key])
})

test('conditions ignore case and width, and take nobody’s answer for no', () => {
  const is = (value: string | boolean) => ({
    join: 'and' as const,
    items: [{ field: 'x', operator: 'anyOf' as const, values: [value] }],
  })
  expect(meets(is('ＢＯＮＮ'), { x: 'Bonn ' })).toBe(true)
  expect(meets(is(false), {})).toBe(true)
  expect(meets(is(true), {})).toBe(false)
  expect(meets(is('b'), { x: ['a', 'b'] })).toBe(true)
})

test('a circle is found however long it is, and only where there is one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.boolean(), (length, isClosed) => {
      const chain = Array.from({ length }, (_, index): FieldRuleConfig => {
        const next = index === length - 1 && isClosed ? 0 : index + 1
        return { kind: 'show', field: `f${index}`, when: when(`f${next}`) }
      })
      expect(hasCircle(chain)).toBe(isClosed)
    }),
  )
})

test('comparing is the same whichever way round', () => {
  const values = fc.oneof(fc.integer(), fc.string())
  fc.assert(
    fc.property(values, values, (one, other) => {
      const there = compareValues(one, other)
      const back = compareValues(other, one)
      expect(back === null ? null : Math.sign(back) + 0).toBe(there === null ? null : 0 - Math.sign(there))
    }),
  )
})

test('length is counted in characters as people count them', () => {
  const max3 = { kind: 'length', field: 'x', min: null, max: 3, message: null } as const
  expect(valueIssue(max3, { x: '𠮷野家' })).toBe(null)
  expect(valueIssue(max3, { x: '𠮷野家店' })).toMatchObject({ code: 'too_long' })
})

test('every field that can be laid out stands in exactly one place, whatever was stored', () => {
  const own = { ...definition('text'), key: 's00000000000f' }
  const fields = fc.array(fc.constantFrom(...laidOutColumns('company'), own.key, 'gone', 's0000000000aa'), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 4 }), fields, (sections, hidden) => {
      const once = new Set<string>()
      const first = (names: readonly string[]) => names.filter((name) => !once.has(name) && once.add(name))
      const stored = {
        hidden: first(hidden),
        sections: sections.map((names, index) => ({ id: `s${index}`, title: null, columns: 1 as const, fields: first(names) })),
      }
      const { sections: arranged, hidden: kept } = arrangedLayout('company', stored, [own])
      const placed = [...kept, ...arranged.flatMap((section) => section.fields)]
      expect(placed.toSorted()).toEqual([...laidOutColumns('company'), own.key].toSorted())
    }),
  )
  expect(arrangedLayout('company', null, [own]).sections.map((section) => section.id)).toEqual(['main', 'own'])
})
