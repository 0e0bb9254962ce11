// Which row of a table holds its headings: titles, days of issue and blank lines may stand above it, a second line of headings below it.
import type { SourceRow } from './table-file.ts'

/** How many rows are looked at. */
export const LOOKED_AT = 100
const TITLES = 15

export interface FoundHeadings {
  /** 0: there are none. */
  readonly headingRow: number
  readonly headings: readonly string[]
}

/** `chosen` is the row that the user named; 0 for none. */
export const findHeadings = (rows: readonly SourceRow[], chosen: number | null): FoundHeadings => {
  const records = rows.filter(({ cells }) => filledIn(cells) > 0)
  if (chosen === 0) return { headingRow: 0, headings: [] }
  const named = chosen === null ? undefined : rows.find(({ row }) => row === chosen)
  const place = named ? records.indexOf(named) : placeOfHeadings(records)
  const heading = records[place]
  if (!heading) return { headingRow: named ? named.row : 0, headings: [] }
  if (!named && place === 0 && looksLikeData(heading.cells)) return { headingRow: 0, headings: [] }

  const below = records[place + 1]
  return below && isSecondLine(heading.cells, below.cells)
    ? { headingRow: below.row, headings: joined(heading.cells, below.cells) }
    : { headingRow: heading.row, headings: heading.cells }
}

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** The first row that is at least about half as full as rows usually are; above it stand only titles. */
const placeOfHeadings = (records: readonly SourceRow[]): number => {
  const counts = records.map(({ cells }) => filledIn(cells)).sort((a, b) => a - b)
  const usual = counts[Math.floor(counts.length / 2)] ?? 0
  for (const [place, { cells }] of records.slice(0, TITLES).entries()) {
    const filled = filledIn(cells)
    if (filled * 2 > usual || (filled > 1 && filled * 2 === usual)) return place
    // In a table of two columns a lone first cell may be a heading; it is a title where the row ends after it.
    if (filled === 1 && usual === 2 && cells.length > 1) return place
  }
  return 0
}

const E_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u
const PHONE = /^\+?\d[\d\s()-]{6,}$/u
const DAY = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/u

const NUMBER = /^[-+]?[\d.,]+%?$/u

/** No heading is an e-mail address, a phone number or a day, unless several of them are, as in a table of months; nor are all of them numbers. */
const looksLikeData = (cells: readonly string[]): boolean => {
  const texts = cells.map((cell) => cell.trim()).filter((text) => text !== '')
  if (texts.every((text) => NUMBER.test(text) || DAY.test(text))) return true
  return texts.some((text) => E_MAIL.test(text)) || texts.filter((text) => PHONE.test(text) || DAY.test(text)).length === 1
}

/**
 * “Contact” over “phone” and “e-mail”: each column has a text in one of the two rows, some only above, some only below, and those below stand
 * under the group that begins to their left. The first column has no group: else a row of data under headings with gaps looks the same.
 */
const isSecondLine = (above: readonly string[], below: readonly string[]): boolean => {
  const width = Math.max(above.length, below.length)
  if ((below[0]?.trim() ?? '') !== '') return false
  let onlyAbove = 0
  let onlyBelow = 0
  for (let column = 0; column < width; column += 1) {
    const upper = above[column]?.trim() ?? ''
    const lower = below[column]?.trim() ?? ''
    if (upper === '' && lower === '') return false
    if (lower !== '' && /\d/u.test(lower)) return false
    if (lower === '') onlyAbove += 1
    if (upper === '') {
      onlyBelow += 1
      if ((below[column - 1]?.trim() ?? '') === '') return false
    }
  }
  return onlyAbove > 0 && onlyBelow > 0
}

const joined = (above: readonly string[], below: readonly string[]): string[] => {
  let group = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const upper = above[column]?.trim() ?? ''
    const lower = below[column]?.trim() ?? ''
    if (upper !== '') group = upper
    return lower === '' ? upper : `${group} ${lower}`
  })
}
