// The rows of a sheet as its XML goes by. Cells say where they stand; those that do not follow the one before.
import type { SourceRow } from '../table-file.ts'
import type { BookParts } from './book-parts.ts'
import { readCell } from './cell-value.ts'
import { xmlReader } from './read-xml.ts'

const COLUMNS = 16_384

/** A batch for each piece of text. @throws Error where the XML is broken or a cell stands outside any sheet. */
export const readSheetRows = async function* (texts: AsyncIterable<string>, book: BookParts): AsyncGenerator<SourceRow[]> {
  let batch: SourceRow[] = []
  const read = xmlReader(rowVisitor(book, (row) => batch.push(row)))
  for await (const text of texts) {
    read(text)
    if (batch.length === 0) continue
    yield batch
    batch = []
  }
  read(null)
  if (batch.length > 0) yield batch
}

interface OpenRow {
  row: number
  cells: string[]
  marks: NonNullable<SourceRow['marks']>[number][]
  faults: NonNullable<SourceRow['faults']>[number][]
}

const rowVisitor = (book: BookParts, emit: (row: SourceRow) => void): Parameters<typeof xmlReader>[0] => {
  let current: OpenRow | null = null
  let row = 0
  let column = -1
  let isInCell = false
  let type = ''
  let style = 0
  let value = ''
  let isFormula = false
  let isValue = false
  let isPhonetic = false

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'c' && current) {
      column = columnOf(attributes['r']) ?? column + 1
      if (column >= COLUMNS) throw new Error('A cell stands outside the sheet')
      isInCell = true
      type = attributes['t'] ?? 'n'
      style = Number(attributes['s'] ?? 0)
      value = ''
      isFormula = false
    } else if (name === 'v') isValue = isInCell
    else if (name === 't') isValue = isInCell && !isPhonetic
    else if (name === 'f') isFormula = true
    else if (name === 'rPh') isPhonetic = true
    else if (name === 'row') {
      row = Number(attributes['r'] ?? row + 1)
      column = -1
      current = { row, cells: [], marks: [], faults: [] }
    }
  }

  const close = (name: string): void => {
    if (name === 'v' || name === 't') isValue = false
    else if (name === 'rPh') isPhonetic = false
    else if (name === 'c' && current) {
      isInCell = false
      const { text, mark, fault } = readCell({ type, style, value, isFormula }, book)
      if (fault) current.faults.push({ ...fault, column })
      if (text === '') return
      while (current.cells.length < column) current.cells.push('')
      current.cells[column] = text
      if (mark) current.marks[column] = mark
    } else if (name === 'row' && current) {
      const { faults, ...rest } = current
      emit(faults.length > 0 ? { ...rest, faults } : rest)
      current = null
    }
  }

  const text = (piece: string): void => {
    if (isValue) value += piece
  }
  return { open, text, close }
}

/** `AB12` is 27. */
export const columnOf = (reference: string | undefined): number | null => {
  if (reference === undefined) return null
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column > 0 ? column - 1 : null
}
