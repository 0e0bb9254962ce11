// What stands beside each property to show what it was before. The app provides it, so that properties know nothing of the history.
import { createContext, type ReactNode } from 'react'

/** Given the name of the field as the log knows it, and its label. */
export type PropertyHistory = (field: string, label: string, isReadOnly: boolean) => ReactNode

export const PropertyHistoryContext = createContext<PropertyHistory | null>(null)
