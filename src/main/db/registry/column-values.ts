// What a column can hold. What is written here is asked the same as what arrives: a change set that the others refuse would cut this machine off.
import type { CellColumn, StoredValue } from './layout.ts'

/** Whether a value of the log is of the column's kind. */
export const holds = ({ type, nullable }: Pick<CellColumn, 'type' | 'nullable'>, value: unknown): boolean => {
  if (value === null) return nullable
  if (type === 'text') return isText(value)
  if (type === 'boolean') return typeof value === 'boolean'
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === 'number' && Number.isFinite(value)
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/** A value as every machine takes it: half a character and NUL, which only files and programs from elsewhere hold, become �. */
export const storable = (value: StoredValue): StoredValue =>
  typeof value !== 'string' || isText(value) ? value : value.toWellFormed().replaceAll('\0', '\uFFFD')
