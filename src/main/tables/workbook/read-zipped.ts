// What a zipped file is, and the sheets of those that are workbooks.
import { AppError } from '#shared/base/app-error.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { RowSource, SourceRow } from '../table-file.ts'
import { type BookParts, readBookParts } from './book-parts.ts'
import { type OlderBook, readOlderBook } from './older-books.ts'
import { readMerges } from './sheet-merges.ts'
import { readSheetRows } from './sheet-rows.ts'
import { damaged, readZipParts, type ZipParts } from './zip-parts.ts'

/** @throws AppError for other documents, archives, and workbooks that are damaged or locked. */
export const readZipped = async (file: FileBytes): Promise<{ kind: 'xlsx' | 'ods'; sources: RowSource[] }> => {
  const parts = await readZipParts(file)
  const kind = await kindOf(parts)
  if (kind === 'numbers') throw new AppError('invalid_input', 'imports.file.numbers', { name: file.name })
  if (kind === 'other') throw new AppError('invalid_input', 'imports.file.other_office', { name: file.name })
  if (kind === 'archive') throw new AppError('invalid_input', 'imports.file.archive', { name: file.name })
  if (kind === 'locked') throw new AppError('invalid_input', 'imports.file.password', { name: file.name })
  if (kind !== 'xlsx') return { kind: kind === 'ods' ? 'ods' : 'xlsx', sources: await readOlderBook(file, kind) }

  const book = await whole(file, () => readBookParts(parts))
  if (!book) throw damaged(file)
  return { kind, sources: book.sheets.map((sheet) => sheetSource(file, parts, book, sheet)) }
}

const sheetSource = (file: FileBytes, parts: ZipParts, book: BookParts, sheet: BookParts['sheets'][number]): RowSource => ({
  name: sheet.name,
  isHidden: sheet.isHidden,
  isRagged: false,
  merges: () => whole(file, () => readMerges(parts.texts(sheet.path))),
  batches: async function* (): AsyncGenerator<readonly SourceRow[]> {
    try {
      yield* readSheetRows(parts.texts(sheet.path), book)
    } catch (error) {
      throw error instanceof AppError ? error : damaged(file, error)
    }
  },
})

const whole = async <Value>(file: FileBytes, act: () => Promise<Value>): Promise<Value> => {
  try {
    return await act()
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file, error)
  }
}

const kindOf = async (parts: ZipParts): Promise<'xlsx' | OlderBook | 'numbers' | 'other' | 'archive' | 'locked'> => {
  const { names } = parts
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^Index\/.+\.iwa$|^Index\.zip$|^index\.(?:apxl|xml)$/u)) return 'numbers'
  if (has(/^xl\/workbook\.bin$/u)) return 'xlsb'
  if (has(/^xl\/.*\.xml$/iu)) return 'xlsx'
  const mime = (await parts.text('mimetype'))?.trim() ?? ''
  if (mime.startsWith('application/vnd.oasis.opendocument.')) {
    const manifest = (await parts.text('META-INF/manifest.xml')) ?? ''
    if (manifest.includes('encryption-data')) return 'locked'
    return mime.includes('spreadsheet') ? 'ods' : 'other'
  }
  return names.includes('[Content_Types].xml') ? 'other' : 'archive'
}
