// Finds the columns that name a firm or an order only in the first row of its people or lines. Only a proposal: the mapping shows it with a switch.
import { unguarded } from '#shared/base/guarded-cell.ts'
import { isNamedBefore, leadersOf } from '#shared/imports/carried-down.ts'
import type { CarriedDown, InspectedColumn } from '#shared/imports/inspection.ts'
import { isOutside } from '#shared/imports/reading.ts'
import type { TablePlan } from '#shared/imports/plan.ts'
import { carriedDown } from '#main/tables/carried-cells.ts'
import type { ImportFiles, Sheet } from './sheets.ts'

const outsideOf = ({ faults }: Sheet): ReadonlySet<number> =>
  new Set([...faults].flatMap(([row, some]) => (some.some(isOutside) ? [row] : [])))

/** The sheet as a table of the plan reads it. */
export const sheetFor = (files: ImportFiles, { file, table, columns }: TablePlan): Sheet => {
  const sheet = files.sheet(file, table)
  const carried = columns.flatMap(({ isCarriedDown }, place) => (isCarriedDown ? [place] : []))
  return carried.length === 0 ? sheet : { ...sheet, spool: carriedDown(sheet.spool, carried, outsideOf(sheet)) }
}

/** The columns with what is carried down in them. Goes over the rows once more, and only where the headings and the gaps speak for it. */
export const withCarried = (sheet: Sheet, columns: readonly InspectedColumn[]): InspectedColumn[] => {
  const leaders = leadersOf(columns, sheet.spool.rows)
  if (leaders.length === 0) return [...columns]
  const found = new Map(leaders.map((leader) => [leader.column, carriedIn(sheet, leader, columns.length)]))
  return columns.map((column, place) => {
    const carried = found.get(place)
    return carried ? { ...column, carried } : column
  })
}

type Leader = ReturnType<typeof leadersOf>[number]

const carriedIn = (sheet: Sheet, leader: Leader, width: number): CarriedDown | null => {
  const apart = outsideOf(sheet)
  const rows = Array.from({ length: width }, () => ({ leading: 0, below: 0 }))
  const seen = new Set<string>()
  let [leading, below, alone, isFirst, isRepeated] = [0, 0, 0, true, false]
  const named = carriedDown(sheet.spool, [leader.column], apart).batches()
  for (const batch of sheet.spool.batches()) {
    const after = named.next().value ?? []
    for (const [at, { row, cells }] of batch.entries()) {
      if (apart.has(row)) continue
      const own = unguarded(cells[leader.column] ?? '').trim()
      if (isFirst && own === '') return null
      isFirst = false
      const isBelow = own === ''
      if (isBelow && (after[at]?.cells[leader.column] ?? '') === '') continue
      if (isBelow) below += 1
      else leading += 1
      isRepeated ||= !isBelow && seen.has(own)
      seen.add(own)
      if (isBelow && !leader.members.some((member) => (cells[member] ?? '').trim() !== '')) alone += 1
      for (const [place, count] of rows.entries())
        if ((cells[place] ?? '').trim() !== '') count[isBelow ? 'below' : 'leading'] += 1
    }
  }
  const others = rows.filter((_count, place) => place !== leader.column && !leader.members.includes(place))
  return isNamedBefore({ leading, below, alone, isRepeated, others })
}
