// What stands around the companies and people of an import: the stage they are in, their tags, their further numbers.
import { AppError } from '#shared/base/app-error.ts'
import { tagColour } from '#shared/tags/tag.ts'
import { rowFault } from '#shared/imports/draft.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { furtherPoints, pointOf } from '#shared/imports/points.ts'
import { generateNKeysBetween } from 'fractional-indexing'
import type { Db, WriteTx } from '#main/db/database.ts'
import { listLifecycleNames, listTagNames } from './imports.repository.ts'
import { createNameRegister } from './name-register.ts'
import type { ReadRows } from './read-rows.ts'
import type { Around, ResolvedRow } from './resolution.ts'

/** A column with more different words holds no tags. */
const MAX_NEW_TAGS = 200
/** The places of further numbers of one kind, in their order. */
const PLACES = generateNKeysBetween(null, null, 16)

/** Refuses the rows in a stage that the office does not have. */
export const refuseUnknownStages = (db: Db, { plan, rows }: Pick<ReadRows, 'plan' | 'rows'>): void => {
  const column = plan.columns.indexOf('lifecycleStage')
  if (column < 0) return
  const known = new Set(listLifecycleNames(db).map(({ name }) => foldName(name)))
  for (const { draft, faults } of rows) {
    const value = draft.lifecycleStage
    if (value === null || known.has(foldName(value))) continue
    const fault = { severity: 'refuse', messageKey: 'imports.lifecycle.unknown', params: { value } } as const
    faults.push(rowFault(fault, { column, field: 'lifecycleStage', value }))
  }
}

/** Looks up the stages and tags of the rows that come in. */
export const resolveAround = (db: Db, accepted: readonly ResolvedRow[], newId: () => string): Around => {
  const stages = new Map(listLifecycleNames(db).map(({ id, name }) => [foldName(name), id]))
  const known = listTagNames(db)
  const tags = createNameRegister(known, newId)
  for (const { draft } of accepted) {
    for (const name of draft.tags ?? []) tags.ensure(name)
    if (tags.made.length > MAX_NEW_TAGS)
      throw new AppError('invalid_input', 'imports.plan.too_many_tags', { limit: MAX_NEW_TAGS })
  }
  return {
    stageIdOf: (name) => (name === null ? null : (stages.get(foldName(name)) ?? null)),
    tagIdOf: tags.ensure,
    newTags: tags.made,
    knownTags: known.length,
  }
}

export const writeTags = (tx: WriteTx, { newTags, knownTags }: Around): void => {
  const colours = tagColour.options
  for (const [place, { id, name }] of newTags.entries()) {
    tx.insert('tags', { id, name, colour: colours[(knownTags + place) % colours.length] ?? 'gray' })
  }
}

interface Setting {
  readonly recordType: 'company' | 'contact'
  readonly today: string
  readonly byId: string | null
}

/** Writes what stands around one record that has just been written. */
export const writeAround = (
  tx: WriteTx,
  around: Around,
  { id, draft }: ResolvedRow,
  { recordType, today, byId }: Setting,
): void => {
  const on = { recordType, recordId: id }
  const toStageId = around.stageIdOf(draft.lifecycleStage)
  if (toStageId !== null) tx.insert('lifecycleMoves', { ...on, fromStageId: null, toStageId, onDay: today, note: null, byId })
  for (const tagId of new Set((draft.tags ?? []).map(around.tagIdOf))) {
    tx.insert('recordTags', { id: tx.naturalId('recordTags', tagId, id), tagId, ...on })
  }
  for (const [place, { field, value }] of furtherPoints(draft).entries()) {
    tx.insert('contactPoints', { ...on, ...pointOf[field], value, position: PLACES[place] ?? '' })
  }
}
