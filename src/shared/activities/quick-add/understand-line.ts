// A task or meeting from one typed line, in Chinese or English: “明天下午3点 给张三回电”, “call Anna tomorrow 3pm”. What is not understood stays in the
// title, so that nothing typed is lost.
import { addDays } from '#shared/calendar/days.ts'
import { firstDayOfRule } from '#shared/calendar/recurrence.ts'
import { findChineseDay } from './chinese-days.ts'
import { findChineseTime } from './chinese-times.ts'
import { NUMBER, numberOf } from './chinese-numbers.ts'
import { findEnglishWhen } from './english-when.ts'
import { findDuration, findPriority, findReminder, isMeeting } from './hints.ts'
import { type LineReading, readLine, type Span } from './line-reading.ts'
import { type NameCandidate, nameCandidates } from './name-candidates.ts'
import { findRepetition } from './repeats.ts'

/** The present by the office's wall clock. */
export interface Now {
  /** `2026-11-22` */
  readonly today: string
  /** `14:30` */
  readonly time: string
  /** The day of a line that names none, such as the one a calendar is at. */
  readonly usualDay?: string | undefined
}

export interface UnderstoodLine {
  readonly kind: 'task' | 'meeting'
  readonly title: string
  readonly dueOn: string | null
  readonly dueTime: string | null
  readonly durationMinutes: number | null
  readonly priority: 'high' | 'low' | null
  /** RRULE text without DTSTART. */
  readonly recurrence: string | null
  readonly reminderMinutes: number | null
  /** Parts of the line that may be somebody's name, the most telling first. */
  readonly names: readonly NameCandidate[]
  /** Which parts of the line were understood as what. */
  readonly spans: readonly Span[]
}

export const understandLine = (line: string, now: Now): UnderstoodLine => {
  const reading = readLine(line)
  const take = <Value>(
    found: { readonly match: RegExpExecArray; readonly value: Value } | null,
    meaning: Span['meaning'],
  ): Value | null => {
    if (found) reading.take(found.match, meaning)
    return found?.value ?? null
  }
  const reminderMinutes = take(findReminder(reading.rest()), 'reminder')
  const repetition = findRepetition(reading.rest())
  if (repetition) reading.take(repetition.match, 'repeats')
  const when = readWhen(reading, now)
  const duration = take(findDuration(reading.rest()), 'duration')
  const priority = take(findPriority(reading.rest()), 'priority')

  // The first one is the coming one, however many weeks lie between those after it.
  const from = when.day ?? usualDayOf(now, when.time) ?? (when.time === null ? now.today : dayOfTime(now, when.time))
  const first = repetition ? firstDayOfRule(repetition.rule.replace(/;INTERVAL=\d+/u, ''), from) : null
  const title = reading.title()
  return {
    kind: isMeeting(line) ? 'meeting' : 'task',
    title: title === '' ? line.trim() : title,
    dueOn: first ?? when.day ?? usualDayOf(now, when.time) ?? (when.time === null ? null : dayOfTime(now, when.time)),
    dueTime: when.time,
    durationMinutes: when.durationMinutes ?? duration,
    priority,
    recurrence: repetition?.rule ?? null,
    reminderMinutes,
    names: nameCandidates(reading.rest()),
    spans: reading.spans(),
  }
}

/** A time alone is today's, or tomorrow's if it is over. */
const dayOfTime = ({ today, time }: Now, said: string): string => (said > time ? today : addDays(today, 1))

/** A time that is over on this very day is tomorrow's, wherever it was typed. */
const usualDayOf = ({ today, time, usualDay }: Now, said: string | null): string | null =>
  usualDay === undefined || (usualDay === today && said !== null && said <= time) ? null : usualDay

interface When {
  readonly day: string | null
  readonly time: string | null
  readonly durationMinutes: number | null
}

const readWhen = (reading: LineReading, now: Now): When => {
  const soon = readSoon(reading, now)
  if (soon) return soon
  const chineseDay = findChineseDay(reading.rest(), now.today)
  if (chineseDay) reading.take(chineseDay.match, 'when')
  const chineseTime = findChineseTime(reading.rest())
  if (chineseTime) reading.take(chineseTime.match, 'when')
  if (chineseDay || (chineseTime && /\p{Script=Han}/u.test(chineseTime.match[0]))) {
    const day = chineseDay?.day ?? (typeof chineseTime?.daysOn === 'number' ? addDays(now.today, chineseTime.daysOn) : null)
    return { day, time: chineseTime?.time ?? null, durationMinutes: chineseTime?.durationMinutes ?? null }
  }
  const english = findEnglishWhen(reading.rest(), now.today, now.time)
  if (english) reading.take(english, 'when')
  return {
    day: english?.day ?? null,
    time: english?.time ?? chineseTime?.time ?? null,
    durationMinutes: english?.durationMinutes ?? chineseTime?.durationMinutes ?? null,
  }
}

/** 半小时后, 20分钟后, 两个小时之后. */
const readSoon = (reading: LineReading, { today, time }: Now): When | null => {
  const match = reading.find(new RegExp(`(?:(半)(?:个)?小时|(${NUMBER})(?:个)?(小时|钟头|分钟))(?:之?后|以后)`, 'u'))
  if (!match) return null
  const minutes = match[1] ? 30 : numberOf(match[2] ?? '') * (match[3] === '分钟' ? 1 : 60)
  if (!Number.isFinite(minutes)) return null
  reading.take(match, 'when')
  const at = new Date(Date.parse(`${today}T${time}:00Z`) + minutes * 60_000).toISOString()
  return { day: at.slice(0, 10), time: at.slice(11, 16), durationMinutes: null }
}
