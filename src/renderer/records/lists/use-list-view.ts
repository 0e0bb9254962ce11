// What a list shows: a view, and what was changed of it since. Filter, order and grouping are in the address, so that Back, bookmarks and a
// second window have them; the columns are kept on this machine until they are saved with the view.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { id as idSchema, type RowState } from '#shared/base/fields.ts'
import { EVERYTHING, filter as filterSchema } from '#shared/lists/filter.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { type ListSort, listSort } from '#shared/lists/list-question.ts'
import { type ListView as SavedView, type ViewConfig, viewConfig } from '#shared/lists/view.ts'
import { builtInViews } from './built-in-views.ts'
import { useKept } from './use-kept.ts'

export interface ShownView {
  readonly id: string
  readonly title: string
  readonly config: ViewConfig
  /** `null` for the views that every list has. */
  readonly saved: SavedView | null
}

export interface ListViewState {
  readonly entity: ListEntity
  readonly views: readonly ShownView[]
  readonly view: ShownView
  /** The view with what was changed of it. */
  readonly config: ViewConfig
  readonly isChanged: boolean
  /** Whether a search or a filter of the moment leaves rows of the view out. */
  readonly isNarrowed: boolean
  readonly text: string
  readonly state: RowState
  /** Only the records that this import made or changed. */
  readonly importId: string | null
  readonly leaveImport: () => void
  readonly setText: (text: string) => void
  readonly setState: (state: RowState) => void
  readonly change: (changes: Partial<ViewConfig>) => void
  /** The view as it was saved. */
  readonly reset: () => void
  /** Everything is shown that the view has. */
  readonly clear: () => void
  /** Goes to another view, without the changes of this one. */
  readonly show: (id: string) => void
}

const keptColumns = viewConfig.pick({ columns: true, frozen: true, density: true })

export const useListView = (entity: ListEntity): ListViewState => {
  const t = useT()
  const api = useApi()
  const address = useAddress()
  const saved = useQuery(api.views.list({ entity })).data
  const views = useMemo<readonly ShownView[]>(
    () => [
      ...builtInViews[entity].map(({ id, title, config }) => ({ id, title: t(title), config, saved: null })),
      ...(saved ?? []).map((view) => ({ id: view.id, title: view.name, config: view.config, saved: view })),
    ],
    [entity, saved, t],
  )
  const first = views[0]
  if (!first) throw new Error(`The list of ${entity} has no view`)
  const view = views.find(({ id }) => id === address.get('view')) ?? first

  const importId = idSchema.safeParse(address.get('import')).data ?? null
  const { value: kept, keep } = useKept(`list ${entity} ${view.id}`)
  const [filterText, sortText, group] = [address.get('filter'), address.get('sort'), address.get('group')]
  const changes = useMemo(() => {
    const filter = filterText === null ? null : parsed(filterSchema, filterText)
    const sort = sortText === null ? null : sortOf(sortText)
    return {
      ...(kept === null ? {} : parsed(keptColumns, kept)),
      ...(filter && { filter }),
      ...(sort && { sort }),
      ...(group !== null && { group: group === '' ? null : group }),
    }
  }, [filterText, sortText, group, kept])
  const config = useMemo<ViewConfig>(() => ({ ...view.config, ...changes }), [view.config, changes])

  const change = (next: Partial<ViewConfig>) => {
    const { filter, sort, group: nextGroup } = next
    if (filter || sort !== undefined || nextGroup !== undefined) {
      address.set({
        ...(filter && { filter: same(filter, view.config.filter) ? null : JSON.stringify(filter) }),
        ...(sort !== undefined && {
          sort: sort === null || same(sort, view.config.sort) ? null : `${sort.field}.${sort.direction}`,
        }),
        ...(nextGroup !== undefined && { group: nextGroup === view.config.group ? null : (nextGroup ?? '') }),
      })
    }
    if (next.columns || next.frozen !== undefined || next.density !== undefined) {
      const { columns, frozen, density } = { ...config, ...next }
      keep(JSON.stringify({ columns, frozen, density }))
    }
  }
  return {
    entity,
    views,
    view,
    config,
    isChanged: !same(config, view.config),
    isNarrowed:
      address.has('q') ||
      address.has('state') ||
      importId !== null ||
      (config.filter.items.length > 0 && !same(config.filter, view.config.filter)),
    text: address.get('q') ?? '',
    state: address.get('state') === 'archived' ? 'archived' : 'active',
    importId,
    leaveImport: () => address.set({ import: null }),
    setText: (text) => address.set({ q: text === '' ? null : text }),
    setState: (state) => address.set({ state: state === 'active' ? null : state }),
    change,
    reset: () => {
      address.set({ filter: null, sort: null, group: null })
      if (kept !== null) keep(null)
    },
    clear: () =>
      address.set({
        q: null,
        state: null,
        import: null,
        filter: same(EVERYTHING, view.config.filter) ? null : JSON.stringify(EVERYTHING),
      }),
    show: (id) => address.set({ view: id === first.id ? null : id, filter: null, sort: null, group: null, peek: null }),
  }
}

interface Schema<T> {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T }
}

/** What a bookmark or a kept draft says, if it can still be understood. */
const parsed = <T>(schema: Schema<T>, text: string): T | null => {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // A bookmark that somebody wrote by hand: the view is shown as it is.
    return null
  }
}

const sortOf = (text: string): ListSort | null => {
  const dot = text.lastIndexOf('.')
  return listSort.safeParse({ field: text.slice(0, dot), direction: text.slice(dot + 1) }).data ?? null
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
