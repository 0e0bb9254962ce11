// XML as it goes by: names without their prefix, the text of the elements that are asked for.
import { SaxesParser } from 'saxes'

export type Attributes = Readonly<Record<string, string>>

export interface XmlVisitor {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Answers a function that takes the next piece of the document, `null` at its end. It throws an Error where the XML is broken. */
export const xmlReader = (visitor: XmlVisitor): ((piece: string | null) => void) => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('opentag', ({ name, attributes }) => visitor.open?.(localName(name), attributes))
  parser.on('closetag', ({ name }) => visitor.close?.(localName(name)))
  if (visitor.text) {
    parser.on('text', visitor.text)
    parser.on('cdata', visitor.text)
  }
  parser.on('error', (error) => {
    throw error
  })
  return (piece) => {
    if (piece === null) parser.close()
    else parser.write(piece)
  }
}

/** A whole document that is in memory. */
export const readXml = (xml: string, visitor: XmlVisitor): void => {
  const read = xmlReader(visitor)
  read(xml.replace(/^\ufeff/u, ''))
  read(null)
}

const localName = (name: string): string => {
  const border = name.indexOf(':')
  return border === -1 ? name : name.slice(border + 1)
}

/** An attribute by its name without prefix: `r:id`, `d3p1:id`. */
export const attribute = (attributes: Attributes, name: string): string | undefined => {
  const key = Object.keys(attributes).find((one) => localName(one) === name)
  return key === undefined ? undefined : attributes[key]
}
