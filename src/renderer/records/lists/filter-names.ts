// The names that filters speak of, for everything below a list: users, tags, and the records that its conditions name.
import { createContext, use } from 'react'

interface Named {
  readonly id: string
  readonly name: string
}

export interface FilterNames {
  readonly users: readonly Named[]
  readonly tags: readonly Named[]
  /** The office's own currency. */
  readonly currency: string
  readonly nameOf: (id: string) => string | undefined
}

export const FilterNamesContext = createContext<FilterNames>({ users: [], tags: [], currency: 'EUR', nameOf: () => undefined })

export const useFilterNames = (): FilterNames => use(FilterNamesContext)
