// What any file of rows is read as: tables of text, each with its headings. The kinds of files differ only in who fills these in.
import type { Encoding } from '#shared/imports/dialect.ts'
import type { CsvDialect } from '#shared/imports/plan.ts'

export type FileKind = 'csv' | 'xlsx' | 'xls' | 'ods' | 'html' | 'vcard' | 'ics'

export interface OpenOptions {
  /** As the user chose it; `null`: judged from the bytes. Means nothing for files that are no CSV. */
  readonly dialect?: CsvDialect | null
  /** In whose wall clock the entries of a calendar stand; without it in this machine's. */
  readonly timeZone?: string
  /** For each table the row of its headings as the user chose it; 0: it has none. `null` or missing: judged from its first rows. */
  readonly headingRows?: readonly (number | null)[]
}

export interface TableFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  /** Changes when the file does: its size and the time of its last change. */
  readonly identity: string
  readonly kind: FileKind
  /** Of a CSV file only. */
  readonly dialect: CsvDialect | null
  /** Of a CSV file: the encodings in which its beginning is text, the likeliest (the one in `dialect`, unless chosen) first. */
  readonly encodings: readonly Encoding[]
  /** One for each sheet that holds anything, hidden ones too; a file without sheets is one table. */
  readonly tables: readonly TableHead[]
  /** Where the rows of each table come from; for `spoolTable`. */
  readonly sources: readonly RowSource[]
  /** Of cards, by their rows: too large for a cell, which holds but the name. */
  readonly pictures?: ReadonlyMap<number, TablePicture>
}

export interface TablePicture {
  readonly name: string
  readonly mimeType: string
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string
  readonly bytes: Uint8Array
}

/** All records of a table in their order, headings and blank ones too, a batch at a time. */
export interface RowSource {
  readonly name: string
  readonly isHidden: boolean
  /** Whether a row that has more cells than there are headings is a row gone wrong, as in a CSV file. */
  readonly isRagged: boolean
  /** Where no row holds them: of cards and calendars. */
  readonly headings?: readonly string[]
  readonly batches: () => AsyncIterable<readonly SourceRow[]>
  /** Of a workbook, which cells are merged. */
  readonly merges?: () => Promise<readonly Merge[]>
}

/** Cells merged into one, by their first column; rows as a spreadsheet counts. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly column: number
}

export interface SourceRow {
  readonly row: number
  readonly cells: readonly string[]
  /** One a cell, where the file says more of it than its text. */
  readonly marks?: readonly (CellMark | undefined)[]
  readonly faults?: readonly Omit<RowShapeFault, 'row'>[]
}

/** The same object for all cells that look alike. */
export interface CellMark {
  readonly kind: CellKind
  readonly currency?: string
}

export interface TableHead {
  /** The sheet's name; of a file without sheets the file's name without its ending. */
  readonly name: string
  readonly isHidden: boolean
  /** Never empty and never alike: “Name (2)” for a second “Name”, “(C)” (as a spreadsheet counts) for one without. */
  readonly headings: readonly string[]
  /** As a spreadsheet counts, from 1; 0 where the table has no headings. */
  readonly headingRow: number
  /** How many columns there are. */
  readonly width: number
  /** Whether the file has its labels below each other, and each row is a card of them. */
  readonly isDownward: boolean
}

/** Something about the shape of a row or cell that a user must know. `refuse`: its cells cannot be trusted. */
export interface RowShapeFault {
  readonly row: number
  /** From 0; `null`: the whole row. */
  readonly column: number | null
  readonly severity: 'refuse' | 'warn'
  readonly messageKey: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface TableRow {
  /** As a spreadsheet counts, from 1: blank rows and lines above the headings count, too. */
  readonly row: number
  /** As many as the table has columns; more only in a row with the fault `imports.row.too_many_cells`. */
  readonly cells: readonly string[]
}

export type CellKind = 'text' | 'number' | 'percent' | 'money' | 'day' | 'moment' | 'time' | 'boolean'

/** What a workbook says about the cells of a column. Files of text say nothing: there all cells are text. */
export interface ColumnKinds {
  /** How many cells there are of each kind; blank ones count as none. */
  readonly counts: Readonly<Partial<Record<CellKind, number>>>
  /** ISO codes of the currencies in which its amounts are shown. */
  readonly currencies: readonly string[]
}

/** All rows of a table below its headings, read once and kept packed in memory. Blank rows are left out. */
export interface TableSpool {
  readonly head: TableHead
  readonly rows: number
  readonly faults: readonly RowShapeFault[]
  readonly columns: readonly ColumnKinds[]
  /** SHA-256 of the file's bytes as they were read, in hexadecimal. */
  readonly fileHash: string
  /** May be gone through again and again; waits for nothing. */
  readonly batches: () => Generator<readonly TableRow[]>
  /** The rows of these numbers that the table has, in its order. */
  readonly rowsAt: (rows: readonly number[]) => TableRow[]
}

/** What reading a long file needs of the call that asks for it. */
export interface ReadingContext {
  readonly progress: (step: string, done: number, total: number | null) => void
  readonly checkCancelled: () => void
}
