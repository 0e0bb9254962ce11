// The choices of fields: adding, naming, colouring, ordering, and taking one away without leaving records behind that hold it.
import { AppError } from '#shared/base/app-error.ts'
import { type CustomValue } from '#shared/custom-fields/custom-values.ts'
import { type FieldChoice, type FieldDefinition, MOST_CHOICES } from '#shared/custom-fields/field-definition.ts'
import { type CustomFieldType, hasChoices } from '#shared/custom-fields/field-type.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { readRecordValues } from '#main/records/record-values.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { findChoiceRow, findField, listHolders } from './fields.repository.ts'
import { lastPlaces, placesBefore } from './places.ts'

/** How many records are written between two questions whether the user gave up. */
const STRIDE = 200

type ChoiceProcedure = 'addChoice' | 'changeChoice' | 'moveChoice' | 'removeChoice'

export const choiceHandlers: Pick<Handlers['customFields'], ChoiceProcedure> = {
  addChoice: ({ tx }, { fieldId, name, colour }) => {
    const field = requireChoiceField(tx, fieldId)
    const [id = ''] = addChoices(tx, { fieldId, type: field.type, existing: field.choices }, [{ name, colour }])
    return requireChoice(tx, id).choice
  },

  changeChoice: ({ tx }, { id, ...changes }) => {
    const { field } = requireChoice(tx, id)
    if (changes.name !== undefined) requireFreeChoice(field.choices, changes.name, id)
    tx.update('fieldChoices', id, changes)
    return requireChoice(tx, id).choice
  },

  moveChoice: ({ tx }, { id, beforeId }) => {
    const places = placesBefore(requireChoice(tx, id).field.choices, id, beforeId)
    if (places === null) throw new AppError('not_found', 'customFields.choiceGone', { id: beforeId })
    for (const place of places) tx.update('fieldChoices', place.id, { position: place.position })
    return null
  },

  removeChoice: (context, { id, target }) => {
    const { tx } = context
    const { field, choice } = requireChoice(tx, id)
    const holders = listHolders(tx, field, id)
    if (holders.length > 0) {
      if (target === null) throw new AppError('conflict', 'customFields.choiceUsed', { count: holders.length, name: choice.name })
      const instead = target === 'empty' ? null : requireChoice(tx, target)
      if (instead && (instead.field.id !== field.id || target === id)) throw gone(target)
      moveRecords(context, field, holders, id, instead?.choice.id ?? null)
    }
    tx.archive('fieldChoices', id)
    return { records: holders.length }
  },
}

const moveRecords = (
  { tx, progress, checkCancelled }: MutationContext,
  { entity, key, type }: FieldDefinition,
  holders: readonly string[],
  from: string,
  to: string | null,
): void => {
  const table = recordTableOf(entity)
  const replaced = (held: unknown): CustomValue => {
    if (type === 'choice' || !Array.isArray(held)) return to
    return [...new Set(held.flatMap((one: string) => (one === from ? (to ?? []) : one)))]
  }
  for (const [place, id] of holders.entries()) {
    if (place % STRIDE === 0) {
      progress('customFields.step.moving', place, holders.length)
      checkCancelled()
    }
    tx.update(table, id, { custom: { [key]: replaced(readRecordValues(tx, entity, id)[key]) } })
  }
}

interface ChoicesOf {
  readonly fieldId: string
  readonly type: CustomFieldType
  readonly existing: readonly FieldChoice[]
}

/** Adds choices behind those that are there. Answers their ids. */
export const addChoices = (
  tx: WriteTx,
  { fieldId, type, existing }: ChoicesOf,
  added: readonly Pick<FieldChoice, 'name' | 'colour'>[],
): readonly string[] => {
  if (added.length === 0 || !hasChoices(type)) return []
  if (existing.length + added.length > MOST_CHOICES) {
    throw new AppError('conflict', 'customFields.tooManyChoices', { most: MOST_CHOICES })
  }
  const places = lastPlaces(existing, added.length)
  const names = existing.map(({ id, name }) => ({ id, name }))
  return added.map(({ name, colour }, index) => {
    requireFreeChoice(names, name, null)
    const id = tx.insert('fieldChoices', { fieldId, name, colour, position: places[index] ?? '' })
    names.push({ id, name })
    return id
  })
}

const requireFreeChoice = (choices: readonly Pick<FieldChoice, 'id' | 'name'>[], name: string, id: string | null): void => {
  if (!choices.some((choice) => choice.id !== id && foldName(choice.name) === foldName(name))) return
  const issues = [{ field: 'name', code: 'choice_name_taken', params: { name } }]
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}

const requireChoiceField = (db: Db, fieldId: string): FieldDefinition => {
  const field = findField(db, fieldId)
  if (!field || !hasChoices(field.type)) throw new AppError('not_found', 'customFields.gone', { id: fieldId })
  return field
}

const requireChoice = (db: Db, id: string): { readonly field: FieldDefinition; readonly choice: FieldChoice } => {
  const row = findChoiceRow(db, id)
  const field = row && findField(db, row.fieldId)
  const choice = field?.choices.find((one) => one.id === id)
  if (!field || !choice) throw gone(id)
  return { field, choice }
}

const gone = (id: string): AppError => new AppError('not_found', 'customFields.choiceGone', { id })
