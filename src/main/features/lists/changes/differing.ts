// Which of the changes asked for would change anything: equal values are not written, and need no rule asked.
import type { CellValue } from '#shared/lists/list-field.ts'
import type { ListChanges, NewValue } from '#shared/lists/list-change.ts'
import { isMoney, isTagChange } from './record-writers.ts'

const idsIn = (cell: CellValue): string[] =>
  Array.isArray(cell) ? cell.map((one) => (typeof one === 'string' ? one : one.id)) : []

const isEqual = (cell: CellValue | undefined, value: NewValue): boolean => {
  if (cell === undefined) return false
  if (isTagChange(value)) {
    const present = idsIn(cell)
    return value.add.every((id) => present.includes(id)) && !value.remove.some((id) => present.includes(id))
  }
  if (Array.isArray(value)) return JSON.stringify(idsIn(cell)) === JSON.stringify(value)
  if (isMoney(value)) {
    const held = typeof cell === 'object' && cell !== null && 'amountMinor' in cell ? cell : null
    return held?.amountMinor === value.amountMinor && held.currency === value.currency
  }
  if (typeof cell === 'object' && cell !== null) return 'id' in cell && cell.id === value
  const given = typeof value === 'string' && value.trim() === '' ? null : value
  return cell === given || (cell === '' && given === null)
}

/** Without the fields that hold the value already; `lossReason` belongs to a move and says nothing alone. */
export const differing = (cells: Readonly<Record<string, CellValue>>, changes: ListChanges): ListChanges => {
  const found = Object.entries(changes).filter(([field, value]) => field === 'lossReason' || !isEqual(cells[field], value))
  return found.every(([field]) => field === 'lossReason') ? {} : Object.fromEntries(found)
}
