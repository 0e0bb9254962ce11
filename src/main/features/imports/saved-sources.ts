// The sources that an office names: made, renamed, put in order, removed.
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { prioritiesOfNewcomer, rankOfNewcomer, ranksAfterMove } from '#shared/imports/source-order.ts'
import { BY_HAND, type ImportSource, type savedSource, type SourcePriorities, type sourceMove } from '#shared/imports/sources.ts'
import { readRankedField } from '#shared/imports/stored-fields.ts'
import type { Db } from '#main/db/database.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { listSources } from './sources.repository.ts'

const requireSource = (db: Db, id: string): ImportSource => {
  const found = listSources(db).find((source) => source.id === id)
  if (found) return found
  throw new AppError('not_found', 'imports.source.gone')
}

const stored = (priorities: SourcePriorities): string | null =>
  Object.keys(priorities).length === 0 ? null : JSON.stringify(priorities)

/** What is typed in by hand is kept under a natural id, made when it is first moved; it is always called the same. */
const write = (
  { tx }: MutationContext,
  { id, name, rank, priorities }: Pick<ImportSource, 'id' | 'name' | 'rank' | 'priorities'>,
): void => {
  if (id === BY_HAND) tx.put('importSources', [BY_HAND], { name: BY_HAND, rank, priorities: stored(priorities) })
  else tx.update('importSources', id, { name, rank, priorities: stored(priorities) })
}

export const saveSource = (context: MutationContext, { id, name, ...given }: z.output<typeof savedSource>): ImportSource => {
  const { tx, db } = context
  const all = listSources(db)
  if (id !== BY_HAND && (name === BY_HAND || all.some((source) => source.name === name && source.id !== id)))
    throw new AppError('conflict', 'imports.source.taken', { name })
  if (id === null) {
    const { rank = rankOfNewcomer(all), priorities = prioritiesOfNewcomer(all) } = given
    return requireSource(db, tx.insert('importSources', { name, rank, priorities: stored(priorities) }))
  }
  const { rank, priorities } = requireSource(db, id)
  write(context, { id, name, rank: given.rank ?? rank, priorities: given.priorities ?? priorities })
  return requireSource(db, id)
}

const requireField = (field: string): void => {
  if (readRankedField(field) === null) throw new AppError('invalid_input', 'imports.source.field', { field })
}

export const moveSource = (context: MutationContext, { id, beforeId, field }: z.output<typeof sourceMove>): void => {
  const all = listSources(context.db)
  if (field !== null) requireField(field)
  for (const named of [id, beforeId]) if (named !== null) requireSource(context.db, named)
  const ranks = ranksAfterMove(all, { id, beforeId, field })
  for (const source of all) {
    const rank = ranks.get(source.id) ?? source.rank
    if (field === null && rank !== source.rank) write(context, { ...source, rank })
    if (field !== null && rank !== source.priorities[field])
      write(context, { ...source, priorities: { ...source.priorities, [field]: rank } })
  }
}

export const forgetOrder = (context: MutationContext, { field }: { readonly field: string }): void => {
  for (const source of listSources(context.db)) {
    const { [field]: own, ...priorities } = source.priorities
    if (own !== undefined) write(context, { ...source, priorities })
  }
}

/** Values know their source by the import that wrote them: a source that one of those names stays. */
export const removeSource = ({ tx, db }: MutationContext, id: string): void => {
  const { name, imports, mappings } = requireSource(db, id)
  if (imports + mappings > 0) throw new AppError('conflict', 'imports.source.used', { name, imports, mappings })
  tx.archive('importSources', id)
}
