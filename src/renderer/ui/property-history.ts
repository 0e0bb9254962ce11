// What stands beside each property to show what it was before. The app provides it, so that properties know nothing of the history.
import { type ComponentType, createContext } from 'react'
import type { RecordType } from '#shared/base/fields.ts'

export interface PropertyClockProps {
  readonly recordType: RecordType
  readonly id: string
  /** The name of the field as the log knows it. */
  readonly field: string
  readonly label: string
  readonly isReadOnly: boolean
}

export interface PropertyHistory extends Pick<PropertyClockProps, 'recordType' | 'id'> {
  readonly Clock: ComponentType<PropertyClockProps>
}

export const PropertyHistoryContext = createContext<PropertyHistory | null>(null)
