// Numbers as people type them in Chinese: 三, 十一, 二十五, 两, or plain digits. Up to 99.
const DIGITS = '零一二三四五六七八九'

/** A piece of a pattern that such a number fits. */
export const NUMBER = '(?:\\d{1,3}|[零一二两三四五六七八九十]{1,3})'

/** The number; NaN for what is none. */
export const numberOf = (text: string): number => {
  if (/^\d+$/u.test(text)) return Number(text)
  const [tens, ones] = text.replaceAll('两', '二').split('十')
  const digit = (one: string): number => DIGITS.indexOf(one)
  if (ones === undefined) return tens !== undefined && tens.length === 1 ? digit(tens) : Number.NaN
  return (tens === '' ? 1 : digit(tens ?? '')) * 10 + (ones === '' ? 0 : digit(ones))
}

/** 一 to 六, 日, 天 and 1–7 as a day of the week from Monday; null for anything else. */
export const weekdayOfText = (text: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 | null => {
  const place = '一二三四五六日'.indexOf(text.replace('天', '日').replace('末', '六'))
  const found = /^[1-7]$/u.test(text) ? Number(text) : place + 1
  return found >= 1 && found <= 7 ? (found as 1 | 2 | 3 | 4 | 5 | 6 | 7) : null
}
