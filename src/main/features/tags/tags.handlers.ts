// What each procedure of tags does.
import { AppError } from '#shared/base/app-error.ts'
import { type Tag, type TagColour, tagColour } from '#shared/tags/tag.ts'
import type { Db } from '#main/db/database.ts'
import { findRecordState } from '#main/records/record-state.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import {
  countByTag,
  findTag,
  insertTag,
  listArchivedTags,
  listCarriers,
  listTags,
  listTagsOf,
  putTagOn,
  takeTagOff,
  updateTag,
} from './tags.repository.ts'

export const tagsHandlers: Handlers['tags'] = {
  list: ({ db }) => {
    const counted = Map.groupBy(countByTag(db), ({ tagId }) => tagId)
    return listTags(db).map((tag) => {
      const own = counted.get(tag.id) ?? []
      const counts = { company: 0, contact: 0, deal: 0, ticket: 0, order: 0, product: 0 }
      for (const { recordType, n } of own) counts[recordType] = n
      return { ...tag, counts, total: own.reduce((sum, { n }) => sum + n, 0) }
    })
  },

  pick: ({ db }) => listTags(db),

  archived: ({ db }) => listArchivedTags(db),

  of: ({ db }, { recordId }) => listTagsOf(db, recordId),

  create: ({ tx }, { name, colour }) => {
    requireNewName(tx, name, null)
    return requireTag(tx, insertTag(tx, { name, colour: colour ?? leastUsedColour(listTags(tx)) }))
  },

  rename: ({ tx }, { id, name }) => {
    requireTag(tx, id)
    requireNewName(tx, name, id)
    updateTag(tx, id, { name })
    return requireTag(tx, id)
  },

  recolour: ({ tx }, { id, colour }) => {
    requireTag(tx, id)
    updateTag(tx, id, { colour })
    return requireTag(tx, id)
  },

  merge: ({ tx, progress, checkCancelled }, { ids, intoId }) => {
    requireTag(tx, intoId)
    const merged = [...new Set(ids)].filter((id) => id !== intoId).map((id) => requireTag(tx, id))
    const records = new Set<string>()
    for (const [done, { id }] of merged.entries()) {
      for (const { recordType, recordId } of listCarriers(tx, id)) {
        if (records.size % 200 === 0) checkCancelled()
        putTagOn(tx, intoId, recordType, recordId)
        takeTagOff(tx, id, recordId)
        records.add(recordId)
      }
      tx.archive('tags', id)
      progress('merge', done + 1, merged.length)
    }
    return { records: records.size }
  },

  archive: ({ tx }, { id }) => {
    tx.archive('tags', requireTag(tx, id).id)
    return null
  },

  restore: ({ tx }, { id }) => {
    const tag = findTag(tx, id)
    if (!tag) throw new AppError('not_found', 'tags.gone', { id })
    if (tag.archivedAt === null) return null
    requireNewName(tx, tag.name, id)
    tx.restore('tags', id)
    return null
  },

  set: ({ tx }, { recordType, recordId, tagIds }) => {
    if (findRecordState(tx, recordType, recordId) !== 'active') throw new AppError('not_found', 'errors.gone', { id: recordId })
    const wanted = new Set(tagIds)
    for (const id of wanted) requireTag(tx, id)
    const present = new Set(listTagsOf(tx, recordId).map(({ id }) => id))
    for (const id of present) if (!wanted.has(id)) takeTagOff(tx, id, recordId)
    for (const id of wanted) if (!present.has(id)) putTagOn(tx, id, recordType, recordId)
    return listTagsOf(tx, recordId)
  },
}

const requireTag = (db: Db, id: string): Tag => {
  const tag = findTag(db, id)
  if (!tag || tag.archivedAt !== null) throw new AppError('not_found', 'tags.gone', { id })
  return { id: tag.id, name: tag.name, colour: tag.colour }
}

/** Two tags that differ in case or width only would be taken for one. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase()

const requireNewName = (db: Db, name: string, id: string | null): void => {
  if (!listTags(db).some((tag) => tag.id !== id && folded(tag.name) === folded(name))) return
  const issues = [{ field: 'name', code: 'name_taken', params: {} }]
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}

const leastUsedColour = (tags: readonly Tag[]): TagColour => {
  const uses = (colour: TagColour): number => tags.filter((tag) => tag.colour === colour).length
  return tagColour.options.toSorted((one, other) => uses(one) - uses(other))[0] ?? 'gray'
}
