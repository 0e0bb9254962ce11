// Times of day in Chinese: 下午3点半, 晚上7:30, 上午十点一刻, 中午, 今晚八点, 9点到11点.
import { timeOf } from '#shared/calendar/days.ts'
import { NUMBER, numberOf } from './chinese-numbers.ts'

const PART = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|今晚|明晚|明早|今早|晚|早)'
/** What a part of the day means without a time beside it, in minutes from midnight. */
const PART_MINUTES: Readonly<Record<string, number>> = {
  ...{ 凌晨: 1 * 60, 清晨: 7 * 60, 早上: 9 * 60, 早晨: 9 * 60, 上午: 9 * 60, 中午: 12 * 60, 下午: 14 * 60 },
  ...{ 傍晚: 18 * 60, 晚上: 20 * 60, 夜里: 21 * 60, 今晚: 20 * 60, 明晚: 20 * 60, 明早: 9 * 60, 今早: 9 * 60 },
}
const CLOCK = `(${NUMBER})(?:点钟?|時|时|:|：)(?:(半)|([一三])刻|(${NUMBER})分?)?`

const isAfternoon = (part: string): boolean => /[下傍晚夜]/u.test(part)

const minutesOf = (
  part: string,
  hourText: string,
  half: string | undefined,
  quarter: string | undefined,
  rest: string | undefined,
  isDigital: boolean,
) => {
  const hour = numberOf(hourText)
  const minute = half ? 30 : quarter ? numberOf(quarter) * 15 : rest ? numberOf(rest) : 0
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60)) return null
  // 三点 alone is said of the afternoon: nobody is called at three in the morning.
  const later =
    (isAfternoon(part) && hour < 12) || (part === '中午' && hour < 3) || (part === '' && hour > 0 && hour < 7 && !isDigital)
      ? 12
      : 0
  const minutes = (hour + later) * 60 + minute
  return minutes < 24 * 60 ? minutes : null
}

export interface FoundTime {
  readonly match: RegExpExecArray
  readonly time: string
  readonly durationMinutes: number | null
  /** 今晚 and 明早 name a day too: so many days from today. */
  readonly daysOn: number | null
}

const daysOnOf = (part: string): number | null => (part.startsWith('今') ? 0 : part.startsWith('明') ? 1 : null)

/** The time of day that a text names, with its place; null if it names none. */
export const findChineseTime = (text: string): FoundTime | null => {
  const clock = new RegExp(`${PART}?\\s*${CLOCK}(?:\\s*(?:到|至|-|—|~|～)\\s*${PART}?\\s*${CLOCK})?`, 'u').exec(text)
  if (clock) {
    const [, part = '', hour = '', half, quarter, rest, endPart = part, endHour, endHalf, endQuarter, endRest] = clock
    // 3:00 is meant as written.
    const isDigital = /[:：]/u.test(clock[0])
    const start = minutesOf(part, hour, half, quarter, rest, isDigital)
    const end = endHour === undefined ? null : minutesOf(endPart || part, endHour, endHalf, endQuarter, endRest, isDigital)
    if (start !== null) {
      const durationMinutes = end !== null && end > start ? end - start : null
      return { match: clock, time: timeOf(start), durationMinutes, daysOn: daysOnOf(part) }
    }
  }
  const part = /(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|今晚|明晚|明早|今早)/u.exec(text)
  const minutes = part && PART_MINUTES[part[0]]
  return part && minutes !== undefined && minutes !== null
    ? { match: part, time: timeOf(minutes), durationMinutes: null, daysOn: daysOnOf(part[0]) }
    : null
}
