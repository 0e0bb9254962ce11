// What stands in a PDF, as text. poppler-utils is one of the things that `npm test` installs.
import { execFileSync } from 'node:child_process'

/** The words of all pages, laid out as on paper. */
export const pdfText = (file: string): string =>
  execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })

/** The same without blanks and line ends, for sentences that the paper breaks. */
export const pdfLetters = (file: string): string => pdfText(file).replace(/\s+/gu, '')
