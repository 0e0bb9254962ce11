// Which sign separates the columns of a file and which ends its lines, judged by what stands outside quotation marks.
import type { CsvDialect } from './import.ts'

export type Delimiter = CsvDialect['delimiter']

export interface CsvShape {
  readonly delimiter: Delimiter
  readonly newline: '\n' | '\r'
}

/** Of two that fit alike the first is meant: a tab hardly ever stands in a text. */
const DELIMITERS: readonly Delimiter[] = ['\t', ';', '|', ',']
const RECORDS = 50
/** The line with which Excel is told the separator. */
const HINT = /^sep=(?<sign>[,;\t|])\r?\n?/iu

/** Judges from the beginning of a file; `text` may end in the middle of a line. */
export const sniffShape = (text: string): CsvShape => {
  const { counts, newline } = countOutsideQuotes(text)
  const hint = DELIMITERS.find((delimiter) => delimiter === HINT.exec(text)?.groups?.['sign'])
  if (hint) return { delimiter: hint, newline }

  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const [place, delimiter] of DELIMITERS.entries()) {
    const columns = counts.map((record) => record[place] ?? 0)
    const inHeading = columns[0] ?? 0
    const alike = columns.filter((count) => count === inHeading).length
    // Rows that agree with the heading weigh more than many columns: a decimal comma agrees with no heading.
    const score = inHeading === 0 ? 0 : alike / columns.length + Math.min(inHeading, 100) / 1000
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, newline }
}

/** Whether the first line only names the separator; such a line is no heading. */
export const isSeparatorHint = (cells: readonly string[], delimiter: Delimiter): boolean =>
  cells.length <= 2 && cells.join(delimiter).toLowerCase() === `sep=${delimiter}`

const countOutsideQuotes = (text: string): { counts: number[][]; newline: '\n' | '\r' } => {
  const counts: number[][] = []
  let record = DELIMITERS.map(() => 0)
  let isQuoted = false
  let atStart = true
  let isBlank = true
  let newline: '\n' | '\r' | null = null

  for (let at = 0; at < text.length && counts.length < RECORDS; at += 1) {
    const sign = text.charAt(at)
    if (isQuoted) {
      if (sign === '"' && text.charAt(at + 1) === '"') at += 1
      else if (sign === '"') isQuoted = false
      continue
    }
    if (sign === '"' && atStart) {
      isQuoted = true
      isBlank = false
    } else if (sign === '\n' || sign === '\r') {
      newline ??= sign === '\r' && text.charAt(at + 1) !== '\n' ? '\r' : '\n'
      if (!isBlank) counts.push(record)
      record = DELIMITERS.map(() => 0)
      isBlank = true
      atStart = true
      continue
    } else {
      isBlank = false
    }
    const place = DELIMITERS.findIndex((delimiter) => delimiter === sign)
    if (place >= 0) record[place] = (record[place] ?? 0) + 1
    atStart = place >= 0
  }
  if (counts.length === 0 && !isBlank) counts.push(record)
  return { counts, newline: newline ?? '\n' }
}
