// A pasted text cut into pieces: by line breaks and punctuation, then by blanks, with the labels that forms put before their fields.
import { TAKEN } from './working-text.ts'

export type Label = 'name' | 'address' | 'company' | 'title' | null

export interface Piece {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly label: Label
  /** The number of the stronger part it lies in: pieces parted only by blanks share it. */
  readonly part: number
  /** It stands right before or after something that was understood, such as a phone number. */
  readonly isBeside: boolean
}

const LABELS: readonly (readonly [RegExp, Label])[] = [
  [/(?:收货人姓名|收货人|收件人|联系人|姓名|名字|(?:^|(?<=[\n\u0001]))(?:name|contact))\s*[:：]?\s*/iu, 'name'],
  [
    /(?:所在地区|所在区域|详细地址|收货地址|联系地址|公司地址|通讯地址|地址|地区|(?:^|(?<=[\n\u0001]))(?:address|adresse))\s*[:：]?\s*/iu,
    'address',
  ],
  [/(?:公司名称|单位名称|单位|公司(?=\s*[:：])|(?:^|(?<=[\n\u0001]))(?:company|firma))\s*[:：]?\s*/iu, 'company'],
  [/(?:职务|职位|头衔|(?:^|(?<=[\n\u0001]))(?:title|position))\s*[:：]?\s*/iu, 'title'],
  [
    /(?:手机号码|手机号|手机|联系电话|电话号码|电话|邮政编码|邮编|电子邮箱|邮箱|e-?mail|网址|网站|website|web|微信号?|传真)\s*[:：]?\s*(?=[\u0001\n]|$)/iu,
    null,
  ],
]
const STRONG = /[\n\r\t,，;；。、|｜·•]+/u
const EDGES = /^[\s:：\-–—()（）【】[\]"'“”.]+|[\s:：\-–—(（【["'“]+$/gu

interface Mark {
  readonly from: number
  readonly to: number
  readonly label: Label
}

/** The pieces that hold a letter or digit, in the order of the text. */
export const piecesOf = (text: string): Piece[] => {
  const pieces: Piece[] = []
  let part = 0
  for (const { from, to, label } of parts(text)) {
    part += 1
    for (const match of text.slice(from, to).matchAll(/\S+/gu)) {
      const bare = match[0].replace(EDGES, '')
      if (!/[\p{L}\p{N}]/u.test(bare)) continue
      const start = from + match.index + match[0].indexOf(bare)
      const end = start + bare.length
      pieces.push({ from: start, to: end, text: bare, label, part, isBeside: isBeside(text, start, end) })
    }
  }
  return pieces
}

const parts = (text: string): Mark[] => {
  const found: Mark[] = []
  let at = 0
  for (const match of text.matchAll(new RegExp(`${STRONG.source}|${TAKEN}+`, 'gu'))) {
    found.push({ from: at, to: match.index, label: null })
    at = match.index + match[0].length
  }
  found.push({ from: at, to: text.length, label: null })
  return found.flatMap((whole) => labelled(text, whole))
}

/** A part cut at the labels inside it: 天涯区收货人吴艾培手机号码 holds a region and a name. */
const labelled = (text: string, { from, to }: Mark): Mark[] => {
  const marks: { readonly from: number; readonly to: number; readonly label: Label }[] = []
  const slice = text.slice(Math.max(0, from - 1), Math.min(text.length, to + 1))
  const shift = Math.max(0, from - 1)
  for (const [pattern, label] of LABELS) {
    for (const match of slice.matchAll(new RegExp(pattern.source, 'giu'))) {
      const start = match.index + shift
      const end = Math.min(start + match[0].trimEnd().length, to)
      if (start >= from && end > start && !marks.some((mark) => start < mark.to && end > mark.from)) {
        marks.push({ from: start, to: end, label })
      }
    }
  }
  marks.sort((one, other) => one.from - other.from)
  const cut: Mark[] = []
  let [at, label]: [number, Label] = [from, null]
  for (const mark of marks) {
    if (mark.from > at) cut.push({ from: at, to: mark.from, label })
    ;[at, label] = [mark.to, mark.label]
  }
  cut.push({ from: at, to, label })
  return cut
}

const isBeside = (text: string, from: number, to: number): boolean =>
  new RegExp(`${TAKEN}[\\s,，;；。:：]*$`, 'u').test(text.slice(Math.max(0, from - 8), from)) ||
  new RegExp(`^[\\s,，;；。:：]*${TAKEN}`, 'u').test(text.slice(to, to + 8))
