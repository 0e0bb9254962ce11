// Cards written as XML (xCard, RFC 6351), turned into the lines of a vCard 4.0 that says the same.
import { readXml } from '../workbook/read-xml.ts'

export const isXmlCards = (bytes: Uint8Array): boolean =>
  /^\s*(?:\ufeff)?\s*</u.test(new TextDecoder().decode(bytes.subarray(0, 100)))

interface OpenProperty {
  readonly name: string
  readonly params: string[]
  readonly values: string[]
}

/** @throws Error where the XML is broken. */
export const vcardOfXml = (bytes: Uint8Array): Uint8Array => {
  const lines: string[] = []
  const path: string[] = []
  let property: OpenProperty | null = null
  let text = ''
  readXml(new TextDecoder().decode(bytes), {
    open: (name) => {
      path.push(name)
      text = ''
      if (name === 'vcard') lines.push('BEGIN:VCARD', 'VERSION:4.0')
      else if (path.at(-2) === 'vcard' && name !== 'group') property = { name, params: [], values: [] }
      else if (path.at(-2) === 'group') property = { name, params: [], values: [] }
    },
    text: (piece) => {
      text += piece
    },
    close: (name) => {
      path.pop()
      if (name === 'vcard') lines.push('END:VCARD')
      else if (property && name === property.name) {
        lines.push(lineOf(property))
        property = null
      } else if (property) take(property, path, name, text)
      text = ''
    },
  })
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** The order in which vCard writes the parts of a name and of an address. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  n: ['surname', 'given', 'additional', 'prefix', 'suffix'],
  adr: ['pobox', 'ext', 'street', 'locality', 'region', 'code', 'country'],
}

const take = (property: OpenProperty, path: readonly string[], name: string, text: string): void => {
  const place = path.indexOf('parameters')
  if (place !== -1) {
    const param = path[place + 1]
    if (param !== undefined && param !== 'label') property.params.push(`${param.toUpperCase()}=${text.trim()}`)
  } else if (name !== 'parameters') {
    const at = PARTS[property.name]?.indexOf(name) ?? property.values.length
    const before = property.values[at]
    property.values[at] = before === undefined ? escaped(text) : `${before},${escaped(text)}`
  }
}

const escaped = (text: string): string =>
  text
    .trim()
    .replaceAll(/[\\,;]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)

const lineOf = ({ name, params, values }: OpenProperty): string =>
  `${[name.toUpperCase(), ...params].join(';')}:${Array.from(values, (value: string | undefined) => value ?? '').join(';')}`
