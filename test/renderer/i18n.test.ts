import { expect, test } from 'vitest'
import { toTimeOfDay } from '#renderer/features/activities/time-of-day.ts'
import { errorText, issueText } from '#renderer/i18n/error-text.ts'
import { createFormat } from '#renderer/i18n/format.ts'
import { createTranslate } from '#renderer/i18n/translate.ts'
import { AppError } from '#shared/base/app-error.ts'
import { toMajor, toMinor } from '#shared/base/money.ts'

const now = () => Date.parse('2026-03-02T20:00:00.000Z')
const en = createFormat({ language: 'en', timeZone: 'Asia/Shanghai', now })
const zh = createFormat({ language: 'zh-CN', timeZone: 'Asia/Shanghai', now })

test('money has the digits of its currency', () => {
  expect(en.money(125_050, 'EUR')).toBe('€1,250.50')
  expect(en.money(1250, 'JPY')).toBe('¥1,250')
  expect(en.money(1_250_500, 'KWD')).toContain('1,250.500')
  expect(zh.money(125_050, 'CNY')).toBe('¥1,250.50')
  expect(en.money(null, 'EUR')).toBe('')
})

test('amounts survive the way into minor units and back', () => {
  for (const [amount, currency] of [
    [0.29, 'EUR'],
    [1.15, 'EUR'],
    [1234, 'JPY'],
    [0.001, 'KWD'],
  ] as const) {
    expect(toMajor(toMinor(amount, currency), currency)).toBe(amount)
  }
})

test('a day stays the same day in every zone', () => {
  const west = createFormat({ language: 'en', timeZone: 'Pacific/Pago_Pago', now })
  expect(west.day('2026-11-21')).toBe('21 Nov 2026')
  expect(zh.day('2026-11-21')).toBe('2026年11月21日')
})

test('today is what the workspace’s clocks show, not those of London', () => {
  expect(en.today()).toBe('2026-03-03')
  expect(en.nearDay('2026-03-04')).toBe('tomorrow')
  expect(zh.nearDay('2026-03-02')).toBe('昨天')
  expect(en.nearMoment('2026-03-02T19:30:00.000Z')).toBe('03:30')
  expect(en.nearMoment('2026-03-02T08:30:00.000Z')).toBe('Yesterday')
  expect(en.nearTime('2026-03-02T19:30:00.000Z')).toBe('03:30')
  expect(en.nearTime('2026-03-02T08:30:00.000Z')).toBe('yesterday 16:30')
  expect(zh.nearTime('2026-02-28T08:30:00.000Z')).toBe('2月28日 16:30')
})

test('an error says its own sentence, or that of its code, and bugs say where the log tells more', () => {
  const t = createTranslate('zh-CN')
  expect(errorText(t, new AppError('not_found', 'customers.companyGone')).text).toContain('这家公司已不存在')
  expect(errorText(t, new AppError('conflict', 'nobody.knows')).text).toBe(t('errors.conflict'))
  expect(errorText(t, new AppError('internal', 'errors.internal', {}, { traceId: 'T-1' })).traceId).toBe('T-1')
})

test('checks of a field are told apart by what they check', () => {
  const t = createTranslate('en')
  const say = (code: string, params = {}) => issueText(t, { field: 'x', code, params })
  expect(say('too_small', { origin: 'string', minimum: 1 })).toBe('Please fill this in.')
  expect(say('too_small', { origin: 'string', minimum: 8 })).toBe('At least 8 characters.')
  expect(say('too_big', { origin: 'number', maximum: 9999 })).toBe('At most 9,999.')
  expect(say('invalid_format', { format: 'date' })).toBe('This is not a day of the calendar.')
  expect(say('never_heard_of')).toBe('This value cannot be taken.')
})

test('a time of day is understood as people type it', () => {
  expect(['9:30', '0930', '9.30', '９：３０'].map(toTimeOfDay)).toEqual(['09:30', '09:30', '09:30', '09:30'])
  expect(toTimeOfDay(' ')).toBeNull()
  expect(toTimeOfDay('noon')).toBe('noon')
})
