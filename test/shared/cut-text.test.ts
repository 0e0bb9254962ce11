import { expect, test } from 'vitest'
import { cutText } from '#shared/base/cut-text.ts'

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc'],
  ['ab😀', 3, 'ab'],
  ['ab😀', 4, 'ab😀'],
  ['ab😀c', 4, 'ab😀'],
  ['𠮷野家', 1, ''],
  ['', 5, ''],
])('%j in %i units is %j', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut)
})
