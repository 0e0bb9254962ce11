// A text file of rows as a table, in the dialect that was chosen or recognised.
import { AppError } from '#shared/base/app-error.ts'
import type { Encoding } from '#shared/imports/dialect.ts'
import type { CsvDialect } from '#shared/imports/plan.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { RowSource } from '../table-file.ts'
import { readRecords } from './csv-records.ts'
import { decodePieces, isEncoding } from './decode-text.ts'
import { fitsEncoding, recogniseWriting } from './recognise-encoding.ts'
import { type CsvShape, isSeparatorHint, sniffShape } from './sniff-shape.ts'

export interface CsvFile {
  readonly dialect: CsvDialect
  readonly encodings: readonly Encoding[]
  readonly source: RowSource
}

/** @throws AppError where the file is no text, or no text in the encoding that was chosen. */
export const readCsv = async (file: FileBytes, chosen: CsvDialect | null): Promise<CsvFile> => {
  // Nothing needs to be recognised where it was chosen.
  const encodings = chosen ? [] : await recogniseWriting(file)
  const encoding = chosen?.encoding ?? encodings[0] ?? 'utf-8'
  if (chosen && !(isEncoding(encoding) && (await fitsEncoding(file, encoding)))) {
    throw new AppError('invalid_input', 'imports.file.encoding_wrong', { name: file.name, encoding: encoding.toUpperCase() })
  }
  const texts = () => decodePieces(file.pieces(), encoding)
  const sniffed = sniffShape(await beginningOf(texts()), chosen?.quote)
  const shape = chosen ? { ...sniffed, delimiter: chosen.delimiter } : sniffed
  return {
    dialect: { encoding, delimiter: shape.delimiter, quote: shape.quote },
    encodings,
    source: { name: file.title, isHidden: false, isRagged: true, batches: () => recordsOf(texts(), shape, file.name) },
  }
}

const beginningOf = async (texts: AsyncIterable<string>): Promise<string> => {
  for await (const text of texts) return text.slice(0, 65_536)
  return ''
}

/** Without the line that names the separator. */
const recordsOf = async function* (texts: AsyncIterable<string>, shape: CsvShape, name: string): ReturnType<typeof readRecords> {
  let isFirst = true
  for await (const records of readRecords(texts, shape, name)) {
    const [first] = records
    yield isFirst && first && isSeparatorHint(first.cells, shape.delimiter) ? records.slice(1) : records
    isFirst = false
  }
}
