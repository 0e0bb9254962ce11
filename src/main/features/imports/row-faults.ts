// Adding to a row the faults that only show when its names are looked up.
import type { CellFault } from '#shared/imports/cell.ts'
import { rowFault } from '#shared/imports/draft.ts'
import type { ImportMessageKey } from '#shared/imports/imports.messages.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import type { Found } from './name-register.ts'

interface Place {
  readonly field: string
  readonly value: string
  readonly params?: CellFault['params']
}

export const refuseRow = ({ faults }: RowReading, messageKey: ImportMessageKey, { params = {}, ...place }: Place): void => {
  faults.push(rowFault({ severity: 'refuse', messageKey, params }, place))
}

export const warnOfRow = ({ faults }: RowReading, messageKey: ImportMessageKey, { params = {}, ...place }: Place): void => {
  faults.push(rowFault({ severity: 'warn', messageKey, params }, place))
}

/** Refuses the row if the name stands for several records. */
export const refuseAmbiguous = (
  reading: RowReading,
  found: Found,
  { field, name, messageKey }: { readonly field: string; readonly name: string; readonly messageKey: ImportMessageKey },
): void => {
  if (found === 'ambiguous') refuseRow(reading, messageKey, { field, value: name, params: { name } })
}
