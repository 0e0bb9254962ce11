// What each procedure of custom fields does: making, naming, ordering, taking away and bringing back.
import { AppError } from '#shared/base/app-error.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import { customKeyOf } from '#shared/custom-fields/custom-values.ts'
import {
  fieldConfig,
  type FieldConfig,
  type FieldConfigChanges,
  type FieldDefinition,
  MOST_FIELDS,
} from '#shared/custom-fields/field-definition.ts'
import { type CustomFieldType, customFieldType, storageOf } from '#shared/custom-fields/field-type.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { addChoices, choiceHandlers } from './choices.handlers.ts'
import { requireFreeName } from './field-names.ts'
import { findField, findFieldRow, listRemovedFields } from './fields.repository.ts'
import { listFirstRecords, listRecordNames, listRecordsByNo } from './linked-records.repository.ts'
import { lastPlace, placesBefore } from './places.ts'

const PICKS = 20

export const customFieldsHandlers: Handlers['customFields'] = {
  list: ({ db }, { entity }) => readFieldBook(db, entity),

  pick: ({ db, search }, { target, text }) => {
    const kind = searchKindOf(recordTableOf(target))
    if (text.trim() === '') return listFirstRecords(db, target, PICKS)
    const found = search.find(text, { kinds: [kind], limit: PICKS })
    return listRecordsByNo(
      db,
      target,
      found.map(({ no }) => no),
    )
  },

  names: ({ db }, { target, ids }) => listRecordNames(db, target, ids),

  removed: ({ db }, { entity }) => listRemovedFields(db, entity),

  create: ({ tx, newId, run }, { entity, name, type, config, isRequired, choices }) => {
    const { fields } = readFieldBook(tx, entity)
    requireRoom(fields)
    requireFreeName({ entity, name, id: null }, fields)
    const id = newId()
    tx.insert('customFields', {
      id,
      entity,
      name,
      type,
      key: customKeyOf(storageOf[type], id),
      config: JSON.stringify(configFor(type, config, () => run('settings.get', {}).currency)),
      position: lastPlace(fields),
      isRequired: isRequired && type !== 'autoNumber',
    })
    addChoices(tx, { fieldId: id, type, existing: [] }, choices)
    return requireField(tx, id)
  },

  rename: ({ tx }, { id, name }) => {
    const { entity } = requireField(tx, id)
    requireFreeName({ entity, name, id }, readFieldBook(tx, entity).fields)
    tx.update('customFields', id, { name })
    return requireField(tx, id)
  },

  change: ({ tx }, { id, name, config, isRequired }) => {
    const field = requireField(tx, id)
    if (name !== undefined) requireFreeName({ entity: field.entity, name, id }, readFieldBook(tx, field.entity).fields)
    // Amounts that are there are in the field's currency, and links lead to its kind of record: these two never change.
    const { currency, target } = field.config
    const changed = config && fieldConfig.parse({ ...field.config, ...config, currency, target })
    tx.update('customFields', id, {
      name,
      ...(changed ? { config: JSON.stringify(changed) } : {}),
      ...(isRequired === undefined || field.type === 'autoNumber' ? {} : { isRequired }),
    })
    return requireField(tx, id)
  },

  move: ({ tx }, { id, beforeId }) => {
    const { entity } = requireField(tx, id)
    const places = placesBefore(readFieldBook(tx, entity).fields, id, beforeId)
    if (places === null) throw new AppError('not_found', 'customFields.gone', { id: beforeId })
    for (const place of places) tx.update('customFields', place.id, { position: place.position })
    return null
  },

  remove: ({ tx }, { id }) => {
    requireField(tx, id)
    tx.archive('customFields', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    const row = findFieldRow(tx, id)
    if (!row) throw new AppError('not_found', 'customFields.gone', { id })
    if (row.archivedAt !== null) requirePlaceFor(tx, row)
    tx.restore('customFields', id)
    return requireField(tx, id)
  },

  ...choiceHandlers,
}

/** What a type has to be told is told once: an amount has a currency, a link a kind of record to lead to. */
const configFor = (type: CustomFieldType, given: FieldConfigChanges, currencyOfOffice: () => string): FieldConfig => {
  const config = fieldConfig.parse(given)
  return {
    ...config,
    currency: type === 'money' ? (config.currency ?? currencyOfOffice()) : null,
    target: type === 'reference' ? (config.target ?? 'company') : null,
  }
}

const requireRoom = (fields: readonly FieldDefinition[]): void => {
  if (fields.length >= MOST_FIELDS) throw new AppError('conflict', 'customFields.tooMany', { most: MOST_FIELDS })
}

const requirePlaceFor = (
  tx: WriteTx,
  row: { readonly id: string; readonly entity: FieldedType; readonly name: string },
): void => {
  const { fields } = readFieldBook(tx, row.entity)
  requireRoom(fields)
  requireFreeName(row, fields)
}

/** A field in use. Throws `not_found`, also for a type that only a newer Kith knows. */
export const requireField = (db: Db, id: string): FieldDefinition => {
  const field = findField(db, id)
  if (!field || !customFieldType.options.includes(field.type)) throw new AppError('not_found', 'customFields.gone', { id })
  return field
}
