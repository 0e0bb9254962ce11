// What each procedure of favourites and of recent records does. Both belong to the user who asks.
import { AppError } from '#shared/base/app-error.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { MOST_RECENTS } from '#shared/bookmarks/bookmarks.contract.ts'
import type { Db } from '#main/db/database.ts'
import { findRecordState } from '#main/records/record-state.ts'
import { keyBehind, placesOfMove } from '#main/records/reorder.ts'
import type { Actor, Handlers } from '#main/rpc/handlers.ts'
import {
  endFavourite,
  forgetOldRecents,
  isFavourite,
  keepRecent,
  lastPosition,
  listFavourites,
  listRecents,
  moveFavourite,
  putFavourite,
} from './bookmarks.repository.ts'

export const favouritesHandlers: Handlers['favourites'] = {
  list: ({ db, actor }) =>
    actor.userId === null
      ? []
      : listFavourites(db, actor.userId).map(({ id, recordType, recordId, name }) => ({ id, recordType, recordId, name })),

  add: ({ tx, actor }, { recordType, recordId }) => {
    requireRecord(tx, recordType, recordId)
    const key = { userId: requireUser(actor), recordType, recordId }
    if (!isFavourite(tx, key)) putFavourite(tx, key, keyBehind(lastPosition(tx, key.userId)))
    return null
  },

  remove: ({ tx, actor }, { recordType, recordId }) => {
    endFavourite(tx, { userId: requireUser(actor), recordType, recordId })
    return null
  },

  move: ({ tx, actor }, { id, afterId }) => {
    const all = listFavourites(tx, requireUser(actor))
    const others = all.filter((one) => one.id !== id)
    const after = others.findIndex((one) => one.id === afterId)
    if (others.length === all.length || (afterId !== null && after < 0)) throw new AppError('not_found', 'errors.gone', { id })
    for (const place of placesOfMove(others, id, after + 1)) moveFavourite(tx, place.id, place.position)
    return null
  },
}

export const recentsHandlers: Handlers['recents'] = {
  list: ({ db, actor }, { limit }) => (actor.userId === null ? [] : listRecents(db, actor.userId, limit)),

  open: ({ tx, actor }, { recordType, recordId }) => {
    requireRecord(tx, recordType, recordId)
    const userId = requireUser(actor)
    keepRecent(tx, userId, recordType, recordId)
    forgetOldRecents(tx, userId, MOST_RECENTS)
    return null
  },
}

const requireUser = ({ userId }: Actor): string => {
  if (userId === null) throw new AppError('forbidden', 'errors.forbidden')
  return userId
}

const requireRecord = (db: Db, recordType: RecordType, id: string): void => {
  if (findRecordState(db, recordType, id) === 'gone') throw new AppError('not_found', 'errors.gone', { id })
}
