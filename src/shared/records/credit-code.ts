// 统一社会信用代码, the code of every organisation registered in China (GB 32100-2015). Codes of the first years fail the check
// digit and are legal, so that nothing here refuses: it only says what to look at again.

export type CreditCodeWarning = 'credit_code_length' | 'credit_code_letters' | 'credit_code_check'

export interface CreditCodeReading {
  /** In capitals, without blanks and dashes. */
  readonly text: string
  readonly warning: CreditCodeWarning | null
}

/** Digits and the letters that cannot be taken for digits: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

/** Reads one code. An empty text has no warning. */
export const readCreditCode = (typed: string): CreditCodeReading => {
  const text = typed.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase()
  return { text, warning: text === '' ? null : warningOf(text) }
}

const warningOf = (code: string): CreditCodeWarning | null => {
  if (code.length !== LENGTH) return 'credit_code_length'
  const values = [...code].map((character) => ALPHABET.indexOf(character))
  if (values.includes(-1)) return 'credit_code_letters'
  return values.at(-1) === checkValue(values) ? null : 'credit_code_check'
}

/** GB 32100-2015, 5.2: 31 − Σ cᵢ·3^(i−1) mod 31 over the first 17 characters, where 31 counts as 0. */
const checkValue = (values: readonly number[]): number => {
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, LENGTH - 1)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31
}
