// What a workbook's sheets refer to: their names and places, the strings they share, how their numbers are shown.
import type { NumberFormat } from './number-format.ts'
import { builtInFormat, readNumberFormat } from './number-format.ts'
import { attribute, readXml, xmlReader } from './read-xml.ts'
import type { ZipParts } from './zip-parts.ts'

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  /** `xl/worksheets/sheet1.xml` */
  readonly path: string
}

export interface BookParts {
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[]
}

/** `null` where the zipped file is no workbook. */
export const readBookParts = async (parts: ZipParts): Promise<BookParts | null> => {
  const [book] = await relationsOf(parts, '')
    .then((relations) => [...relations.values()].filter(({ type }) => type === 'officeDocument'))
    .catch(() => [])
  const path = book?.path ?? 'xl/workbook.xml'
  const xml = await parts.text(path)
  if (xml === null || !/<(?:\w+:)?workbook[\s>]/u.test(xml)) return null

  const relations = await relationsOf(parts, path)
  const pathOf = (type: string, usual: string): string =>
    [...relations.values()].find((relation) => relation.type === type)?.path ?? usual
  let is1904 = false
  const sheets: SheetPart[] = []
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 ||= /^(?:1|true|on)$/u.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      // Sheets of charts and dialogs hold no rows.
      if (relation?.type !== 'worksheet') return
      const state = attributes['state'] ?? 'visible'
      sheets.push({ name: attributes['name'] ?? '', isHidden: state !== 'visible', path: relation.path })
    },
  })
  const styles = await parts.text(pathOf('styles', 'xl/styles.xml'))
  return {
    sheets,
    is1904,
    strings: await readStrings(parts.texts(pathOf('sharedStrings', 'xl/sharedStrings.xml'))),
    formats: styles === null ? [] : readFormats(styles),
  }
}

interface Relation {
  /** The last word of its address: `worksheet`. */
  readonly type: string
  readonly path: string
}

const relationsOf = async (parts: ZipParts, owner: string): Promise<Map<string, Relation>> => {
  const folder = owner.includes('/') ? owner.slice(0, owner.lastIndexOf('/') + 1) : ''
  const xml = await parts.text(`${folder}_rels/${owner.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (xml === null) return relations
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      // Some programs of Windows write their own slash.
      const target = (attributes['Target'] ?? '').replaceAll('\\', '/')
      // Resolved as a path of a web address is: `../x`, `/x`, `x`.
      const path = URL.canParse(target, `zip:///${folder}`) ? new URL(target, `zip:///${folder}`).pathname.slice(1) : target
      relations.set(attributes['Id'] ?? '', { type: attributes['Type']?.split('/').at(-1) ?? '', path: decodeURI(path) })
    },
  })
  return relations
}

/** `_x000D_` is how a sign is written that XML does not allow. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

const readStrings = async (texts: AsyncIterable<string>): Promise<string[]> => {
  const strings: string[] = []
  let string = ''
  let isText = false
  // How a Chinese or Japanese text is pronounced stands beside it and is no part of it.
  let isPhonetic = false
  const read = xmlReader({
    open: (name) => {
      if (name === 'si') string = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = !isPhonetic
    },
    text: (text) => {
      if (isText) string += text
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(string))
      else if (name === 'rPh') isPhonetic = false
      else if (name === 't') isText = false
    },
  })
  let isThere = false
  for await (const text of texts) {
    isThere = true
    read(text)
  }
  if (isThere) read(null)
  return strings
}

const readFormats = (xml: string): NumberFormat[] => {
  const own = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  let isCellFormats = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isCellFormats = true
      else if (name === 'numFmt') own.set(Number(attributes['numFmtId']), readNumberFormat(attributes['formatCode'] ?? ''))
      else if (name === 'xf' && isCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0)
        formats.push(own.get(id) ?? builtInFormat(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
  })
  return formats
}
