// A block copied from a spreadsheet and the place it is pasted at, turned into changes of rows.
import type { ListChanges, NewValue } from './list-change.ts'
import type { ListField } from './list-field.ts'
import { type CellIssue, type PasteNames, readPastedCell } from './pasted-cell.ts'

/** The cells of copied text: tabs between columns, quotes around cells that hold tabs, line breaks or quotes. */
export const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/gu, '\n')
  for (let index = 0; index < plain.length; index++) {
    const letter = plain.charAt(index)
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (plain.charAt(index + 1) === '"') {
        cell += letter
        index += 1
      } else isQuoted = false
    } else if (letter === '"' && cell === '' && closesLater(plain, index)) isQuoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  // A spreadsheet ends its last row with a line break, too.
  const last = rows.at(-1)
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** Whether a quote at the head of a cell is closed before a tab or the line's end: `"5 inch` is a text that begins with a quote. */
const closesLater = (text: string, start: number): boolean => /^"(?:[^"]|"")*"(?=\t|\n|$)/u.test(text.slice(start))

export interface PastedCell {
  /** From 0, within the block. */
  readonly row: number
  readonly column: number
  readonly text: string
  readonly field: ListField | null
  readonly value?: NewValue
  readonly issue?: CellIssue
}

export interface Pasted {
  /** For `lists.edit`: the rows that something is set in. */
  readonly edits: readonly { readonly id: string; readonly changes: ListChanges }[]
  readonly cells: readonly PastedCell[]
  readonly issues: number
}

/**
 * `ids` are the rows and `fields` the columns from the place on, to the end of the list. A single copied cell fills all `ids` of a selection:
 * pass those and `isFilling`.
 */
export const readPasted = (
  block: readonly (readonly string[])[],
  place: { readonly ids: readonly string[]; readonly fields: readonly ListField[]; readonly isFilling?: boolean },
  names: PasteNames,
): Pasted => {
  const spread = place.isFilling === true ? place.ids.map((_, row) => block[row % Math.max(1, block.length)] ?? []) : block
  const cells = spread.flatMap((texts, row) => texts.map((text, column): PastedCell => read(text, row, column, place, names)))
  const changes = new Map<string, ListChanges>()
  for (const { row, field, value } of cells) {
    const id = place.ids[row]
    if (id !== undefined && field !== null && value !== undefined) changes.set(id, { ...changes.get(id), [field.id]: value })
  }
  return {
    edits: [...changes].map(([id, changed]) => ({ id, changes: changed })),
    cells,
    issues: cells.filter(({ issue }) => issue !== undefined).length,
  }
}

const read = (
  text: string,
  row: number,
  column: number,
  place: { readonly ids: readonly string[]; readonly fields: readonly ListField[] },
  names: PasteNames,
): PastedCell => {
  const field = place.fields[column] ?? null
  if (field === null || place.ids[row] === undefined)
    return { row, column, text, field: null, issue: { code: 'cell_beyond', params: { text } } }
  return { row, column, text, field, ...readPastedCell(text, field, names) }
}
