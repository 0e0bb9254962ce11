import { expect, test } from 'vitest'
import { createTranslate } from '#renderer/i18n/translate.ts'

test('a name that turns the direction of writing turns no other word of the sentence', () => {
  const said = createTranslate('en')('deals.card.task', { title: 'Call\u202e back', day: '2 Jan' })
  expect(said).toBe('\u2068Call\u202e back\u2069 · 2 Jan')
})

test('other names stand in a sentence as they were typed', () => {
  expect(createTranslate('zh-CN')('deals.said.won', { title: '{x} <b> 𠮷 עברית' })).toBe('“{x} <b> 𠮷 עברית”已赢单')
})
