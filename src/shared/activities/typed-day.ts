// A day as it is typed into a field: `+3`, `-1w`, today, next friday, 明天, 下周三. Written dates are read elsewhere, by the order of their numbers.
import { addDays } from '#shared/calendar/days.ts'
import { findChineseDay } from './quick-add/chinese-days.ts'
import { findEnglishWhen } from './quick-add/english-when.ts'

const STEP = /^(?<sign>[+-])\s*(?<count>\d{1,4})\s*(?<unit>d|w|天|周|星期)?$/iu
const WORDS: Readonly<Record<string, number>> = {
  ...{ today: 0, tomorrow: 1, yesterday: -1 },
  ...{ 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3, 昨天: -1, 昨日: -1, 前天: -2 },
}

/** `null` where the whole text names no day. `today` is where it counts from. */
export const readTypedDay = (typed: string, today: string): string | null => {
  const text = typed
    .normalize('NFKC')
    .replace(/^[－–—−]/u, '-')
    .trim()
    .toLowerCase()
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined
  if (word !== undefined) return addDays(today, word)
  const step = STEP.exec(text)?.groups
  if (step) {
    const days = Number(step['count']) * (/[w周星]/u.test(step['unit'] ?? '') ? 7 : 1)
    return addDays(today, step['sign'] === '-' ? -days : days)
  }
  // A number alone is a part of a date that is still being typed.
  if (/^[\d./-]*$/u.test(text)) return null
  const chinese = findChineseDay(text, today)
  if (chinese) return chinese.match[0].trim() === text ? chinese.day : null
  const english = findEnglishWhen(text, today, '12:00')
  return english?.[0].trim() === text && english.time === null ? english.day : null
}
