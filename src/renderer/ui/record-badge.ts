// What stands in the head of each record beside its name, and across it. The app provides it, so that heads know nothing of conflicts and of others.
import { type ComponentType, createContext } from 'react'
import type { RecordType } from '#shared/base/fields.ts'

export interface RecordBadge {
  readonly recordType: RecordType
  readonly id: string
  readonly Badge: ComponentType<{ readonly recordType: RecordType; readonly recordId: string; readonly name: string }>
  readonly Notice: ComponentType<{
    readonly recordType: RecordType
    readonly recordId: string
    readonly className: string | undefined
  }>
}

export const RecordBadgeContext = createContext<RecordBadge | null>(null)
