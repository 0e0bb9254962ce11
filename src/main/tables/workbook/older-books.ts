// Workbooks of other programs and older days: .xls, .xlsb, .ods, and web pages that call themselves .xls. They are read as a whole; what
// they say about a cell is its value, not how it was shown.
import type { CellValue as BookValue, Sheet } from 'hucre'
import { AppError } from '#shared/base/app-error.ts'
import { withoutEntities } from '#main/records/mail/html-text.ts'
import { decoderOf } from '../csv/decode-text.ts'
import { recogniseEncodings } from '../csv/recognise-encoding.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { CellMark, RowSource, SourceRow } from '../table-file.ts'
import { plainDecimal, readDecimal } from './exact-decimal.ts'
import { damaged } from './zip-parts.ts'

export type OlderBook = 'xls' | 'xlsb' | 'ods'

/** Loaded only where it is needed: hardly any file is old. */
const library = () => import('hucre')
const BATCH = 1000

/** @throws AppError where the file is damaged. */
export const readOlderBook = async (file: FileBytes, kind: OlderBook): Promise<RowSource[]> => {
  const bytes = await file.whole()
  const { readOds, readXls, readXlsb } = await library()
  const read = { xls: readXls, xlsb: readXlsb, ods: readOds }[kind]
  const book = await read(bytes).catch((error: unknown) => {
    throw damaged(file, error)
  })
  return book.sheets.map(sheetSource)
}

/** The tables of a web page, the biggest of which is the one that was exported. @throws AppError where it has none. */
export const readWebPage = async (file: FileBytes): Promise<RowSource> => {
  const { fromHtml } = await library()
  // The library runs lines of a cell together and knows few of the named characters.
  const html = withoutEntities(await pageOf(file)).replace(/<br\s*\/?>(?=[^<]*\S)/giu, '\n')
  const tables = [...html.matchAll(/<table[\s>][\s\S]*?(?:<\/table>|$)/giu)].map(([table]) =>
    fromHtml(table, { typeInference: false }),
  )
  const [biggest] = tables.sort((a, b) => b.rows.length - a.rows.length)
  if (!biggest || biggest.rows.length === 0) throw new AppError('invalid_input', 'imports.file.no_table', { name: file.name })
  return sheetSource({ ...biggest, name: file.title })
}

/** In the encoding that the page names, unless its bytes are none of it. */
const pageOf = async (file: FileBytes): Promise<string> => {
  const bytes = await file.whole()
  const [likeliest = 'utf-8'] = await recogniseEncodings(file)
  const decoder = decoderOf(likeliest)
  return decoder.decode(bytes) + decoder.end()
}

const sheetSource = (sheet: Sheet): RowSource => ({
  name: sheet.name,
  isHidden: sheet.hidden === true || sheet.veryHidden === true,
  isRagged: false,
  merges: async () =>
    (sheet.merges ?? []).map(({ startRow, endRow, startCol }) => ({ top: startRow + 1, bottom: endRow + 1, column: startCol })),
  batches: async function* (): AsyncGenerator<readonly SourceRow[]> {
    for (let at = 0; at < sheet.rows.length; at += BATCH) {
      // A damaged sheet may leave rows out.
      const rows: readonly (readonly BookValue[] | undefined)[] = sheet.rows.slice(at, at + BATCH)
      yield Array.from(rows, (cells, place) => sourceRow(cells ?? [], at + place + 1))
    }
  },
})

type Fault = NonNullable<SourceRow['faults']>[number]

const sourceRow = (values: readonly BookValue[], row: number): SourceRow => {
  const faults: Fault[] = []
  const marks: (CellMark | undefined)[] = []
  const cells = Array.from(values, (value: BookValue | undefined, column) => {
    const { text, mark, fault } = textOf(value)
    marks[column] = mark
    if (fault !== undefined) faults.push({ column, severity: 'warn', messageKey: fault, params: { value: text } })
    return fault === 'imports.cell.error' ? '' : text
  })
  return faults.length > 0 ? { row, cells, marks, faults } : { row, cells, marks }
}

const asText: CellMark = { kind: 'text' }
const asNumber: CellMark = { kind: 'number' }
const asBoolean: CellMark = { kind: 'boolean' }
const asDay: CellMark = { kind: 'day' }
const asMoment: CellMark = { kind: 'moment' }
const asTime: CellMark = { kind: 'time' }

/** What a formula shows that came to nothing. */
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/u

const textOf = (value: BookValue | undefined): { text: string; mark?: CellMark; fault?: string } => {
  if (value === null || value === undefined || value === '') return { text: '' }
  if (typeof value === 'string') {
    return ERROR.test(value) ? { text: value, fault: 'imports.cell.error' } : { text: value, mark: asText }
  }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', mark: asBoolean }
  if (value instanceof Date) return timeOf(value)
  const decimal = readDecimal(String(value))
  if (!decimal) return { text: plainDecimal(value), mark: asNumber }
  return decimal.isShortened
    ? { text: decimal.text, mark: asNumber, fault: 'imports.cell.precision_lost' }
    : { text: decimal.text, mark: asNumber }
}

/** Times of day are days at the beginning of Excel's calendar. */
const timeOf = (date: Date): { text: string; mark?: CellMark; fault?: string } => {
  if (Number.isNaN(date.getTime())) return { text: '', fault: 'imports.cell.not_a_day' }
  const whole = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  const [day, time] = [whole.slice(0, 10), whole.slice(11, 19)]
  if (date.getUTCFullYear() < 1900) return { text: time, mark: asTime }
  return time === '00:00:00' ? { text: day, mark: asDay } : { text: `${day} ${time}`, mark: asMoment }
}
