// Settings that can be taken, and the day it is in a zone.
import { expect, test } from 'vitest'
import { dayInZone } from '#shared/base/day.ts'
import { issuesOfSettings } from '#shared/settings/settings-rules.ts'

test('a moment falls on another day further east', () => {
  expect(dayInZone('2026-03-01T18:00:00.000Z', 'Asia/Shanghai')).toBe('2026-03-02')
  expect(dayInZone('2026-03-01T18:00:00.000Z', 'Europe/Berlin')).toBe('2026-03-01')
  expect(dayInZone('2026-03-01T04:00:00.000Z', 'America/New_York')).toBe('2026-02-28')
})

test('the day follows summer time', () => {
  expect(dayInZone('2026-07-01T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-07-02')
  expect(dayInZone('2026-01-01T22:30:00.000Z', 'Europe/Berlin')).toBe('2026-01-01')
})

test('a zone or currency that nobody knows is refused at its field', () => {
  expect(issuesOfSettings({ timeZone: 'Asia/Shanghai', currency: 'CNY' })).toEqual([])
  expect(issuesOfSettings({ timeZone: 'Mars/Base', currency: 'XQX' }).map(({ field, code }) => `${field} ${code}`)).toEqual([
    'timeZone time_zone_unknown',
    'currency currency_unknown',
  ])
})
