// Which sign separates the cells of a text, which stands around them, and which ends its lines, judged by what stands outside quotation marks.
import { delimiters } from '#shared/imports/dialect.ts'

export interface CsvShape {
  readonly delimiter: string
  readonly quote: '"' | "'"
  readonly newline: '\n' | '\r'
}

const RECORDS = 60
/** A table does not begin further down than this. */
const LINES_ABOVE = 15
/** The line with which Excel is told the separator. */
const HINT = /^sep=(?<sign>[^\r\n])\r?\n?/iu

/** Judges from the beginning of a file; `text` may end in the middle of a line. `chosen` is the quotation mark where it is known. */
export const sniffShape = (text: string, chosen: CsvShape['quote'] | null = null): CsvShape => {
  const quote = chosen ?? quoteOf(text)
  const { records, newline } = countOutside(text, quote)
  const hint = HINT.exec(text)?.groups?.['sign']
  if (hint !== undefined) return { delimiter: hint, quote, newline }

  let best: { delimiter: string; score: number } = { delimiter: signOfOneColumn(records), score: 0 }
  for (const [place, delimiter] of delimiters.entries()) {
    const score = scoreOf(records, place)
    // A colon or caret separates cells only where nothing usual does: times and addresses are full of them.
    if (score > best.score + (place >= 4 && best.score > 0.4 ? 1 : 0)) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, quote, newline }
}

/** A text without columns is cut by no sign that stands in it. */
const signOfOneColumn = (records: readonly SignCounts[]): string => {
  const unused = delimiters.filter((_, place) => records.every(({ counts }) => counts[place] === 0))
  return unused.find((sign) => sign === ',') ?? unused[0] ?? ','
}

/** Whether the first line only names the separator; such a line is no heading. */
export const isSeparatorHint = (cells: readonly string[], delimiter: string): boolean =>
  cells.length <= 2 && cells.join(delimiter).toLowerCase() === `sep=${delimiter}`

/** How often each sign stands in a record, and whether a blank follows it there, as after a comma in a sentence. */
interface SignCounts {
  readonly counts: number[]
  readonly spaced: boolean[]
}

/**
 * The share of records with as many signs as the heading. That counts for more than many columns do: a decimal comma agrees with no heading.
 * The heading may stand below a title; then it must have several signs, and none of them in a sentence.
 */
const scoreOf = (records: readonly SignCounts[], place: number): number => {
  let best = 0
  for (const [above, heading] of records.slice(0, LINES_ABOVE).entries()) {
    const signs = heading.counts[place] ?? 0
    if (signs === 0 || (above > 0 && (signs < 2 || heading.spaced[place]))) continue
    const alike = records.slice(above).filter(({ counts }) => counts[place] === signs).length
    best = Math.max(best, alike / records.length + Math.min(signs, 100) / 1000)
  }
  return best
}

const CELL_IN = {
  '"': /(?:^|[,;\t|\r\n])"(?:[^"]|"")*"(?=$|[,;\t|\r\n])/gu,
  "'": /(?:^|[,;\t|\r\n])'[^'\r\n]*'(?=$|[,;\t|\r\n])/gu,
}

/** Cells in single quotation marks are rare; a text in them must have more than one, and none in double ones. */
const quoteOf = (text: string): '"' | "'" => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return count(CELL_IN["'"]) > 1 && count(CELL_IN['"']) === 0 ? "'" : '"'
}

const countOutside = (text: string, quote: string): { records: SignCounts[]; newline: '\n' | '\r' } => {
  const records: SignCounts[] = []
  const blank = (): SignCounts => ({ counts: delimiters.map(() => 0), spaced: delimiters.map(() => false) })
  let record = blank()
  let isQuoted = false
  let atStart = true
  let isBlank = true
  let newline: '\n' | '\r' | null = null

  for (let at = 0; at < text.length && records.length < RECORDS; at += 1) {
    const sign = text.charAt(at)
    if (isQuoted) {
      if (sign === quote && text.charAt(at + 1) === quote) at += 1
      else if (sign === quote) isQuoted = false
      continue
    }
    if (sign === '\n' || sign === '\r') {
      newline ??= sign === '\r' && text.charAt(at + 1) !== '\n' ? '\r' : '\n'
      if (!isBlank) records.push(record)
      record = blank()
      isBlank = true
      atStart = true
      continue
    }
    isBlank = false
    if (sign === quote && atStart) isQuoted = true
    const place = delimiters.findIndex((delimiter) => delimiter === sign)
    if (place >= 0) {
      record.counts[place] = (record.counts[place] ?? 0) + 1
      if (text.charAt(at + 1) === ' ') record.spaced[place] = true
    }
    atStart = place >= 0
  }
  if (records.length === 0 && !isBlank) records.push(record)
  return { records, newline: newline ?? '\n' }
}
