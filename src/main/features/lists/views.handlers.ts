// What each procedure of views does. A private view is nobody else's to see; a shared one may be changed by everybody.
import { AppError } from '#shared/base/app-error.ts'
import type { ListView } from '#shared/lists/view.ts'
import { keyBehind, placesOfMove } from '#main/records/reorder.ts'
import type { CallContext, Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { assertMayView } from './list-rights.ts'
import { findView, listViews } from './views.repository.ts'

export const viewsHandlers: Handlers['views'] = {
  list: ({ db, actor }, { entity }) => {
    assertMayView(actor, entity)
    return listViews(db, entity, actor.userId)
  },

  create: (context, { entity, name, isShared, config }) => {
    const { tx, actor } = context
    assertMayView(actor, entity)
    const last = listViews(tx, entity, actor.userId).at(-1)
    const id = tx.insert('views', {
      ...{ entity, name, isShared, ownerId: actor.userId, config: JSON.stringify(config) },
      position: keyBehind(last?.position ?? null),
    })
    return requireView(context, id).view
  },

  update: (context, { id, name, isShared, config }) => {
    requireUsed(context, id)
    context.tx.update('views', id, { name, isShared, config: config === undefined ? undefined : JSON.stringify(config) })
    return requireView(context, id).view
  },

  archive: (context, { id }) => {
    if (!requireView(context, id).isArchived) context.tx.archive('views', id)
    return null
  },

  restore: (context, { id }) => {
    if (requireView(context, id).isArchived) context.tx.restore('views', id)
    return null
  },

  move: (context, { id, beforeId }) => {
    const view = requireUsed(context, id)
    const others = listViews(context.tx, view.entity, context.actor.userId).filter((other) => other.id !== id)
    const at = beforeId === null ? others.length : others.findIndex((other) => other.id === beforeId)
    if (at < 0) throw new AppError('not_found', 'lists.viewGone', { id: beforeId })
    for (const { id: movedId, position } of placesOfMove(others, id, at)) context.tx.update('views', movedId, { position })
    return requireView(context, id).view
  },
}

const requireView = ({ db, actor }: CallContext, id: string): { readonly view: ListView; readonly isArchived: boolean } => {
  const found = findView(db, id, actor.userId)
  if (!found) throw new AppError('not_found', 'lists.viewGone', { id })
  return found
}

const requireUsed = (context: MutationContext, id: string): ListView => {
  const { view, isArchived } = requireView(context, id)
  if (isArchived) throw new AppError('conflict', 'lists.viewArchived', { name: view.name })
  return view
}
