// Which rows are selected, as pure rules: some by name, or all that the list's question answers but a few.

export type Selection =
  { readonly kind: 'some'; readonly ids: ReadonlySet<string> } | { readonly kind: 'all'; readonly except: ReadonlySet<string> }

export const NOTHING: Selection = { kind: 'some', ids: new Set() }
export const ALL: Selection = { kind: 'all', except: new Set() }

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id)

/** How many rows that are, of a list of `count`. */
export const selectedCount = (selection: Selection, count: number): number =>
  selection.kind === 'some' ? selection.ids.size : Math.max(0, count - selection.except.size)

export const extentOf = (selection: Selection, count: number): 'none' | 'some' | 'all' => {
  const selected = selectedCount(selection, count)
  if (selected === 0) return 'none'
  return selection.kind === 'all' && selection.except.size === 0 ? 'all' : 'some'
}

/** One row turns over; several are all selected, unless they all are already. */
export const toggle = (selection: Selection, ids: readonly string[]): Selection => {
  const wanted = !ids.every((id) => isSelected(selection, id))
  const held = new Set(selection.kind === 'some' ? selection.ids : selection.except)
  for (const id of ids) {
    if (wanted === (selection.kind === 'some')) held.add(id)
    else held.delete(id)
  }
  return selection.kind === 'some' ? { kind: 'some', ids: held } : { kind: 'all', except: held }
}

export const toggleAll = (selection: Selection): Selection =>
  selection.kind === 'all' && selection.except.size === 0 ? NOTHING : ALL
