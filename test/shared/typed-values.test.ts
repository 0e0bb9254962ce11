// Phones, e-mail addresses, web addresses, credit codes and birthdays as people type them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { birthdayIn, birthdayProblem, nextBirthday, normaliseBirthday } from '#shared/records/birthday.ts'
import { readCreditCode } from '#shared/records/credit-code.ts'
import { readEmail } from '#shared/records/e-mail.ts'
import { phoneCountry, readPhone } from '#shared/records/phone.ts'
import { typedBirthday, typedEmail, typedWebsite } from '#shared/records/record-fields.ts'
import { readWebsite } from '#shared/records/website.ts'

const realData = process.env['KITH_REAL_DATA']
if (realData === undefined) console.error('KITH_REAL_DATA is not set: the list of real credit codes is left out.')

describe('phones', () => {
  test.each([
    ['13800138000', '138 0013 8000', 'tel:+8613800138000', 'mobile'],
    ['+86-138 0013 8000', '138 0013 8000', 'tel:+8613800138000', 'mobile'],
    ['１３８００１３８０００', '138 0013 8000', 'tel:+8613800138000', 'mobile'],
    ['0571-88888888', '0571-88888888', 'tel:+8657188888888', 'landline'],
    ['(0571) 8888 8888', '0571-88888888', 'tel:+8657188888888', 'landline'],
    ['400-820-8820', '400-820-8820', 'tel:+864008208820', 'service'],
    ['95588', '95588', 'tel:95588', 'service'],
    ['+49 (0)30 1234567', '+49 30 1234567', 'tel:+49301234567', 'landline'],
  ])('%s is understood in China', (typed, display, link, line) => {
    expect(readPhone(typed, 'CN')).toMatchObject({ display, link, line, warning: null })
  })

  test.each([
    '0571-88888888 转 8001',
    '0571-88888888转8001',
    '0571 88888888-8001',
    '0571-88888888 ext. 8001',
    '057188888888 分机 8001',
  ])('the extension of %s is kept apart from the number', (typed) => {
    const phone = readPhone(typed, 'CN')
    expect(phone).toMatchObject({ e164: '+8657188888888', extension: '8001', link: 'tel:+8657188888888;ext=8001' })
  })

  test.each([
    ['1380013800', 'phone_unknown'],
    ['12', 'phone_too_short'],
    ['1234567890123456789', 'phone_too_long'],
    ['ask Anna', 'phone_without_digits'],
    ['wechat: zs', 'phone_without_digits'],
  ])('%s is spoken of, and kept as typed', (typed, warning) => {
    expect(readPhone(typed, 'CN')).toMatchObject({ text: typed, warning })
  })

  test('a number without a country code belongs to the record’s country, else to the workspace’s', () => {
    expect(phoneCountry({ country: '德国', currency: 'CNY', language: 'zh-CN' })).toBe('DE')
    expect(phoneCountry({ country: 'at', currency: 'CNY', language: 'zh-CN' })).toBe('AT')
    expect(phoneCountry({ country: null, currency: 'CNY', language: 'en' })).toBe('CN')
    expect(phoneCountry({ currency: 'EUR', language: 'zh-CN' })).toBe('CN')
    expect(readPhone('030 1234567', 'DE').display).toBe('030 1234567')
  })
})

describe('e-mail addresses', () => {
  test.each([
    ['anna@berg.example', 'anna@berg.example'],
    [' mailto:anna@berg.example ', 'anna@berg.example'],
    ['Anna Berg <anna@berg.example>', 'anna@berg.example'],
    ['张三＠例子。公司', '张三@例子.公司'],
    ['info@xn--fsqu00a.xn--55qx5d', 'info@xn--fsqu00a.xn--55qx5d'],
    ["o'brien+crm@sub.host.example", "o'brien+crm@sub.host.example"],
  ])('%s is an address', (typed, text) => {
    expect(readEmail(typed)).toEqual({ text, problem: null, warning: null })
  })

  test.each([
    'a@',
    '@b.example',
    'anna',
    'a b@c.example',
    'a@b..example',
    'a@-b.example',
    'a@@b.example',
    '.a@b.example',
    'a@b.example.',
  ])('%s is refused', (typed) => {
    expect(typedEmail.safeParse(typed).success).toBe(false)
  })

  test('two addresses in one field are refused with their own sentence', () => {
    expect(readEmail('a@b.example; c@d.example').problem).toBe('email_several')
  })

  test('a host without a dot is doubtful only', () => {
    expect(readEmail('root@server')).toMatchObject({ problem: null, warning: 'email_host_without_dot' })
  })
})

describe('web addresses', () => {
  test.each([
    ['www.example.com', 'https://www.example.com'],
    ['example.com/über?a=1', 'https://example.com/über?a=1'],
    ['http://example.com', 'http://example.com'],
    ['HTTPS://Example.com', 'HTTPS://Example.com'],
    ['例子.中国', 'https://例子.中国'],
    ['localhost:8080/a', 'https://localhost:8080/a'],
    ['http://intranet', 'http://intranet'],
  ])('%s is stored as %s', (typed, text) => {
    expect(typedWebsite.parse(typed)).toBe(text)
  })

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u200bjavascript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ｊａｖａｓｃｒｉｐｔ：alert(1)',
    'mailto:a@b.example',
  ])('%j is refused', (typed) => {
    expect(readWebsite(typed).problem).toBe('website_unsafe')
    expect(typedWebsite.safeParse(typed).success).toBe(false)
  })

  test.each(['we have none', 'http://', 'https://a b.example'])('%j is no address', (typed) => {
    expect(typedWebsite.safeParse(typed).success).toBe(false)
  })
})

describe('credit codes', () => {
  test.each([
    ['91350100M000100Y43', null],
    ['9144 0300 1922 0382 16', null],
    ['914403001922038216'.toLowerCase(), null],
    ['91110000600037341N', 'credit_code_check'],
    ['9111000060003IOZSV', 'credit_code_letters'],
    ['9111000060003', 'credit_code_length'],
    ['', null],
  ])('%s', (typed, warning) => {
    expect(readCreditCode(typed).warning).toBe(warning)
  })

  test.skipIf(realData === undefined)('every code of the real list is judged as it should be', () => {
    const lines = readFileSync(join(realData ?? '', 'chinese/uscc/uscc_vectors_dev.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const wrong = lines
      .map((line) => line.split(','))
      .filter(([code = '', expected]) => (readCreditCode(code).warning === null) !== (expected === 'valid'))
    expect(lines.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })
})

describe('birthdays', () => {
  test.each([
    ['1990-05-12', '1990-05-12'],
    ['1990年5月12日', '1990-05-12'],
    ['19900512', '1990-05-12'],
    ['5月12日', '--05-12'],
    ['05-12', '--05-12'],
    ['--05-12', '--05-12'],
    ['02-29', '--02-29'],
    ['2000/2/29', '2000-02-29'],
  ])('%s is stored as %s', (typed, text) => {
    expect(normaliseBirthday(typed)).toBe(text)
    expect(typedBirthday.parse(typed)).toBe(text)
  })

  test.each(['2999-02-30', '02-30', '1999-02-29', '13-01', '2000-00-10', 'spring', '--04-31'])('%s is no day', (typed) => {
    expect(typedBirthday.safeParse(typed).success).toBe(false)
  })

  test('nobody is born tomorrow, nor two hundred years ago', () => {
    expect(birthdayProblem('2999-01-01', '2026-11-22')).toBe('birthday_ahead')
    expect(birthdayProblem('2026-11-22', '2026-11-22')).toBeNull()
    expect(birthdayProblem('1790-01-01', '2026-11-22')).toBe('birthday_too_old')
  })

  test('who was born on 29 February is greeted on the 28th of a common year', () => {
    expect(birthdayIn('2000-02-29', 2027)).toBe('2027-02-28')
    expect(birthdayIn('--02-29', 2028)).toBe('2028-02-29')
  })

  test('the next birthday is today’s if it is today, and says the age', () => {
    expect(nextBirthday('1990-11-22', '2026-11-22')).toEqual({ on: '2026-11-22', age: 36 })
    expect(nextBirthday('1990-11-21', '2026-11-22')).toEqual({ on: '2027-11-21', age: 37 })
    expect(nextBirthday('--01-05', '2026-11-22')).toEqual({ on: '2027-01-05', age: null })
    expect(nextBirthday('--02-30', '2026-11-22')).toBeNull()
  })
})
