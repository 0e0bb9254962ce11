// webContents.printToPDF: Electron's options in Chromium's terms. Sizes and margins are inches in both.
import type { Send } from './cdp.ts'

export interface PdfOptions {
  readonly landscape?: boolean
  readonly displayHeaderFooter?: boolean
  readonly printBackground?: boolean
  readonly scale?: number
  readonly pageSize?: string | { readonly width: number; readonly height: number }
  readonly margins?: {
    readonly marginType?: string
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  readonly pageRanges?: string
  readonly headerTemplate?: string
  readonly footerTemplate?: string
  readonly preferCSSPageSize?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

// Width and height in inches, from Electron's lib/browser/api/web-contents.ts.
const sizes: Record<string, readonly [number, number]> = {
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
  letter: [8.5, 11],
  legal: [8.5, 14],
  tabloid: [11, 17],
  ledger: [17, 11],
}
const defaultMargin = 1 / 2.54
const known = new Set([
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageSize',
  'margins',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
])

const sizeOf = (pageSize: PdfOptions['pageSize']): readonly [number, number] => {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height]
  const size = sizes[(pageSize ?? 'letter').toLowerCase()]
  if (!size) throw new Error(`Invalid pageSize ${String(pageSize)}`)
  return size
}

export const printToPdf = async (send: Send, options: PdfOptions): Promise<Buffer> => {
  const strange = Object.keys(options).find((name) => !known.has(name))
  if (strange !== undefined) throw new Error(`stand-in: printToPDF has no option ${strange}`)
  const [paperWidth, paperHeight] = sizeOf(options.pageSize)
  const { margins = {} } = options
  const margin = margins.marginType === 'none' ? 0 : defaultMargin
  const { stream } = await send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? margin,
    marginBottom: margins.bottom ?? margin,
    marginLeft: margins.left ?? margin,
    marginRight: margins.right ?? margin,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  })
  if (stream === undefined) throw new Error('stand-in: Chromium made no PDF')
  const parts: Buffer[] = []
  for (let atEnd = false; !atEnd;) {
    const { data, base64Encoded, eof } = await send('IO.read', { handle: stream, size: 1 << 20 })
    parts.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    atEnd = eof
  }
  await send('IO.close', { handle: stream })
  return Buffer.concat(parts)
}
