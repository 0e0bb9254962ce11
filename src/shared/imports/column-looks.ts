// What the values of a column look like, counted cell by cell: days, numbers, addresses, a few choices.
import { isEmail, isWebPage } from '#shared/base/addresses.ts'
import { guessMarks, noMarkEvidence, noteAmount } from './amounts.ts'
import { plain, saysNothing } from './cell.ts'
import { isFlagWord } from './choice-words.ts'
import { noDateEvidence, noteDate, possibleDateOrders } from './date-evidence.ts'
import type { ColumnLook, InspectedColumn } from './inspection.ts'

const SAMPLES = 5
const SAMPLE_LENGTH = 200
const MOST_VALUES = 50
/** Enough to tell what a column holds; order of dates and marks are judged by all of it. */
const JUDGED = 2000
const NUMBER = /^[-+−(]?\s*(?:[¥€£$]|rmb|cny|usd|eur)?\s*\d[\d.,'’\s]*\)?\s*(?:元|万|万元|亿|%|€|kg)?$/iu
const PHONE = /^(?=(?:\D*\d){6,16}\D*$)\+?[\d\s().\-/–]+(?:(?:ext|x|转)\.?\s*\d+)?$/iu
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u

export interface ColumnJudge {
  readonly note: (cell: string) => void
  readonly result: (heading: string) => InspectedColumn
}

export const createColumnJudge = (): ColumnJudge => {
  const dates = noDateEvidence()
  const marks = noMarkEvidence()
  const samples: string[] = []
  let values: Map<string, number> | null = new Map()
  const looks: Partial<Record<ColumnLook, number>> = {}
  let filled = 0
  let judged = 0
  let dateLike = 0
  const count = (look: ColumnLook): void => void (looks[look] = (looks[look] ?? 0) + 1)

  return {
    note: (cell) => {
      const text = plain(cell)
      if (text === '' || saysNothing(text)) return
      filled += 1
      if (samples.length < SAMPLES && !samples.includes(text))
        samples.push(text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text)
      if (values !== null) {
        if (text.length > SAMPLE_LENGTH) values = null
        else {
          values.set(text, (values.get(text) ?? 0) + 1)
          if (values.size > MOST_VALUES) values = null
        }
      }
      const isDate = judged < JUDGED || dateLike > 0 ? noteDate(dates, text) : false
      if (isDate) dateLike += 1
      if (judged < JUDGED || (looks.number ?? 0) > 0) noteAmount(marks, text)
      if (judged >= JUDGED) return
      judged += 1
      if (isDate) count('day')
      else if (isEmail(text)) count('email')
      else if (CREDIT_CODE.test(text) && /[A-Z]/u.test(text)) count('creditCode')
      else if (NUMBER.test(text))
        count(PHONE.test(text) && /^(?:\+|0|1\d{10}$|\()/u.test(text) && /\D|^0|^1\d{10}$/u.test(text) ? 'phone' : 'number')
      else if (PHONE.test(text)) count('phone')
      else if (/^(?:https?:\/\/|www\.)/iu.test(text) && isWebPage(text)) count('website')
      else if (isFlagWord(text)) count('flag')
      else count('text')
    },
    result: (heading) => {
      const listed = [...(values ?? new Map<string, number>())].toSorted((one, other) => other[1] - one[1])
      return {
        ...{ heading, samples, filled },
        look: lookOf(looks, { filled, judged, different: values === null ? Infinity : values.size }),
        values: listed.map(([value, times]) => ({ value, count: times })),
        dateOrders: possibleDateOrders(dates),
        decimalMarks: (looks.number ?? 0) > 0 ? guessMarks(marks) : [],
        carried: null,
      }
    },
  }
}

const lookOf = (
  looks: Partial<Record<ColumnLook, number>>,
  { filled, judged, different }: { readonly filled: number; readonly judged: number; readonly different: number },
): ColumnLook => {
  if (filled === 0) return 'empty'
  const [best] = Object.entries(looks).toSorted((one, other) => (other[1] ?? 0) - (one[1] ?? 0))
  const look = (best?.[0] ?? 'text') as ColumnLook // keys of the counts are looks
  if ((best?.[1] ?? 0) * 10 < judged * 8) return 'text'
  return look === 'text' && different <= 20 && filled >= different * 3 ? 'choice' : look
}
