// A sheet of paper: the page's size, its margins with page numbers, and none of the screen's scrolling. Always light.
import type { ReactNode } from 'react'
import './paper-fonts.css'
import classes from './Sheet.module.css'

interface SheetProps {
  readonly paper: 'A4' | 'Letter'
  /** What stands at the foot of every page. */
  readonly footer?: {
    readonly text: string
    /** Says “Page 1 of 3” around the two counters, which only the printer knows. */
    readonly pageOf: (page: string, pages: string) => string
  }
  readonly children: ReactNode
}

export function Sheet({ paper, footer, children }: SheetProps) {
  return (
    <div className={classes['sheet']}>
      {/* A page's size and margins cannot come from variables or classes. */}
      <style>{`
        @page { size: ${paper}; margin: 16mm 16mm 18mm; ${footer ? marginBoxes(footer) : ''} }
        :root { color-scheme: light !important }
        html, body, #root { height: auto !important; overflow: visible !important; background: #ffffff !important }
      `}</style>
      {children}
    </div>
  )
}

const FONT = `font: 8pt 'Kith Latin', 'Segoe UI', Arial, 'Liberation Sans', 'Noto Sans SC', sans-serif; color: #5f606a`
// Characters of the private use area, which no text has.
const [PAGE, PAGES] = ['\uE000', '\uE001']

const marginBoxes = ({ text, pageOf }: NonNullable<SheetProps['footer']>): string =>
  `@bottom-left { content: ${cssString(text)}; ${FONT} } @bottom-right { content: ${withCounters(pageOf(PAGE, PAGES))}; ${FONT} }`

/** `Page \uE000 of \uE001` as `"Page " counter(page) " of " counter(pages) ""`. */
const withCounters = (text: string): string =>
  cssString(text).replace(PAGE, '" counter(page) "').replace(PAGES, '" counter(pages) "')

const cssString = (text: string): string =>
  `"${text.replace(/["\\\n\r\f<]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`
