// What reading one cell can answer. A value that would be lost refuses its row; a warning always says what is stored instead.
import type { ImportMessageKey } from './imports.messages.ts'

export interface CellFault {
  readonly severity: 'refuse' | 'warn'
  readonly messageKey: ImportMessageKey
  readonly params: Readonly<Record<string, string | number>>
}

export interface CellReading<Value> {
  readonly value: Value | null
  readonly fault: CellFault | null
}

export const taken = <Value>(value: Value): CellReading<Value> => ({ value, fault: null })
export const empty: CellReading<never> = { value: null, fault: null }

export const refused = (messageKey: ImportMessageKey, params: CellFault['params'] = {}): CellReading<never> => ({
  value: null,
  fault: { severity: 'refuse', messageKey, params },
})

/** The cell comes in as `value`; the message says so. */
export const takenAs = <Value>(
  value: Value | null,
  messageKey: ImportMessageKey,
  params: CellFault['params'] = {},
): CellReading<Value> => ({ value, fault: { severity: 'warn', messageKey, params } })

const NOTHING = /^(?:[-–—/]+|null|n\/?a|#n\/a|none|nil|无|暂无|空)$/iu

/** A day that is none, as Outlook and MySQL write it: 00.00.00, 0000-00-00 00:00:00. */
const NO_DAY = /^0{1,4}([-./])0{1,2}\1(?:0{1,2}|0{4})(?:[ T][0:.]+)?$/u

/** Whether a cell of a date, number or link says “nothing” in one of the words that programs write for it. Text keeps such words. */
export const saysNothing = (text: string): boolean =>
  text.length <= 5 ? NOTHING.test(text) : text.charCodeAt(0) === 48 && text.length <= 23 && NO_DAY.test(text)

const UNDECIDED =
  /^(?:面议|待定|待议|待确认|待填|未定|未知|不详|不明|保密|tbd|tba|t\.b\.d\.|unknown|undecided|on request|auf anfrage|offen|à définir)$/iu
/** Whether a cell of a date or amount says that there is none yet. */
export const isUndecided = (text: string): boolean => text.length <= 11 && UNDECIDED.test(text)

/** Visible signs of ASCII, without a space: nothing to mend. */
const PLAIN = /^[!-~]*$/

/** Signs that nobody sees, left by web pages and phones: of no width, of the direction of writing, marks of byte order, zeros. */
const UNSEEN = /[\0\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const HAS_UNSEEN = new RegExp(UNSEEN.source, 'u')

/** A text without signs that nobody sees. Joiners stay: emoji and some scripts need them. */
export const visible = (text: string): string => (HAS_UNSEEN.test(text) ? text.replace(UNSEEN, '') : text)

/** Full-width digits, letters and signs in their usual width, without the spaces around. */
export const plain = (text: string): string => (PLAIN.test(text) ? text : visible(text).normalize('NFKC').trim())
