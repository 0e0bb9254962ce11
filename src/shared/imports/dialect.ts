// How text files of rows may be written, as the window offers it. A plan may name any sign; these are the usual ones.

/** ISO 8859-1 and -9 are read as Windows' supersets of them, GB 2312 and GBK as GB 18030. `utf-8-twice`: UTF-8 taken for Windows-1252 and encoded again. */
export const encodings = [
  'utf-8',
  'utf-8-twice',
  'gb18030',
  'big5',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
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
export type Encoding = (typeof encodings)[number]

/** The usual ones first: of two that fit alike the first is meant. A tab hardly ever stands in a text. */
export const delimiters = ['\t', ';', '|', ',', '^', '~', ':'] as const
