// What a list's page tells the one screen of all lists.
import type { ReactNode } from 'react'
import type { ListEntity } from '#shared/lists/list-entity.ts'

export interface ListScreenProps {
  readonly entity: ListEntity
  readonly title: string
  readonly searchLabel: string
  /** Where a record's own page is; `null` for those that have none. Must stay the same function. */
  readonly pathOf: (id: string) => string | null
  /** What stands in the bar before the views. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** What is said and offered where a view of the list's own holds nothing. */
  readonly renderFirst: (viewId: string) => ReactNode
  /** The record beside the list. */
  readonly renderPanel?: ((id: string) => ReactNode) | undefined
  /** Forms that lie over the list. */
  readonly children?: ReactNode
}
