// What encodings and separators are called.
import type { Translate } from '#renderer/i18n/translate.ts'

/** An encoding that has no name in the catalogue is called as the standards call it. */
export const encodingName = (t: Translate, encoding: string): string =>
  t.known(`imports.encoding.${encoding}`, 'imports.encoding.other', { encoding })

const NAMES = {
  ',': 'imports.delimiter.comma',
  ';': 'imports.delimiter.semicolon',
  '\t': 'imports.delimiter.tab',
  '|': 'imports.delimiter.bar',
} as const

export const delimiterName = (t: Translate, delimiter: string): string => {
  const known = Object.entries(NAMES).find(([sign]) => sign === delimiter)
  return known ? t(known[1]) : delimiter
}
