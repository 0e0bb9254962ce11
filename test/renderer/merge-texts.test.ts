// Two versions of a text are put together so that nothing either of them says is lost.
import { expect, test } from 'vitest'
import { bothTexts, textParts } from '#renderer/features/conflicts/merge-texts.ts'

const BASE = 'Met in March.\nPrices twice a year.\nParking behind.'

test('both paragraphs that were added at the end are kept, what shows now first', () => {
  expect(bothTexts(`${BASE}\nBen: catalogue.`, BASE, `${BASE}\nAnna: call.`)).toBe(`${BASE}\nBen: catalogue.\nAnna: call.`)
})

test('changes of different lines, and of different words of one line, are both there', () => {
  expect(bothTexts(BASE.replace('March', 'May'), BASE, BASE.replace('behind', 'in front'))).toBe(
    'Met in May.\nPrices twice a year.\nParking in front.',
  )
  expect(bothTexts('Met in May. Called.', 'Met in March. Called.', 'Met in March. Wrote.')).toBe('Met in May. Wrote.')
})

test('where both changed the same words, both versions stand one below the other', () => {
  expect(bothTexts('Met in May.', 'Met in March.', 'Met in June.')).toBe('Met in May.\nMet in June.')
  expect(bothTexts('他们要五月的价格。', '他们要三月的价格。', '他们要六月的价格。')).toBe(
    '他们要五月的价格。\n他们要六月的价格。',
  )
})

test('texts that both wrote where there was none are both kept, and the same text once', () => {
  expect(bothTexts('One', '', 'Other')).toBe('One\nOther')
  expect(bothTexts('Same', '', 'Same')).toBe('Same')
  expect(bothTexts('', BASE, BASE)).toBe('')
})

test('a difference tells words, and put together without what was taken away it is the text', () => {
  const after = BASE.replace('twice', 'three times')
  const parts = textParts(BASE, after)
  expect(parts).toContainEqual({ kind: 'removed', text: 'twice' })
  const joined = (left: string) => parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
  expect([joined('added'), joined('removed')]).toEqual([BASE, after])
})
