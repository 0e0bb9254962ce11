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

/** Whether a cell of a date, number or link says “nothing” in one of the words that programs write for it. Text keeps such words. */
export const saysNothing = (text: string): boolean => text.length <= 5 && NOTHING.test(text)

/** Visible signs of ASCII, without a space: nothing to mend. */
const PLAIN = /^[!-~]*$/

/** Full-width digits, letters and signs in their usual width, without the spaces around. */
export const plain = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFKC').trim())
