// A row of a file once its cells were read: values by field, names of other records, further numbers, and what is wrong with it.
import type { PointKind } from '#shared/customers/contact-point.ts'
import type { Money } from './amounts.ts'
import type { CellFault } from './cell.ts'
import type { ReferenceBy } from './plan.ts'

/** As the record stores it; money with its currency. Null empties the field. */
export type FieldValue = string | number | boolean | Money | readonly string[] | null

/** What a cell says of another record. */
export interface Naming {
  readonly by: ReferenceBy
  readonly text: string
  readonly column: number
}

export interface ReadPoint {
  /** The field that it was read from, without its part: the columns of one address belong together. */
  readonly key: string
  readonly kind: PointKind
  type: string | null
  value: string
  city: string | null
  country: string | null
  postcode: string | null
}

/** A fault with its place. `column` and `field` are null where it concerns the row as a whole. */
export interface RowFault extends CellFault {
  readonly column: number | null
  readonly field: string | null
  readonly value: string
}

export interface RowReading {
  /** As a spreadsheet counts. */
  readonly row: number
  /** By field; of the office's own fields by their keys. What a row does not say is not there. */
  readonly values: Record<string, FieldValue>
  readonly names: Record<string, Naming[]>
  readonly points: ReadPoint[]
  readonly faults: RowFault[]
}

export const rowFault = (fault: CellFault, place: { column?: number; field?: string; value?: string } = {}): RowFault => ({
  ...fault,
  column: place.column ?? null,
  field: place.field ?? null,
  value: place.value ?? '',
})

/** Puts a fault, if there is one, to what was read. */
export const noteFault = (
  { faults }: Pick<RowReading, 'faults'>,
  fault: CellFault | null,
  place?: Parameters<typeof rowFault>[1],
): void => {
  if (fault) faults.push(rowFault(fault, place))
}

export const isRefused = (faults: readonly RowFault[]): boolean => faults.some((fault) => fault.severity === 'refuse')

export const textOf = ({ values }: Pick<RowReading, 'values'>, field: string): string | null => {
  const value = values[field]
  return typeof value === 'string' ? value : null
}

export const isMoney = (value: FieldValue | undefined): value is Money =>
  typeof value === 'object' && value !== null && 'amountMinor' in value

/** Rows of a list that are no records of it stay out unless the user says otherwise. */
const OUTSIDE: ReadonlySet<string> = new Set(['imports.row.outside', 'imports.row.headings_again'])
export const isOutside = ({ messageKey }: { readonly messageKey: string }): boolean => OUTSIDE.has(messageKey)
