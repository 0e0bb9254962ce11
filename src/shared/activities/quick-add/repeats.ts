// How often something is to be done, in either language: 每周一, 每月最后一个周五, every 2 weeks, every last friday. The rule is RRULE text.
import { NUMBER, numberOf, weekdayOfText } from './chinese-numbers.ts'

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const WORKING_DAYS = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'

const code = (text: string): string => CODES[(weekdayOfText(text) ?? 1) - 1] ?? 'MO'
const DAY_NAMES = '(mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?'
const nameCode = (name: string): string => CODES.find((one) => name.toUpperCase().startsWith(one)) ?? 'MO'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const places: Readonly<Record<string, number>> = {
  ...{ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4, last: -1 },
  ...{ 一: 1, 二: 2, 三: 3, 四: 4 },
}
const every = (count: number): string => (count === 1 ? '' : count > 1 && count <= 366 ? `;INTERVAL=${count}` : ';NaN')
const ofMonth = (day: number): string | null => (day >= 1 && day <= 31 ? `FREQ=MONTHLY;BYMONTHDAY=${day}` : null)

type Rule = readonly [pattern: RegExp, rule: (match: RegExpExecArray) => string | null]
const zh = (pattern: string, rule: Rule[1]): Rule => [new RegExp(pattern, 'u'), rule]
const en = (pattern: string, rule: Rule[1]): Rule => [new RegExp(`\\b${pattern}\\b`, 'iu'), rule]

const WEEK = '(?:周|星期|礼拜)'

const rules: readonly Rule[] = [
  zh(`每(?:个)?月(?:的)?最后(?:的?一个?)?${WEEK}([一二三四五六日天])`, ([, day = '']) => `FREQ=MONTHLY;BYDAY=-1${code(day)}`),
  zh(
    `每(?:个)?月(?:的)?第([一二三四])个?${WEEK}([一二三四五六日天])`,
    ([, place = '', day = '']) => `FREQ=MONTHLY;BYDAY=${places[place]}${code(day)}`,
  ),
  zh('每(?:个)?月(?:的)?(?:最后一天|月?底|末)', () => 'FREQ=MONTHLY;BYMONTHDAY=-1'),
  zh(`每(?:个)?月(?:的)?(${NUMBER})[号日]`, ([, day = '']) => ofMonth(numberOf(day))),
  zh(
    `每年(?:的)?(${NUMBER})月(${NUMBER})[号日]`,
    ([, month = '', day = '']) => `FREQ=YEARLY;BYMONTH=${numberOf(month)};BYMONTHDAY=${numberOf(day)}`,
  ),
  zh('每(?:个)?(?:工作日|上班日)', () => WORKING_DAYS),
  zh(
    `每(?:隔)?(${NUMBER})(?:个)?${WEEK}(?:的)?${WEEK}?([一二三四五六日天])?`,
    ([, count = '', day]) => `FREQ=WEEKLY${every(numberOf(count))}${day ? `;BYDAY=${code(day)}` : ''}`,
  ),
  zh(
    `每(?:个)?${WEEK}([一二三四五六日天](?:[、,，和及]?(?:周|星期|礼拜)?[一二三四五六日天])*)`,
    ([, days = '']) =>
      `FREQ=WEEKLY;BYDAY=${[...new Set([...days].filter((one) => weekdayOfText(one) !== null && /[一二三四五六日天]/u.test(one)).map(code))].join()}`,
  ),
  zh('每(?:个)?(?:周|星期|礼拜)', () => 'FREQ=WEEKLY'),
  zh(`每(?:隔)?(${NUMBER})天`, ([, count = '']) => `FREQ=DAILY${every(numberOf(count))}`),
  zh('每(?:一)?[天日]', () => 'FREQ=DAILY'),
  zh(`每(?:隔)?(${NUMBER})个月`, ([, count = '']) => `FREQ=MONTHLY${every(numberOf(count))}`),
  zh('每(?:个)?季度?', () => 'FREQ=MONTHLY;INTERVAL=3'),
  zh('每(?:个)?月', () => 'FREQ=MONTHLY'),
  zh('每年', () => 'FREQ=YEARLY'),
  en(
    `every (?:month on the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) ${DAY_NAMES}(?: of (?:the|each|every) month)?`,
    ([, place = '', day = '']) => `FREQ=MONTHLY;BYDAY=${places[place.toLowerCase()]}${nameCode(day)}`,
  ),
  en(
    '(?:every month on the|monthly on the|on the) last day(?: of (?:the|each|every) month)?',
    () => 'FREQ=MONTHLY;BYMONTHDAY=-1',
  ),
  en(
    '(?:every month on the|monthly on the|every month on|every) (\\d{1,2})(?:st|nd|rd|th)(?: of (?:the|each|every) month)?',
    ([, day = '']) => ofMonth(Number(day)),
  ),
  en(
    `every year on (${MONTHS.map((month) => `${month}[a-z]*`).join('|')}) (\\d{1,2})(?:st|nd|rd|th)?`,
    ([, month = '', day = '']) => `FREQ=YEARLY;BYMONTH=${monthNumber(month)};BYMONTHDAY=${Number(day)}`,
  ),
  en('(?:every (?:weekday|working day|business day)|on weekdays)', () => WORKING_DAYS),
  en(`every ${DAY_NAMES}((?:\\s*(?:,|and|&)\\s*(?:and )?${DAY_NAMES.replaceAll('(mon', '(?:mon')})*)`, (match) => {
    const names = match[0].match(new RegExp(DAY_NAMES, 'giu')) ?? []
    return `FREQ=WEEKLY;BYDAY=${[...new Set(names.map(nameCode))].join()}`
  }),
  en(`every (?:(\\d{1,2}|other|second|third)) (day|week|month|year)s?(?: on ${DAY_NAMES})?`, ([, count = '', unit = '', day]) => {
    const steps = { other: 2, second: 2, third: 3 }[count.toLowerCase()] ?? Number(count)
    const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }[unit.toLowerCase()] ?? 'DAILY'
    return `FREQ=${frequency}${every(steps)}${day && frequency === 'WEEKLY' ? `;BYDAY=${nameCode(day)}` : ''}`
  }),
  en('(?:every quarter|quarterly)', () => 'FREQ=MONTHLY;INTERVAL=3'),
  en('(?:every day|daily)', () => 'FREQ=DAILY'),
  en('(?:every week|weekly)', () => 'FREQ=WEEKLY'),
  en('(?:every month|monthly)', () => 'FREQ=MONTHLY'),
  en('(?:every year|yearly|annually)', () => 'FREQ=YEARLY'),
]

export interface FoundRepetition {
  readonly match: RegExpExecArray
  /** RRULE text without DTSTART. */
  readonly rule: string
}

/** The repetition that a text names, with its place; null if it names none. */
export const findRepetition = (text: string): FoundRepetition | null => {
  for (const [pattern, ruleOf] of rules) {
    const match = pattern.exec(text)
    const rule = match && ruleOf(match)
    // 每三三天 says no number, 每零天 no repetition.
    if (match && rule && !rule.includes('NaN')) return { match, rule }
  }
  return null
}
