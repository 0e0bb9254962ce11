// What a list shows, kept in its address: search text, archived or not, owner, sorting. So Back, bookmarks and a second window have it too.
import { useSearchParams } from 'react-router'
import type { RowState } from '#shared/base/fields.ts'

type Direction = 'asc' | 'desc'

export interface ListState<Sort extends string> {
  readonly text: string
  readonly state: RowState
  /** Only the rows of this owner; `null`: of everyone. */
  readonly ownerId: string | null
  readonly sort: Sort
  readonly direction: Direction
  /** Whether the form for a new record is open (`?new`). */
  readonly isCreating: boolean
  readonly setText: (text: string) => void
  readonly setState: (state: RowState) => void
  readonly setOwnerId: (ownerId: string | null) => void
  readonly setSort: (sort: string, direction: Direction) => void
  readonly setIsCreating: (isCreating: boolean) => void
  /** Everything is shown again. */
  readonly clear: () => void
}

export const useListState = <Sort extends string>(
  sorts: readonly Sort[],
  initial: { readonly sort: Sort; readonly direction: Direction },
): ListState<Sort> => {
  const [params, setParams] = useSearchParams()
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) after.delete(name)
          else after.set(name, value)
        }
        return after
      },
      { replace: true },
    )
  const wantedDirection = params.get('direction')

  return {
    text: params.get('q') ?? '',
    state: params.get('state') === 'archived' ? 'archived' : 'active',
    ownerId: params.get('owner'),
    sort: sorts.find((sort) => sort === params.get('sort')) ?? initial.sort,
    direction: wantedDirection === 'asc' || wantedDirection === 'desc' ? wantedDirection : initial.direction,
    isCreating: params.has('new'),
    setText: (text) => set({ q: text === '' ? null : text }),
    setState: (state) => set({ state: state === 'active' ? null : state }),
    setOwnerId: (ownerId) => set({ owner: ownerId }),
    setSort: (sort, direction) => set({ sort, direction }),
    setIsCreating: (isCreating) => set({ new: isCreating ? '' : null }),
    clear: () => set({ q: null, state: null, owner: null }),
  }
}
