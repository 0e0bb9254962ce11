// How a text file of rows is written: its encoding, the sign between its cells, the sign around them.
import { z } from 'zod'

/** ISO 8859-1 and -9 are read as Windows' supersets of them, GB 2312 and GBK as GB 18030. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'koi8-r',
  'macintosh',
] as const
export const encoding = z.enum(encodings)
export type Encoding = z.infer<typeof encoding>

export const delimiters = [',', ';', '\t', '|', ':', '^', '~'] as const
export const delimiter = z.enum(delimiters)
export type Delimiter = z.infer<typeof delimiter>

export const quote = z.enum(['"', "'"])
export type Quote = z.infer<typeof quote>

export const csvDialect = z.object({ encoding, delimiter, quote })
export type CsvDialect = z.infer<typeof csvDialect>
