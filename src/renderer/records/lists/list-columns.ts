// The columns of a list as pure rules: what a view says of them, resolved against the fields that there are.
import { titleField } from '#shared/lists/list-fields.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ViewConfig } from '#shared/lists/view.ts'

export interface ShownColumn {
  readonly field: ListField
  readonly width: number
  /** Whether the user has set the width. */
  readonly isSized: boolean
}

type Columns = ViewConfig['columns']

/** The title first, then what the view names; a field that is gone is left out. Without a choice: what the entity shows at first. */
export const shownColumns = (entity: ListEntity, fields: readonly ListField[], columns: Columns): readonly ShownColumn[] => {
  const title = titleField[entity]
  const chosen =
    columns.length > 0 ? columns : fields.filter(({ isShown }) => isShown).map(({ id }) => ({ field: id, width: null }))
  const titleWidth = chosen.find(({ field }) => field === title)?.width ?? null
  return [{ field: title, width: titleWidth }, ...chosen.filter(({ field }) => field !== title)].flatMap(({ field, width }) => {
    const known = fields.find(({ id }) => id === field)
    return known ? [{ field: known, width: width ?? known.width, isSized: width !== null }] : []
  })
}

const toColumns = (shown: readonly ShownColumn[]): Columns =>
  shown.map(({ field, width, isSized }) => ({ field: field.id, width: isSized ? width : null }))

export const withWidth = (shown: readonly ShownColumn[], id: string, width: number): Columns =>
  toColumns(shown.map((column) => (column.field.id === id ? { ...column, width: Math.round(width), isSized: true } : column)))

/** Before another column; `null`: to the end. */
export const withMoved = (shown: readonly ShownColumn[], id: string, beforeId: string | null): Columns => {
  const moved = shown.filter(({ field }) => field.id === id)
  const rest = shown.filter(({ field }) => field.id !== id)
  const at = beforeId === null ? rest.length : rest.findIndex(({ field }) => field.id === beforeId)
  // Nothing stands before the title.
  return toColumns(rest.toSpliced(Math.max(1, at), 0, ...moved))
}

export const withStep = (shown: readonly ShownColumn[], id: string, step: 1 | -1): Columns => {
  const from = shown.findIndex(({ field }) => field.id === id)
  const beforeId = shown[step === 1 ? from + 2 : from - 1]?.field.id ?? null
  return withMoved(shown, id, beforeId)
}

export const without = (shown: readonly ShownColumn[], id: string): Columns =>
  toColumns(shown.filter(({ field }) => field.id !== id))

export const withShown = (shown: readonly ShownColumn[], id: string): Columns => [...toColumns(shown), { field: id, width: null }]
