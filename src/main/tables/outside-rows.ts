// Rows of a list that are no records of it: its totals, the remarks below it, and headings that are repeated where two lists were put together.
import type { RowShapeFault, TableHead } from './table-file.ts'

interface OutsideRows {
  /** Each row in its order. */
  readonly note: (row: number, cells: readonly string[]) => void
  /** The faults of those that are no records, once all rows are known. */
  readonly faults: () => RowShapeFault[]
}

/** How many rows below a table may be remarks. */
const BELOW = 12
/** The longest word for a total, with a count behind it. */
const LONGEST_TOTAL = 24
/** A table of fewer columns has too little that would tell a remark from a record. */
const LEAST_WIDTH = 3

const TOTAL =
  /^(?:本页|本月|本年)?(?:合计|总计|小计|共计|累计|总数|total|totals|subtotal|sub-total|grand total|sum|summe|gesamt|gesamtsumme|zwischensumme|total général|suma)(?:金额|数量)?\s*[:：]?$/iu
const TOTAL_WITH_COUNT = /^(?:合计|总计|共计|共)\s*[:：]?\s*\d[\d,.]*\s*[\p{Script=Han}]{0,3}$/u
/** How the words for totals begin: of most rows that is enough to know. */
const MAY_BE_TOTAL = /^\s*[本合总小共累tsgz]/iu
const AMOUNT = /^[-+(]?[¥￥$€£]?\s*\d[\d.,\s]*\)?\s*(?:%|\p{Script=Han}{1,2})?$/u
const REMARK =
  /^(?:注|备注|说明|附注|制表|制单|填表|审核|复核|打印|导出|经办|负责人签字|note|notes|remark|remarks|source|printed|exported|generated|prepared|copyright|confidential|erstellt|stand)[\p{L}\s]{0,12}(?:[:：]|\s\(c\)|\sinformation|\sby\s|\son\s)/iu

export const outsideRows = ({ headings }: TableHead, width: number): OutsideRows => {
  const found: RowShapeFault[] = []
  const last: LastRow[] = []
  let before = 0

  return {
    note: (row, cells) => {
      last.push({ row, cells, isAfterGap: before > 0 && row > before + 1 })
      if (last.length > BELOW) last.shift()
      before = row
      // Of nearly every row the first text alone says that it is a record.
      const place = cells.findIndex((cell) => cell !== '' && cell.trim() !== '')
      const first = cells[place] ?? ''
      if (isHeading(first, headings[place]) && isRepeated(cells, headings)) found.push(fault(row, 'imports.row.headings_again'))
      else if (first.length <= LONGEST_TOTAL && MAY_BE_TOTAL.test(first) && isTotal(textsOf(cells)))
        found.push(fault(row, 'imports.row.outside'))
    },
    faults: () => {
      const known = new Set(found.map(({ row }) => row))
      return [...found, ...remarksIn(last, width).flatMap((row) => (known.has(row) ? [] : [fault(row, 'imports.row.outside')]))]
    },
  }
}

interface LastRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly isAfterGap: boolean
}

const textsOf = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

const isRepeated = (cells: readonly string[], headings: readonly string[]): boolean =>
  textsOf(cells).length > 1 && cells.every((cell, place) => cell.trim() === '' || isHeading(cell, headings[place]))

const fault = (row: number, messageKey: string): RowShapeFault => ({
  row,
  column: null,
  severity: 'warn',
  messageKey,
  params: {},
})

const isHeading = (cell: string, heading: string | undefined): boolean =>
  heading !== undefined &&
  (cell === heading || (Math.abs(cell.length - heading.length) < 4 && cell.replace(/[\s\ufeff]+/gu, ' ').trim() === heading))

const isTotal = ([first = '', ...rest]: readonly string[]): boolean =>
  (TOTAL.test(first.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')) &&
    rest.length > 0 &&
    rest.every((text) => AMOUNT.test(text))) ||
  (TOTAL_WITH_COUNT.test(first) && rest.every((text) => AMOUNT.test(text)))

/** From the end upwards: labelled remarks, and behind a blank row lone texts. Where no record stands above them they are the records. */
const remarksIn = (last: readonly LastRow[], width: number): number[] => {
  const rows: number[] = []
  let behindGap: number[] = []
  for (const { row, cells: all, isAfterGap } of last.toReversed()) {
    const cells = textsOf(all)
    const isRemark =
      cells.length > 0 &&
      cells.length <= 3 &&
      cells.every((text) => REMARK.test(text) || /^\p{Script=Han}{2,6}[:：]/u.test(text) || TOTAL.test(text))
    const isLone = cells.length === 1 && width >= LEAST_WIDTH
    if (!isRemark && !isLone && !isTotal(cells)) return rows
    behindGap.push(row)
    if (isRemark || isAfterGap || isTotal(cells)) {
      rows.push(...behindGap)
      behindGap = []
    }
  }
  return last.length < BELOW ? [] : rows
}
