// What a line says besides what and when: how long, how urgent, when to be reminded, whether it is a meeting.
import { NUMBER, numberOf } from './chinese-numbers.ts'

export interface Found<Value> {
  readonly match: RegExpExecArray
  readonly value: Value
}

const first = <Value>(
  text: string,
  rules: readonly (readonly [RegExp, (match: RegExpExecArray) => Value | null])[],
): Found<Value> | null => {
  for (const [pattern, valueOf] of rules) {
    const match = pattern.exec(text)
    const value = match && valueOf(match)
    if (match && value !== null && !Number.isNaN(value)) return { match, value }
  }
  return null
}

const sound = (minutes: number): number | null => (minutes > 0 && minutes <= 24 * 60 ? Math.round(minutes) : null)

const NOT_LATER = '(?!\\s*(?:之?后|以后|内|前))'

/** In minutes. */
export const findDuration = (text: string): Found<number> | null =>
  first(text, [
    [new RegExp(`(${NUMBER})个半小时${NOT_LATER}`, 'u'), ([, n = '']) => sound(numberOf(n) * 60 + 30)],
    [new RegExp(`半(?:个)?(?:小时|钟头)${NOT_LATER}`, 'u'), () => 30],
    [
      new RegExp(`(\\d{1,2}(?:\\.\\d)?|${NUMBER})(?:个)?(?:小时|钟头)${NOT_LATER}`, 'u'),
      ([, n = '']) => sound((n.includes('.') ? Number(n) : numberOf(n)) * 60),
    ],
    [new RegExp(`(?<!提前)(?<!点)(${NUMBER})分钟${NOT_LATER}`, 'u'), ([, n = '']) => sound(numberOf(n))],
    [/\bfor (?:an hour and a half|one and a half hours)\b/iu, () => 90],
    [/\bfor (?:half an hour|a half hour)\b/iu, () => 30],
    [/\bfor (?:an|one) hour\b/iu, () => 60],
    [/\bfor (\d{1,2}(?:\.\d)?)\s*(?:hours?|hrs?|h)\b/iu, ([, n = '']) => sound(Number(n) * 60)],
    [/\bfor (\d{1,3})\s*(?:minutes?|mins?|m)\b/iu, ([, n = '']) => sound(Number(n))],
  ])

/** Minutes before it begins. */
export const findReminder = (text: string): Found<number> | null =>
  first(text, [
    [new RegExp(`提前(${NUMBER})分钟(?:提醒)?(?:我)?`, 'u'), ([, n = '']) => numberOf(n)],
    [new RegExp(`提前(${NUMBER}|半)(?:个)?小时(?:提醒)?(?:我)?`, 'u'), ([, n = '']) => (n === '半' ? 30 : numberOf(n) * 60)],
    [/提前(?:一|1)天(?:提醒)?(?:我)?/u, () => 24 * 60],
    [/\bremind(?: me)? (\d{1,3}) ?(?:minutes?|mins?|m) (?:before|earlier)\b/iu, ([, n = '']) => Number(n)],
    [/\bremind(?: me)? (?:an|one|1) hour (?:before|earlier)\b/iu, () => 60],
    [/\bremind(?: me)? (\d{1,2}) ?(?:hours?|h) (?:before|earlier)\b/iu, ([, n = '']) => Number(n) * 60],
    [/\bremind(?: me)? (?:a|one|1) day (?:before|earlier)\b/iu, () => 24 * 60],
  ])

export const findPriority = (text: string): Found<'high' | 'low'> | null =>
  first<'high' | 'low'>(text, [
    [/(?<=^|\s)!{1,3}(?=\s|$)|^!{1,3}|!{2,3}$/u, () => 'high'],
    // 重要客户 and important customers are kinds of customers: the word counts only where it stands apart.
    [/(?<=^|[\s,:!【[\uE000])(?:非常)?(?:紧急|重要|加急)(?=$|[\s,:!。】\]\uE000])/u, () => 'high'],
    [/\b(?:asap|high priority)\b|\b(?:urgent|important)\b(?=\s*(?:[:,!\uE000]|$))|^urgent\b/iu, () => 'high'],
    [/不急|有空再/u, () => 'low'],
    [/\b(?:low priority|no rush)\b/iu, () => 'low'],
  ])

const MEETING =
  /开会|会议|例会|见面|拜访|约见|面谈|会见|来访|^(?:meet|visit)\b|\b(?:meeting|appointment|lunch with|dinner with|demo with|demo at)\b/iu

/** A meeting is said to be one; everything else that is to be done is a task, a call too. */
export const isMeeting = (line: string): boolean => MEETING.test(line)
