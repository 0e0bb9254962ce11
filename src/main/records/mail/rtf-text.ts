// The words of an RTF body. HTML that Outlook wrapped in RTF needs nothing of its own: its tags stand in groups that are left out anyway.
import { decodeCodePage } from '../text/code-pages.ts'

/** Code pages of Windows' character sets, as a font names them. */
const codePages: Readonly<Record<number, number>> = {
  ...{ 77: 10_000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256 },
  ...{ 186: 1257, 204: 1251, 222: 874, 238: 1250 },
}
const WITHOUT_WORDS = new Set(
  'colortbl stylesheet info pict object objdata header footer headerl headerr footerl footerr generator themedata datastore xmlnstbl listtable listoverridetable rsidtbl fldinst'.split(
    ' ',
  ),
)
const signs: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', row: '\n', sect: '\n', page: '\n', tab: '\t', cell: '\t', emdash: '—', endash: '–' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: ' ', enspace: ' ' },
}

interface Group {
  isUnseen: boolean
  isFontTable: boolean
  /** How many signs stand in for a Unicode one, for readers that know none. */
  standIns: number
  font: number
}

/** `rtf` as bytes: text of other code pages stands in it byte by byte. */
export const rtfToText = (rtf: Uint8Array): string => {
  const text = new TextDecoder('latin1').decode(rtf)
  const fonts = new Map<number, number>()
  const outer: Group[] = []
  let group: Group = { isUnseen: false, isFontTable: false, standIns: 1, font: -1 }
  let codePage = 1252
  let out = ''
  let bytes: number[] = []
  let skipped = 0

  const flush = (): void => {
    if (bytes.length === 0) return
    out += decodeCodePage(Uint8Array.from(bytes), fonts.get(group.font) ?? codePage)
    bytes = []
  }
  const put = (sign: string): void => {
    flush()
    if (skipped > 0) skipped -= 1
    else if (!group.isUnseen) out += sign
  }
  const word = (name: string, value: number | null): void => {
    if (name === 'ansicpg' && value !== null) codePage = value
    else if (name === 'uc' && value !== null) group.standIns = value
    else if (name === 'u' && value !== null) {
      put(String.fromCharCode(value < 0 ? value + 65_536 : value))
      skipped = group.standIns
    } else if (name === 'fonttbl') Object.assign(group, { isFontTable: true, isUnseen: true })
    else if (name === 'f' && value !== null) group.font = value
    else if (name === 'fcharset' && value !== null && group.isFontTable) {
      const own = codePages[value]
      if (own !== undefined) fonts.set(group.font, own)
    } else if (WITHOUT_WORDS.has(name)) group.isUnseen = true
    else if (Object.hasOwn(signs, name)) put(signs[name] ?? '')
  }

  for (let at = 0; at < text.length;) {
    const sign = text[at] ?? ''
    if (sign === '{') {
      flush()
      outer.push({ ...group })
      at += 1
    } else if (sign === '}') {
      flush()
      group = outer.pop() ?? group
      at += 1
    } else if (sign === '\r' || sign === '\n') at += 1
    else if (sign !== '\\') {
      put(sign)
      at += 1
    } else {
      const control = /^\\(?:([a-z]+)(-?\d{1,9})? ?|'([0-9a-f]{2})|([^a-z]))/iu.exec(text.slice(at, at + 48))
      if (!control) break
      const [whole, name, number, hex, symbol] = control
      at += whole.length
      if (hex !== undefined) {
        if (skipped > 0) skipped -= 1
        else if (!group.isUnseen) bytes.push(Number.parseInt(hex, 16))
        continue
      }
      flush()
      if (name === 'bin') at += Math.max(0, Number(number ?? 0))
      else if (name !== undefined) word(name, number === undefined ? null : Number(number))
      else if (symbol === '*') group.isUnseen = true
      else if (symbol === '~') put('\u00a0')
      else if (symbol === '_') put('-')
      else if (symbol === '\n' || symbol === '\r') put('\n')
      else if (symbol !== undefined && '\\{}'.includes(symbol)) put(symbol)
    }
  }
  flush()
  return out
}
