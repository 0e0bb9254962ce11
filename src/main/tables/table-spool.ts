// Reads a table once from beginning to end and keeps its rows packed, so that they can be gone through again and again without waiting.
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/base/app-error.ts'
import { columnCounter } from './column-kinds.ts'
import { hashOf, openFileBytes } from './file-bytes.ts'
import { mergeFiller } from './merged-cells.ts'
import { mendRow } from './mend-row.ts'
import { letterOf } from './name-headings.ts'
import { outsideRows } from './outside-rows.ts'
import { PACK, type PackedRows, packRows, unpackRows } from './packed-rows.ts'
import type { ReadingContext, RowShapeFault, SourceRow, TableFile, TableRow, TableSpool } from './table-file.ts'

/** @throws AppError `imports.file.changed` where the file is not the one that was opened, and what reading it can throw. */
export const spoolTable = async (file: TableFile, index: number, context: ReadingContext): Promise<TableSpool> => {
  const [head, source] = [file.tables[index], file.sources[index]]
  if (!head || !source) throw new AppError('invalid_input', 'imports.file.changed')
  const onDisk = await openFileBytes(file.path)
  if (onDisk.identity !== file.identity) throw new AppError('invalid_input', 'imports.file.changed')

  const packs: PackedRows[] = []
  const faults: RowShapeFault[] = []
  const counter = columnCounter(head.width)
  const outside = outsideRows(head, head.width)
  let waiting: TableRow[] = []
  let rows = 0
  const pack = (): void => {
    if (waiting.length > 0) packs.push(packRows(waiting))
    rows += waiting.length
    waiting = []
  }

  const merges = (await source.merges?.()) ?? []
  const filled = mergeFiller(merges)
  for await (const batch of source.batches()) {
    for (const found of batch) {
      if (found.row <= head.headingRow || isBlank(found)) continue
      const record = merges.length === 0 ? found : { ...found, cells: filled(found) }
      const fitted = fit(record, head.width, source.isRagged ? (file.dialect?.delimiter ?? ',') : null)
      waiting.push({ row: record.row, cells: fitted.cells })
      faults.push(...fitted.faults)
      outside.note(record.row, fitted.cells)
      counter.count(record)
      if (waiting.length === PACK) pack()
    }
    context.progress('imports.step.reading', rows + waiting.length, null)
    await setImmediate()
    context.checkCancelled()
  }
  pack()

  return {
    head,
    rows,
    faults: [...withoutUsual(faults, rows), ...(source.headings ? [] : outside.faults())],
    columns: counter.columns(),
    fileHash: await hashOf(onDisk),
    batches: function* () {
      for (const one of packs) yield unpackRows(one)
    },
    rowsAt: (wanted) => rowsAt(packs, new Set(wanted)),
  }
}

/** A row of nothing but an error shows something. */
const isBlank = ({ cells, faults }: SourceRow): boolean => faults === undefined && cells.every((cell) => cell.trim() === '')

interface Fitted {
  readonly cells: readonly string[]
  readonly faults: readonly RowShapeFault[]
}

/** As many cells as there are columns. Blank cells beyond the last column are no cells. `delimiter` is that of a text file. */
const fit = (record: SourceRow, width: number, delimiter: string | null): Fitted => {
  const { row, cells } = record
  const faults: RowShapeFault[] = (record.faults ?? []).map((fault) => ({ ...fault, row }))
  if (cells.length === width) return { cells, faults }
  if (cells.length < width) {
    if (delimiter !== null) faults.push({ row, column: null, ...tooFew(cells.length, width) })
    return { cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')], faults }
  }

  const beyond = cells.findLastIndex((cell) => cell.trim() !== '')
  if (beyond < width) return { cells: cells.slice(0, width), faults }
  if (delimiter !== null) {
    const filled = cells.slice(0, beyond + 1)
    const mended = mendRow(filled, width, delimiter)
    if (!mended) return { cells: filled, faults: [...faults, { row, column: null, ...tooMany(beyond + 1, width) }] }
    return {
      cells: mended.cells,
      faults: [...faults, ...mended.joined.map(({ column, value }) => ({ row, column, ...joined(value) }))],
    }
  }
  for (let column = width; column <= beyond; column += 1) {
    const value = cells[column] ?? ''
    if (value.trim() !== '') faults.push({ row, column: null, ...leftOut(letterOf(column), value) })
  }
  return { cells: cells.slice(0, width), faults }
}

/** Where most rows are short, that is how the program writes them, and nothing is wrong with any of them. */
const withoutUsual = (faults: readonly RowShapeFault[], rows: number): readonly RowShapeFault[] => {
  const short = faults.filter(({ messageKey }) => messageKey === TOO_FEW)
  return short.length * 2 > rows ? faults.filter(({ messageKey }) => messageKey !== TOO_FEW) : faults
}

const TOO_FEW = 'imports.row.too_few_cells'

const tooFew = (cells: number, columns: number): Omit<RowShapeFault, 'row' | 'column'> => ({
  severity: 'warn',
  messageKey: TOO_FEW,
  params: { cells, columns },
})

const tooMany = (cells: number, columns: number): Omit<RowShapeFault, 'row' | 'column'> => ({
  severity: 'refuse',
  messageKey: 'imports.row.too_many_cells',
  params: { cells, columns },
})

const joined = (value: string): Omit<RowShapeFault, 'row' | 'column'> => ({
  severity: 'warn',
  messageKey: 'imports.row.joined',
  params: { value: value.slice(0, 200) },
})

const leftOut = (column: string, value: string): Omit<RowShapeFault, 'row' | 'column'> => ({
  severity: 'warn',
  messageKey: 'imports.row.cell_beyond',
  params: { column, value: value.slice(0, 200) },
})

const rowsAt = (packs: readonly PackedRows[], wanted: ReadonlySet<number>): TableRow[] =>
  packs
    .filter(({ first, last }) => [...wanted].some((row) => row >= first && row <= last))
    .flatMap((pack) => unpackRows(pack).filter(({ row }) => wanted.has(row)))
