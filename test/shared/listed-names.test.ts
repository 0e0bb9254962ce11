// Several names in one cell, written and read back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinNames, splitNames } from '#shared/base/listed-names.ts'

const name = fc
  .array(fc.constantFrom(...'ab 张，、,;；|:"\n'), { minLength: 1, maxLength: 12 })
  .map((all) => all.join('').trim())
  .filter((text) => text !== '')

test('names that hold commas, quotation marks and lines come back as they were', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), fc.constantFrom(', ', '、'), (names, comma) => {
      expect(splitNames(joinNames(names, comma))).toEqual(names)
    }),
  )
})

test('what others write is taken apart at every usual mark, and quotation marks within a name stay', () => {
  expect(splitNames('VIP; 展会、Key account:::"Sales, north" ,5" pipe|“A”')).toEqual([
    ...['VIP', '展会', 'Key account', 'Sales, north', '5" pipe', '“A”'],
  ])
  expect(splitNames('"open, never closed')).toEqual(['"open', 'never closed'])
  expect(splitNames(' , ;; ')).toEqual([])
})

test('plain names are joined plainly', () => {
  expect(joinNames(['VIP', 'Key account'], ', ')).toBe('VIP, Key account')
})
