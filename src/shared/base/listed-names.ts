// Several names in one cell of a file, and back: a name that holds a comma itself stands in quotation marks, as whole cells of CSV do.

const MARK = ':::|[;,|；，、\\n]'
const NEEDS_QUOTES = new RegExp(`${MARK}|"|^\\s|\\s$`, 'u')
/** One name with the mark behind it. Quotation marks count only where they hold the whole name: 5" pipe is a name. */
const PIECE = new RegExp(
  `\\s*(?:"(?<quoted>(?:[^"]|"")*)"\\s*(?=${MARK}|$)|(?<plain>[\\s\\S]*?)(?=${MARK}|$))(?:${MARK}|$)`,
  'gu',
)

/** `comma`: what stands between two names in the reader's language. */
export const joinNames = (names: readonly string[], comma: string): string =>
  names.map((name) => (NEEDS_QUOTES.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(comma)

/** The names of a cell, without blanks around them; empty ones are left out. */
export const splitNames = (cell: string): string[] =>
  [...cell.matchAll(PIECE)]
    .map(({ groups }) => groups?.['quoted']?.replaceAll('""', '"') ?? groups?.['plain'] ?? '')
    .map((name) => name.trim())
    .filter((name) => name !== '')
