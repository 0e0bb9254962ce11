// Files in Microsoft's compound format: .xls, workbooks behind a password, and documents that are no tables.
import { AppError } from '#shared/base/app-error.ts'
import type { FileBytes } from '../file-bytes.ts'
import type { RowSource } from '../table-file.ts'
import { readOlderBook } from './older-books.ts'

/** @throws AppError for a file behind a password, an older or another one. */
export const readCompound = async (file: FileBytes): Promise<RowSource[]> => {
  const bytes = Buffer.from(await file.whole())
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage') || isLocked(bytes)) {
    throw new AppError('invalid_input', 'imports.file.password', { name: file.name })
  }
  if (holds('Workbook')) return readOlderBook(file, 'xls')
  throw new AppError('invalid_input', holds('Book') ? 'imports.file.old_excel' : 'imports.file.other_office', { name: file.name })
}

const SECTOR = 512
/** The beginning of a workbook (BIFF8), and the record that says it is locked. */
const BEGIN = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06])
const LOCK = Buffer.from([0x2f, 0x00])

const isLocked = (bytes: Buffer): boolean => {
  for (let at = SECTOR; at < bytes.length; at += SECTOR) {
    if (!bytes.subarray(at, at + BEGIN.length).equals(BEGIN)) continue
    const after = at + 4 + bytes.readUInt16LE(at + 2)
    if (bytes.subarray(after, after + LOCK.length).equals(LOCK)) return true
  }
  return false
}
