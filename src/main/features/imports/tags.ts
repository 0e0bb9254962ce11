// The tags that rows ask for: those the office has, and new ones. A column with very many different words holds no tags.
import { AppError } from '#shared/base/app-error.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { tagColour } from '#shared/tags/tag.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { listTagNames, type Named } from './imports.repository.ts'

const MAX_NEW_TAGS = 200

export interface TagRegister {
  readonly idOf: (name: string) => string | undefined
  readonly ensure: (name: string) => string
  readonly made: readonly Named[]
  readonly write: (tx: WriteTx) => void
}

export const createTagRegister = (db: Db, newId: () => string): TagRegister => {
  const known = listTagNames(db)
  const byName = new Map(known.map(({ id, name }) => [foldName(name), id]))
  const made: Named[] = []
  return {
    idOf: (name) => byName.get(foldName(name)),
    ensure: (name) => {
      const there = byName.get(foldName(name))
      if (there !== undefined) return there
      if (made.length === MAX_NEW_TAGS) throw new AppError('invalid_input', 'imports.plan.too_many_tags', { limit: MAX_NEW_TAGS })
      const id = newId()
      made.push({ id, name })
      byName.set(foldName(name), id)
      return id
    },
    made,
    write: (tx) => {
      const colours = tagColour.options
      for (const [place, { id, name }] of made.entries())
        tx.insert('tags', { id, name, colour: colours[(known.length + place) % colours.length] ?? 'gray' })
    },
  }
}
