// The properties of vCard 2.1, 3.0 and 4.0. ical.js reads them a line at a time; what stands here is what it has no word for: folds and
// encodings of version 2.1, cards in cards, and lines that are none, which would make it refuse the whole address book.
import ICAL from 'ical.js'
import { labelOfCharset } from '../text/code-pages.ts'
import { decodeUnknown } from '../text/decode-text.ts'

const ESCAPED = '\\,nN'
const ESCAPED_IN_PARTS = `${ESCAPED};`

export interface CardProperty {
  /** In capitals. */
  readonly name: string
  /** Names and values in capitals; a bare `CELL` of version 2.1 is a TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>
  /** What stands between semicolons, of a property that has parts; otherwise the one text. Unescaped and without blanks around it. */
  readonly parts: readonly string[]
}

/** The properties of each card of a file, in order. */
export const cardsIn = (bytes: Uint8Array): CardProperty[][] => {
  const cards: CardProperty[][] = []
  let card: CardProperty[] | null = null
  // A card may hold another one (AGENT): its lines are its own.
  let depth = 0
  for (const line of linesOf(decodeUnknown(bytes))) {
    const border = /^(begin|end)\s*:/iu.exec(line)?.[1]?.toLowerCase()
    if (border === 'begin') {
      depth += 1
      if (depth === 1) card = []
    } else if (border === 'end') {
      depth -= 1
      if (depth <= 0 && card) cards.push(card)
      if (depth <= 0) [card, depth] = [null, 0]
    } else if (card && depth === 1) {
      const property = propertyOf(line)
      if (property) card.push(property)
    }
  }
  // Cut off in the middle: what was read of the last one counts.
  if (card && card.length > 0) cards.push(card)
  return cards
}

/** Lines that go on are put together: folded ones begin with a blank, quoted-printable ones end in “=”. */
const linesOf = (text: string): string[] => {
  const lines: string[] = []
  let isQuoted = false
  let isBase64 = false
  for (const raw of text.split(/\r\n|\r|\n/u)) {
    const last = lines.length - 1
    const before = lines[last]
    if (before !== undefined && isQuoted && before.endsWith('=')) {
      lines[last] = before.slice(0, -1) + raw.replace(/^[ \t]/u, '')
    } else if (before !== undefined && /^[ \t]/u.test(raw)) {
      // Outlook ends a picture with an empty line and folds by a blank that is no part of it.
      lines[last] = before + (isBase64 ? raw.trim() : raw.slice(1))
    } else if (raw.trim() !== '') {
      lines.push(raw)
      const head = /^[^:]*/u.exec(raw)?.[0] ?? ''
      isQuoted = /QUOTED-PRINTABLE/iu.test(head)
      isBase64 = /[;=](?:BASE64|B)(?=[;:]|$)/iu.test(head)
    }
  }
  return lines
}

const propertyOf = (line: string): CardProperty | null => {
  const modern = modernised(line)
  if (modern === null) return null
  try {
    const [name, params, type, ...values] = ICAL.parse.property(modern, ICAL.design.vcard3) as ParsedLine // jCal, RFC 7095
    // A list in a part, such as two streets, stays one text.
    const parts = values.length === 1 && Array.isArray(values[0]) ? values[0] : [values.join(',')]
    return {
      name: name.toUpperCase(),
      params: new Map(Object.entries(params).map(([key, value]) => [key.toUpperCase(), [value].flat().map(toCapitals)])),
      parts: parts.map((part) => (type === 'text' ? String(part) : unescaped(String(part))).trim()),
    }
  } catch (error) {
    if (error instanceof ICAL.parse.ParserError) return null
    throw error
  }
}

type ParsedLine = [
  name: string,
  params: Record<string, string | string[]>,
  type: string,
  ...values: (string | number | unknown[])[],
]

/** A line of version 2.1 as version 3.0 writes it: bare parameters named, quoted-printable decoded. `null` where it is no property. */
const modernised = (line: string): string | null => {
  const head = /^(?:[^":]|"[^"]*")*(?=:)/u.exec(line)?.[0] ?? /^[^:]*(?=:)/u.exec(line)?.[0]
  if (head === undefined) return null
  const value = line.slice(head.length + 1).trim()
  // One quotation mark alone would go on to the end of the line.
  const balanced = head.split('"').length % 2 === 1 ? head : head.replaceAll('"', '')
  const [name = '', ...params] = balanced.match(/(?:[^";]|"[^"]*")+/gu) ?? []
  if (!/^(?:[\w-]+\.)?[\w-]+$/u.test(name.trim())) return null

  const isQuoted = params.some((param) => /^\s*(?:ENCODING\s*=\s*)?QUOTED-PRINTABLE\s*$/iu.test(param))
  const charset = params.map((param) => /^\s*CHARSET\s*=\s*"?([^"]+)/iu.exec(param)?.[1]).find((label) => label !== undefined)
  const named = params
    .filter((param) => !/QUOTED-PRINTABLE|8BIT|7BIT|^\s*CHARSET\s*=/iu.test(param))
    .map((param) =>
      param.includes('=') ? param.trim() : `${/^\s*(?:BASE64|B)\s*$/iu.test(param) ? 'ENCODING' : 'TYPE'}=${param.trim()}`,
    )
    .filter((param) => !param.endsWith('='))
  const decoded = isQuoted ? unquoted(value, charset).replaceAll(/\r\n|\r|\n/gu, '\\n') : value
  // ical.js keeps the stroke before signs that need none, such as a semicolon outside of names, addresses and departments.
  const needed = /^(?:[\w-]+\.)?(?:N|ADR|ORG)$/iu.test(name.trim()) ? ESCAPED_IN_PARTS : ESCAPED
  const text = decoded.replace(/\\([\s\S])/gu, (pair, sign: string) => (needed.includes(sign) ? pair : sign))
  return `${[name.trim(), ...named].join(';')}:${text}`
}

const unquoted = (text: string, charset: string | undefined): string => {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const hex = text[at] === '=' ? /^[0-9a-f]{2}/iu.exec(text.slice(at + 1, at + 3))?.[0] : undefined
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else bytes.push(...new TextEncoder().encode(text[at] ?? ''))
  }
  const label = charset === undefined ? null : labelOfCharset(charset)
  const decoded = Uint8Array.from(bytes)
  return label === null ? decodeUnknown(decoded) : new TextDecoder(label).decode(decoded)
}

const toCapitals = (text: string): string => text.trim().toUpperCase()

/** Links and what no version of the standard knows come as they were written. */
const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
