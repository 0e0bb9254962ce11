// The SQL of saved views. A view whose parts cannot be read any more opens with what is left of it.
import { type ListEntity, listEntity } from '#shared/lists/list-entity.ts'
import { type ListView, viewConfig } from '#shared/lists/view.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive, isThere } from '#main/db/selection.ts'

const columns = ['id', 'entity', 'name', 'isShared', 'ownerId', 'position', 'config', 'archivedAt'] as const

interface ViewRow {
  readonly id: string
  readonly entity: string
  readonly name: string
  readonly isShared: boolean
  readonly ownerId: string | null
  readonly position: string
  readonly config: string
  readonly archivedAt: string | null
}

const configOf = (json: string): ListView['config'] => {
  const given: unknown = JSON.parse(json)
  const whole = viewConfig.safeParse(given)
  if (whole.success) return whole.data
  const parts = typeof given === 'object' && given !== null ? Object.entries(given) : []
  const sound = parts.filter(([name, value]) => viewConfig.safeParse({ [name]: value }).success)
  return viewConfig.parse(Object.fromEntries(sound))
}

const toView = ({ archivedAt: _archivedAt, config, entity, ...row }: ViewRow): ListView => ({
  ...row,
  entity: listEntity.parse(entity),
  config: configOf(config),
})

/** One's own views and the shared ones, in order. */
export const listViews = (db: Db, entity: ListEntity, me: string | null): ListView[] =>
  db
    .all(
      build
        .selectFrom('views')
        .select(columns)
        .where('entity', '=', entity)
        .where(isActive('views'))
        .where((the) => the.or([the('isShared', '=', true), the('ownerId', '=', me ?? '')]))
        .orderBy('position')
        .orderBy('id'),
    )
    .map(toView)

/** A view that the user may see, archived or not. */
export const findView = (
  db: Db,
  id: string,
  me: string | null,
): { readonly view: ListView; readonly isArchived: boolean } | undefined => {
  const row = db.get(build.selectFrom('views').select(columns).where('id', '=', id).where(isThere('views')))
  if (!row || !(row.isShared || row.ownerId === me)) return undefined
  return { view: toView(row), isArchived: row.archivedAt !== null }
}
