// Cards written downwards: a label beside each value, one card below another. They are read as a table with a column for each label.
import { isKnownHeading } from '#shared/imports/heading-meanings.ts'
import type { RowSource, SourceRow } from './table-file.ts'

interface Pair {
  readonly label: string
  readonly value: string
}

/** What a line of a card says; `rest` is what stands in it besides. */
interface CardLine {
  readonly pairs: readonly Pair[]
  readonly rest: string
}

const IN_ONE_CELL = /^(?<label>[^:：]{1,30})[:：]\s*(?<value>.*)$/su
const labelOf = (cell: string): string => cell.replace(/[\s:：*]+$/u, '').trim()
const isLabel = (cell: string): boolean => cell.length <= 40 && labelOf(cell) !== '' && isKnownHeading(labelOf(cell))

const lineOf = ({ cells: all }: Pick<SourceRow, 'cells'>): CardLine => {
  const cells = all.map((cell) => cell.trim())
  const [first = '', ...others] = cells
  const filled = others.filter((cell) => cell !== '')
  if (first === '') return { pairs: filled.length === 0 ? [] : [{ label: '', value: filled.join(' ') }], rest: '' }
  if (filled.length === 0) {
    const { label, value } = IN_ONE_CELL.exec(first)?.groups ?? {}
    if (label !== undefined && value !== undefined) return { pairs: [{ label: labelOf(label), value }], rest: '' }
    return isLabel(first) ? { pairs: [{ label: labelOf(first), value: '' }], rest: '' } : { pairs: [], rest: first }
  }
  if (filled.length === 1) return { pairs: [{ label: labelOf(first), value: filled[0] ?? '' }], rest: '' }
  // Label, value, label, value, as on a form.
  const texts = cells.flatMap((cell, place) => (cell === '' && place % 2 === 0 ? [] : [cell]))
  const isForm = texts.every((cell, place) => place % 2 === 1 || isLabel(cell))
  if (!isForm) return { pairs: [], rest: cells.filter((cell) => cell !== '').join(' ') }
  return {
    pairs: texts.flatMap((cell, place) => (place % 2 === 0 ? [{ label: labelOf(cell), value: texts[place + 1] ?? '' }] : [])),
    rest: '',
  }
}

/** Whether the first rows of a table are such cards: nearly all of them a label that is known beside what is none. */
export const areDownward = (rows: readonly SourceRow[]): boolean => {
  const lines = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(lineOf)
  const pairs = lines.flatMap((line) => line.pairs).filter(({ label }) => label !== '')
  const known = pairs.filter(({ label }) => isLabel(label))
  const unfit = lines.filter(({ rest }) => rest !== '').length
  return (
    new Set(known.map(({ label }) => label)).size >= 3 &&
    known.length * 10 >= pairs.length * 6 &&
    unfit * 3 <= lines.length &&
    pairs.filter(({ value }) => isLabel(value)).length * 10 <= pairs.length
  )
}

interface Card {
  readonly row: number
  /** By column. */
  readonly values: Map<number, string>
  readonly rest: string[]
}

/** The cards as rows, each with the number of its first line. */
export const readDownward = async (source: RowSource): Promise<RowSource> => {
  const records: SourceRow[] = []
  for await (const batch of source.batches()) records.push(...batch)
  const lines = records.map((record) => ({ row: record.row, ...lineOf(record) }))
  const beginning = lines.find(({ pairs }) => pairs.length > 0)?.pairs[0]?.label ?? ''
  const isBegunAlike = lines.filter(({ pairs }) => pairs[0]?.label === beginning).length > 1
  const columns: { readonly label: string; readonly time: number }[] = []
  const cards: Card[] = []
  let times = new Map<string, number>()
  let column = -1
  let before = 0

  const columnOf = (label: string): number => {
    const time = (times.get(label) ?? 0) + 1
    times.set(label, time)
    const place = columns.findIndex((one) => one.label === label && one.time === time)
    return place >= 0 ? place : columns.push({ label, time }) - 1
  }
  for (const { row, pairs, rest } of lines) {
    // Blank lines of a text file are records, those of a workbook are none.
    if (pairs.length === 0 && rest === '') continue
    const isAfterGap = row > before + 1
    before = row
    if (rest !== '' && cards.length > 0 && !isAfterGap) cards.at(-1)?.rest.push(rest)
    for (const { label, value } of pairs) {
      const open = cards.at(-1)
      const isNext = isBegunAlike ? label === beginning : isAfterGap && label === pairs[0]?.label && label !== ''
      if (open === undefined || (isNext && times.size > 0)) {
        cards.push({ row, values: new Map(), rest: [] })
        times = new Map()
      }
      if (label !== '') column = columnOf(label)
      const values = cards.at(-1)?.values
      const known = values?.get(column)
      if (value !== '' && column >= 0) values?.set(column, known === undefined ? value : `${known} ${value}`)
    }
  }
  const headings = columns.map(({ label }) => label)
  const rows = cards.map(({ row, values, rest }): SourceRow => {
    const cells = headings.map((_label, place) => values.get(place) ?? '')
    return rest.length === 0 ? { row, cells } : { row, cells, faults: [leftOut(rest.join(' · '))] }
  })
  return {
    name: source.name,
    isHidden: source.isHidden,
    isRagged: false,
    headings,
    batches: async function* () {
      yield rows
    },
  }
}

const leftOut = (value: string): NonNullable<SourceRow['faults']>[number] => ({
  column: null,
  severity: 'warn',
  messageKey: 'imports.row.line_left_out',
  params: { value: value.slice(0, 200) },
})
