// Windows' numbers of code pages as decoders know them.

const labels: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  20127: 'windows-1252',
  20866: 'koi8-r',
  20936: 'gb18030',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The decoder's label of a code page; Western for one that nobody knows. */
export const labelOfCodePage = (codePage: number): string =>
  labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')

export const decodeCodePage = (bytes: Uint8Array, codePage: number): string =>
  new TextDecoder(labelOfCodePage(codePage)).decode(bytes)

/** The decoder's label of a charset as mails and cards name it; `null` for one that nobody knows. */
export const labelOfCharset = (name: string): string | null => {
  try {
    const label = new TextDecoder(name.trim()).encoding
    // GBK and GB 2312 are the older, smaller brothers.
    return label === 'gbk' ? 'gb18030' : label
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
