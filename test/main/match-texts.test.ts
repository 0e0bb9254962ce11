// Under which texts records are recognised: whatever the writing, and never more than that.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyText, emailText, personText, phoneKey, phoneText, sharedNumber, websiteText } from '#main/records/match-texts.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const mobile = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join(''))
/** The same digits with blanks, hyphens, points and brackets between. */
const written = (number: string) =>
  fc
    .array(fc.constantFrom('', '', ' ', '-', '.', ' ', '（', '）', '/'), { minLength: number.length, maxLength: number.length })
    .map((signs) => [...number].map((digit, at) => digit + (signs[at] ?? '')).join(''))
const wide = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))

describe('a phone number', () => {
  test('is the same in any writing, width, and with any way to China before it', () => {
    fc.assert(
      fc.property(
        mobile.chain((number) => fc.tuple(fc.constant(number), written(number))),
        fc.constantFrom('', '+86 ', '0086-', '86', '(+86)', '+86 0'),
        fc.boolean(),
        ([number, text], before, isWide) => {
          expect(phoneText(before + (isWide ? wide(text) : text))).toBe(number)
        },
      ),
    )
  })

  test('is the same as what it is known by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999_999_999 }), (number) => {
        const text = phoneText(String(number))
        expect(text).not.toBeNull()
        // But for 86 before eleven digits, which is China's.
        expect(String(number).endsWith(text ?? 'none')).toBe(true)
        expect(phoneText(text ?? '')).toBe(text)
      }),
    )
  })

  test('is not another one: a digit more, less or different counts', () => {
    fc.assert(
      fc.property(mobile, fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const changed = [...number].with(at, String((Number(number[at]) + by) % 10)).join('')
        fc.pre(!changed.startsWith('0') && !number.startsWith('0'))
        expect(phoneText(changed)).not.toBe(phoneText(number))
        expect(sharedNumber(phoneText(changed) ?? '', phoneText(number) ?? '')).toBeNull()
      }),
    )
  })

  test('with and without its area is one, but two short ones are not', () => {
    fc.assert(
      fc.property(fc.constantFrom('571', '21', '10', '4940'), digits(8), (area, number) => {
        fc.pre(!number.startsWith('0'))
        const whole = phoneText(`0${area}-${number}`) ?? ''
        expect(sharedNumber(whole, phoneText(number) ?? '')).toBe(number)
      }),
    )
    expect(sharedNumber('57188001', '8001')).toBeNull()
  })

  test('of one line keeps its extensions apart where entries are compared, not where people are', () => {
    expect(phoneText('0571-88001234 转 101')).toBe(phoneText('0571 8800 1234'))
    expect(phoneKey('0571-88001234 转 101')).not.toBe(phoneKey('0571-88001234 ext. 102'))
    expect(phoneKey('0571-88001234转101')).toBe(phoneKey('+86 571 88001234 ext 101'))
    expect([phoneText('110'), phoneKey('110'), phoneKey('no number')]).toEqual([null, '110', null])
  })
})

test('a company is the same with and without its legal form, in any case and width', () => {
  const latin = fc.stringMatching(/^[a-z]{4,12}( [a-z]{4,12})?$/u)
  fc.assert(
    fc.property(latin, fc.constantFrom(' GmbH', ' Ltd.', ', Inc.', ' Co., Ltd', ' AG', ''), (name, form) => {
      expect(companyText((name + form).toUpperCase())).toBe(companyText(name))
    }),
  )
  const chinese = fc
    .array(fc.constantFrom(...'杭州西湖科技贸易光明机械'), { minLength: 3, maxLength: 8 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(chinese, fc.constantFrom('有限公司', '股份有限公司', '有限责任公司', '集团有限公司', ''), (name, form) => {
      expect(companyText(name + form)).toBe(name)
    }),
  )
  expect(companyText('有限公司')).toBe('有限公司')
})

test('a person, an address and a page are the same in any case, with blanks around or between Chinese', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      expect(emailText(`  ${address.toUpperCase()} `)).toBe(emailText(address))
    }),
  )
  fc.assert(
    fc.property(
      fc.domain(),
      fc.constantFrom('', 'http://', 'https://'),
      fc.constantFrom('', '/shop?a=1', ':8080', '#top'),
      (host, way, path) => {
        fc.pre(!host.toLowerCase().startsWith('www.'))
        expect(websiteText(`${way}www.${host.toUpperCase()}${path}`)).toBe(host.toLowerCase())
      },
    ),
  )
  expect(['张 伟', '张　伟', ' 张伟'].map(personText)).toEqual(['张伟', '张伟', '张伟'])
  expect(personText('BERG,  Anna')).toBe('berg anna')
})

test('nothing but blanks and signs tells nobody', () => {
  expect([phoneText('—'), emailText(' '), websiteText('none'), companyText(' '), personText(' . ')]).toEqual([
    ...[null, null, null, null, null],
  ])
})
