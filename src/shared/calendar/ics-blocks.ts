// A calendar file taken apart into its entries before anything is parsed, so that one broken entry costs no other.

export interface IcsBlock {
  readonly name: 'VEVENT' | 'VTODO' | 'VTIMEZONE'
  readonly lines: readonly string[]
  /** The file ended before the block did. */
  readonly isCut: boolean
}

export interface IcsFile {
  readonly isCalendar: boolean
  /** Lines of the calendar itself: METHOD, X-WR-CALNAME … */
  readonly lines: readonly string[]
  readonly blocks: readonly IcsBlock[]
}

/** The logical lines of a text: unfolded, whatever line ends it has. */
const unfolded = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/\n[ \t]/gu, '')
    .split('\n')
    .filter((line) => line !== '')

export const blocksOf = (text: string): IcsFile => {
  const own: string[] = []
  const blocks: IcsBlock[] = []
  let open: { readonly name: IcsBlock['name']; readonly lines: string[] } | null = null
  let skipped: string | null = null
  let isCalendar = false
  for (const line of unfolded(text)) {
    const [, edge, name = ''] = /^(BEGIN|END):\s*([A-Z-]+)\s*$/iu.exec(line) ?? []
    const block = blockName(name)
    if (name.toUpperCase() === 'VCALENDAR') {
      if (edge?.toUpperCase() === 'BEGIN') isCalendar = true
    } else if (skipped !== null) {
      if (edge?.toUpperCase() === 'END' && name.toUpperCase() === skipped) skipped = null
    } else if (open === null) {
      if (edge?.toUpperCase() === 'BEGIN' && block !== null) open = { name: block, lines: [] }
      else if (edge?.toUpperCase() === 'BEGIN') skipped = name.toUpperCase()
      else own.push(line)
    } else if (block !== null && edge?.toUpperCase() === 'END' && block === open.name) {
      blocks.push({ ...open, isCut: false })
      open = null
    } else if (block !== null && edge?.toUpperCase() === 'BEGIN') {
      // The end of the one before is missing.
      blocks.push({ ...open, isCut: true })
      open = { name: block, lines: [] }
    } else {
      open.lines.push(line)
    }
  }
  if (open !== null) blocks.push({ ...open, isCut: true })
  return { isCalendar: isCalendar || blocks.length > 0, lines: own, blocks }
}

const blockName = (name: string): IcsBlock['name'] | null => {
  const upper = name.toUpperCase()
  return upper === 'VEVENT' || upper === 'VTODO' || upper === 'VTIMEZONE' ? upper : null
}

/** The lines of a block that can be parsed, and how many cannot. Sub-blocks that are not closed are closed. */
export const soundLines = (block: IcsBlock): { readonly lines: readonly string[]; readonly broken: number } => {
  const open: string[] = []
  const lines: string[] = []
  let broken = 0
  for (const line of block.lines) {
    const [, edge, name = ''] = /^(BEGIN|END):\s*([A-Z-]+)\s*$/iu.exec(line) ?? []
    if (edge === undefined) {
      if (/^[A-Za-z0-9-]+(;[A-Za-z0-9-]+=("[^"]*"|[^";:]*)(,("[^"]*"|[^";:,]*))*)*:/u.test(line)) lines.push(line)
      else broken += 1
    } else if (edge.toUpperCase() === 'BEGIN') {
      open.push(name.toUpperCase())
      lines.push(line)
    } else if (open.at(-1) === name.toUpperCase()) {
      open.pop()
      lines.push(line)
    } else broken += 1
  }
  return { lines: [...lines, ...open.toReversed().map((name) => `END:${name}`)], broken }
}
