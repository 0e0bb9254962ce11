// What stands in a PDF, as text. poppler-utils is one of the things that `npm test` installs.
import { execFileSync } from 'node:child_process'

/** The words of all pages, laid out as on paper. */
export const pdfText = (file: string): string => textOf(file, '-layout')

/** The letters without blanks and line ends, cell after cell, for sentences that the paper breaks. */
export const pdfLetters = (file: string): string => textOf(file, '-raw').replace(/\s+/gu, '')

const textOf = (file: string, order: '-layout' | '-raw'): string =>
  execFileSync('pdftotext', [order, '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
