// The lines of vCard 2.1, 3.0 and 4.0 as properties: unfolded, their parameters read, their values decoded. What is no property is left out.
import { decodeUnknown } from '../text/decode-text.ts'
import { labelOfCharset } from '../text/code-pages.ts'

export interface CardProperty {
  /** `item1` of `item1.URL`. */
  readonly group: string | null
  /** In capitals. */
  readonly name: string
  /** In capitals; a bare `CELL` of version 2.1 is a TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>
  /** Decoded from quoted-printable; still escaped, because a semicolon means something. */
  readonly value: string
}

const BARE_TYPES = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '8BIT', '7BIT'])

/** The properties of each card of a file, in order. */
export const cardsIn = (bytes: Uint8Array): CardProperty[][] => {
  const cards: CardProperty[][] = []
  let card: CardProperty[] | null = null
  // A card may hold another one (AGENT): its lines are its own.
  let depth = 0
  for (const line of linesOf(decodeUnknown(bytes))) {
    const property = propertyOf(line)
    if (property?.name === 'BEGIN') {
      depth += 1
      if (depth === 1) card = []
    } else if (property?.name === 'END') {
      depth -= 1
      if (depth <= 0 && card) cards.push(card)
      if (depth <= 0) [card, depth] = [null, 0]
    } else if (property && card && depth === 1) card.push(property)
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
  const border = endOfHead(line)
  if (border === -1) return null
  const [first = '', ...rest] = splitOutside(line.slice(0, border), ';')
  const [, group, name] = /^(?:([\w-]+)\.)?([\w-]+)$/u.exec(first.trim()) ?? []
  if (name === undefined) return null

  const params = new Map<string, string[]>()
  for (const param of rest) {
    const [key, value] = splitOnce(param, '=')
    const known = BARE_TYPES.has(key.toUpperCase()) ? 'ENCODING' : 'TYPE'
    const [paramName, text] = value === undefined ? [known, key] : [key.trim().toUpperCase(), value]
    const values = text
      .replaceAll('"', '')
      .split(',')
      .map((one) => one.trim().toUpperCase())
    params.set(paramName, [...(params.get(paramName) ?? []), ...values])
  }
  const value = line.slice(border + 1)
  const isQuoted = params.get('ENCODING')?.includes('QUOTED-PRINTABLE') === true
  const charset = params.get('CHARSET')?.[0]
  return { group: group ?? null, name: name.toUpperCase(), params, value: isQuoted ? unquoted(value, charset) : value.trim() }
}

/** The colon that ends the head; one inside quotation marks is a part of a parameter. */
const endOfHead = (line: string): number => {
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted
    else if (line[at] === ':' && !isQuoted) return at
  }
  return line.indexOf(':')
}

const splitOutside = (text: string, sign: string): string[] => {
  const parts = ['']
  let isQuoted = false
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    if (letter === sign && !isQuoted) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

const splitOnce = (text: string, sign: string): [string, string?] => {
  const at = text.indexOf(sign)
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
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
  return (label === null ? decodeUnknown(decoded) : new TextDecoder(label).decode(decoded)).trim()
}

/** The parts of a value between semicolons, unescaped. */
export const partsOf = (value: string, sign: ';' | ',' = ';'): string[] => {
  const parts = ['']
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? ''
    const next = value[at + 1]
    if (letter === '\\' && next !== undefined) {
      parts[parts.length - 1] += next === 'n' || next === 'N' ? '\n' : next
      at += 1
    } else if (letter === sign) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts.map((part) => part.trim())
}

/** A value that has no parts, unescaped. */
export const textOf = (value: string): string =>
  value.replace(/\\([\s\S])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign)).trim()
