// Workbooks that Excel 2003 and many programs of accounting write as one XML file, often named .xls.
import { decodePieces } from '../csv/decode-text.ts'
import { recogniseEncodings } from '../csv/recognise-encoding.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { CellMark, Merge, RowSource, SourceRow } from '../table-file.ts'
import { readDecimal } from './exact-decimal.ts'
import { attribute, xmlReader } from './read-xml.ts'
import { damaged } from './zip-parts.ts'

interface OpenSheet {
  readonly name: string
  isHidden: boolean
  readonly rows: SourceRow[]
  readonly merges: Merge[]
}

/** @throws AppError where the file is damaged. */
export const readXmlWorkbook = async (file: FileBytes): Promise<RowSource[]> => {
  const sheets: OpenSheet[] = []
  const read = xmlReader(bookVisitor(sheets))
  const [encoding = 'utf-8'] = await recogniseEncodings(file)
  try {
    for await (const text of decodePieces(file.pieces(), encoding)) read(text)
    read(null)
  } catch (error) {
    throw damaged(file, error)
  }
  return sheets.map(({ name, isHidden, rows, merges }) => ({
    ...{ name, isHidden, isRagged: false, merges: async () => merges },
    batches: async function* () {
      yield rows
    },
  }))
}

const bookVisitor = (sheets: OpenSheet[]): Parameters<typeof xmlReader>[0] => {
  let row = 0
  let column = -1
  let cells: string[] = []
  let marks: (CellMark | undefined)[] = []
  let type = ''
  let value: string | null = null
  let isVisibleTag = false

  return {
    open: (name, attributes) => {
      const index = Number(attribute(attributes, 'Index') ?? 0)
      if (name === 'Worksheet') {
        sheets.push({ name: attribute(attributes, 'Name') ?? '', isHidden: false, rows: [], merges: [] })
        row = 0
      } else if (name === 'Row') {
        row = index > 0 ? index : row + 1
        column = -1
        cells = []
        marks = []
      } else if (name === 'Cell') {
        column = index > 0 ? index - 1 : column + 1
        const down = Number(attribute(attributes, 'MergeDown') ?? 0)
        if (down > 0) sheets.at(-1)?.merges.push({ top: row, bottom: row + down, column })
      } else if (name === 'Data') {
        type = attribute(attributes, 'Type') ?? 'String'
        value = ''
      } else if (name === 'Visible') isVisibleTag = true
    },
    text: (text) => {
      if (value !== null) value += text
      else if (isVisibleTag) {
        const sheet = sheets.at(-1)
        if (sheet && /hidden/iu.test(text)) sheet.isHidden = true
      }
    },
    close: (name) => {
      if (name === 'Data' && value !== null) {
        while (cells.length < column) cells.push('')
        const { text, mark } = cellOf(type, value)
        cells[column] = text
        if (mark) marks[column] = mark
        value = null
      } else if (name === 'Row') {
        sheets.at(-1)?.rows.push({ row, cells, marks })
      } else if (name === 'Visible') isVisibleTag = false
    },
  }
}

const asNumber: CellMark = { kind: 'number' }
const asBoolean: CellMark = { kind: 'boolean' }
const asDay: CellMark = { kind: 'day' }
const asMoment: CellMark = { kind: 'moment' }
const asText: CellMark = { kind: 'text' }

const cellOf = (type: string, value: string): { readonly text: string; readonly mark?: CellMark } => {
  if (type === 'Number') return { text: readDecimal(value)?.text ?? value, mark: asNumber }
  if (type === 'Boolean') return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', mark: asBoolean }
  if (type === 'Error') return { text: '' }
  const [, day, time] = (type === 'DateTime' && /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/u.exec(value)) || []
  if (day === undefined) return { text: value, mark: asText }
  return time === '00:00:00' ? { text: day, mark: asDay } : { text: `${day} ${time}`, mark: asMoment }
}
