// Numbers, money, days and moments as the reader's language writes them. Days have no zone; moments are shown in the workspace's zone.
import { minorDigits, toMajor } from '#shared/base/money.ts'
import type { Language } from '#shared/base/messages.ts'
import type { DecimalMark } from '#shared/imports/plan.ts'
import { locales } from './translate.ts'

export interface Format {
  /** What stands before the cents: `1.5` or `1,5`. */
  readonly decimalMark: DecimalMark
  /** `1,250.00 €`, from minor units. Empty for no amount. */
  readonly money: (amountMinor: number | null, currency: string) => string
  /** A price in ten-thousandths of the unit: `12.50 €`, `0.0125 €` where it is finer than the minor unit. */
  readonly price: (amountE4: number, currency: string) => string
  /** Without the minor units: for sums over columns and charts. */
  readonly roundMoney: (amountMinor: number, currency: string) => string
  /** `EUR · Euro`, to choose from. */
  readonly currency: (code: string) => string
  /** `Asia/Shanghai · China Time`, to choose from. */
  readonly zone: (zone: string) => string
  /** With at most three digits behind the decimal mark, unless more are asked for. */
  readonly number: (value: number, mostDigits?: number) => string
  /** 0.25 as `25%`. */
  readonly percent: (ratio: number) => string
  /** `2026-11-21` as `21 Nov 2026`. */
  readonly day: (day: string) => string
  /** The same without the year, where it is this year. */
  readonly shortDay: (day: string) => string
  /** As part of a sentence: today, tomorrow, yesterday; else the short day. */
  readonly nearDay: (day: string) => string
  /** `Mon`, 周一. */
  readonly weekday: (day: string) => string
  /** `Monday 2 March`, with the year where it is another. */
  readonly weekdayAndDay: (day: string) => string
  /** `2 Mar`. */
  readonly dayOfMonth: (day: string) => string
  /** From the first to the last of some days: `2–8 Mar 2026`. */
  readonly days: (from: string, to: string) => string
  /** `2026-11` as `November 2026`. */
  readonly wholeMonth: (month: string) => string
  /** `2026-11` as `Nov 2026`. */
  readonly month: (month: string) => string
  /** Day and time. */
  readonly moment: (moment: string) => string
  /** The time for today, the short day otherwise. */
  readonly nearMoment: (moment: string) => string
  /** As part of a sentence, with the time on other days, too: `14:05`, `yesterday 14:05`, `2 Mar 14:05`. */
  readonly nearTime: (moment: string) => string
  /** Today in the workspace's zone, `2026-11-21`. */
  readonly today: () => string
  /** The time on the workspace's wall now, `14:05`. */
  readonly timeNow: () => string
  /** The time of a moment on the workspace's wall. */
  readonly timeOf: (moment: string) => string
  /** The day of a moment in the workspace's zone. */
  readonly dayOf: (moment: string) => string
}

export interface FormatSettings {
  readonly language: Language
  readonly timeZone: string
  readonly now: () => number
}

export const createFormat = ({ language, timeZone, now }: FormatSettings): Format => {
  const locale = locales[language]
  const dates = (options: Intl.DateTimeFormatOptions, zone = 'UTC') => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
    return (date: Date) => format.format(date)
  }
  const longDay = dates({ year: 'numeric', month: 'short', day: 'numeric' })
  const dayOfYear = dates({ month: 'short', day: 'numeric' })
  const monthName = dates({ year: 'numeric', month: 'short' })
  const fullMoment = dates({ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }, timeZone)
  const time = dates({ hour: '2-digit', minute: '2-digit' }, timeZone)
  const shortWeekday = dates({ weekday: 'short' })
  const namedDay = dates({ weekday: 'long', month: 'long', day: 'numeric' })
  const namedLongDay = dates({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
  const longMonth = dates({ year: 'numeric', month: 'long' })
  const range = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const wallTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const isoDay = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
  const numbers = new Map<number, Intl.NumberFormat>()
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' })
  const currencies = new Map<string, Intl.NumberFormat>()

  const currencyFormat = (currency: string, digits: number, mostDigits = digits) => {
    const key = `${currency} ${digits} ${mostDigits}`
    const known = currencies.get(key)
    if (known) return known
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: Math.max(digits, mostDigits),
    })
    currencies.set(key, format)
    return format
  }

  const numbersOf = (digits: number): Intl.NumberFormat => {
    let format = numbers.get(digits)
    if (!format) numbers.set(digits, (format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits })))
    return format
  }

  const today = () => isoDay.format(now())
  const dayOf = (moment: string) => isoDay.format(new Date(moment))
  const shortDay = (day: string) => (day.slice(0, 4) === today().slice(0, 4) ? dayOfYear : longDay)(atNoon(day))
  /** The end of a range without what its begin said already. */
  const restOfDay = (from: string, to: string) => {
    if (from.slice(0, 4) !== to.slice(0, 4)) return longDay(atNoon(to))
    return from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dayOfYear(atNoon(to))
  }
  const nearDay = (day: string) => {
    const distance = daysBetween(today(), day)
    return Math.abs(distance) <= 1 ? relative.format(distance, 'day') : shortDay(day)
  }

  return {
    decimalMark: numbersOf(1).format(1.5).includes(',') ? ',' : '.',
    money: (amountMinor, currency) =>
      amountMinor === null ? '' : currencyFormat(currency, minorDigits(currency)).format(toMajor(amountMinor, currency)),
    price: (amountE4, currency) => currencyFormat(currency, minorDigits(currency), 4).format(amountE4 / 10_000),
    roundMoney: (amountMinor, currency) => currencyFormat(currency, 0).format(toMajor(amountMinor, currency)),
    currency: (code) => `${code} · ${currencyNames.of(code) ?? code}`,
    zone: (zone) => `${zone} · ${zoneName(locale, zone)}`,
    number: (value, mostDigits = 3) => numbersOf(mostDigits).format(value),
    percent: (ratio) => percents.format(ratio),
    day: (day) => longDay(atNoon(day)),
    shortDay,
    nearDay,
    weekday: (day) => shortWeekday(atNoon(day)),
    weekdayAndDay: (day) => (day.slice(0, 4) === today().slice(0, 4) ? namedDay : namedLongDay)(atNoon(day)),
    dayOfMonth: (day) => dayOfYear(atNoon(day)),
    days: (from, to) =>
      // Chinese ranges come with slashes.
      language === 'zh-CN' ? `${longDay(atNoon(from))}–${restOfDay(from, to)}` : range.formatRange(atNoon(from), atNoon(to)),
    wholeMonth: (month) => longMonth(atNoon(`${month}-01`)),
    month: (month) => monthName(atNoon(`${month}-01`)),
    moment: (moment) => fullMoment(new Date(moment)),
    nearMoment: (moment) => (dayOf(moment) === today() ? time(new Date(moment)) : upperFirst(nearDay(dayOf(moment)))),
    nearTime: (moment) => {
      const day = dayOf(moment)
      const at = time(new Date(moment))
      return day === today() ? at : `${nearDay(day)} ${at}`
    },
    today,
    timeNow: () => wallTime.format(now()),
    timeOf: (moment) => wallTime.format(new Date(moment)),
    dayOf,
  }
}

const zoneName = (locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone

const atNoon = (day: string): Date => new Date(`${day}T12:00:00.000Z`)

const daysBetween = (from: string, to: string): number => Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000)

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
