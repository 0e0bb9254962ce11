// Which row of a table holds its headings: titles, days of issue and blank lines may stand above it, a second line of headings below it.
import { isKnownHeading } from '#shared/imports/heading-meanings.ts'
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
  const usual = usuallyFilled(records)
  for (const [place, { cells }] of records.slice(0, TITLES).entries()) {
    const filled = filledIn(cells)
    if (filled * 2 > usual || (filled > 1 && filled * 2 === usual)) return place
    // In a table of two columns a lone first cell may be a heading; it is a title where the row ends after it.
    if (filled === 1 && usual === 2 && cells.length > 1) return place
  }
  return 0
}

/** Of how many cells the most are in rows that have as many: titles, totals and remarks, however many, have few. */
const usuallyFilled = (records: readonly SourceRow[]): number => {
  const counts = records.map(({ cells }) => filledIn(cells)).sort((a, b) => b - a)
  let usual = 0
  let most = 0
  for (const [rows, filled] of counts.entries()) {
    if (filled * (rows + 1) <= most) continue
    most = filled * (rows + 1)
    usual = filled
  }
  return usual
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
 * under the group that begins to their left. Where the first column has a group, too, the lower row must hold headings that are known: else a
 * row of data under headings with gaps looks the same.
 */
const isSecondLine = (above: readonly string[], below: readonly string[]): boolean => {
  const width = Math.max(above.length, below.length)
  if ((below[0]?.trim() ?? '') !== '' && !areHeadings(below)) return false
  let single = 0
  let onlyBelow = 0
  for (let column = 0; column < width; column += 1) {
    const upper = above[column]?.trim() ?? ''
    const lower = below[column]?.trim() ?? ''
    if (upper === '' && lower === '') return false
    if (lower !== '' && /\d/u.test(lower)) return false
    if (lower === '' || column === 0) single += 1
    if (upper === '') {
      onlyBelow += 1
      if ((below[column - 1]?.trim() ?? '') === '') return false
    }
  }
  return single > 0 && onlyBelow > 0
}

const areHeadings = (cells: readonly string[]): boolean =>
  cells.filter((cell) => isKnownHeading(cell)).length * 2 >= Math.max(4, filledIn(cells))

/** The group stands before a heading that says too little without it: one that is not known, or that stands there twice. */
const joined = (above: readonly string[], below: readonly string[]): string[] => {
  const texts = below.map((cell) => cell.trim())
  const isEnough = (text: string): boolean => isKnownHeading(text) && texts.indexOf(text) === texts.lastIndexOf(text)
  let group = ''
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const upper = above[column]?.trim() ?? ''
    const lower = below[column]?.trim() ?? ''
    if (upper !== '') group = upper
    if (lower === '') return upper
    return isEnough(lower) && !isKnownHeading(`${group} ${lower}`) ? lower : `${group} ${lower}`
  })
}
