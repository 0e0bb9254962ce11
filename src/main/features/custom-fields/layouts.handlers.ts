// What each procedure of record types and layouts does.
import { AppError } from '#shared/base/app-error.ts'
import type { FieldedType } from '#shared/base/fields.ts'
import type { RecordTypeDefinition } from '#shared/custom-fields/layout.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { lastPlace, placesBefore } from './places.ts'

export const recordTypesHandlers: Handlers['recordTypes'] = {
  create: ({ tx }, { entity, name }) => {
    const { recordTypes } = readFieldBook(tx, entity)
    requireFreeName(recordTypes, name, null)
    return requireRecordType(tx, tx.insert('recordTypes', { entity, name, position: lastPlace(recordTypes) }))
  },

  rename: ({ tx }, { id, name }) => {
    requireFreeName(readFieldBook(tx, requireRecordType(tx, id).entity).recordTypes, name, id)
    tx.update('recordTypes', id, { name })
    return requireRecordType(tx, id)
  },

  move: ({ tx }, { id, beforeId }) => {
    const places = placesBefore(readFieldBook(tx, requireRecordType(tx, id).entity).recordTypes, id, beforeId)
    if (places === null) throw gone(beforeId)
    for (const place of places) tx.update('recordTypes', place.id, { position: place.position })
    return null
  },

  remove: ({ tx }, { id }) => {
    requireRecordType(tx, id)
    tx.archive('recordTypes', id)
    return null
  },
}

export const layoutsHandlers: Handlers['layouts'] = {
  save: ({ tx }, { entity, recordTypeId, config }) => {
    if (recordTypeId !== null && requireRecordType(tx, recordTypeId).entity !== entity) throw gone(recordTypeId)
    const placed = [...config.hidden, ...config.sections.flatMap(({ fields }) => fields)]
    if (new Set(placed).size < placed.length) {
      const issues = [{ field: 'config', code: 'field_placed_twice', params: {} }]
      throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
    }
    tx.put('layouts', layoutKey(entity, recordTypeId), { entity, recordTypeId, config: JSON.stringify(config) })
    return { recordTypeId, config }
  },

  reset: ({ tx }, { entity, recordTypeId }) => {
    const id = tx.naturalId('layouts', ...layoutKey(entity, recordTypeId))
    const row = tx.get(build.selectFrom('layouts').select('id').where('id', '=', id).where(isActive('layouts')))
    if (row) tx.archive('layouts', id)
    return null
  },
}

/** One layout a record type, the same row on every machine. */
const layoutKey = (entity: FieldedType, recordTypeId: string | null): readonly string[] => [entity, recordTypeId ?? '']

const requireFreeName = (recordTypes: readonly RecordTypeDefinition[], name: string, id: string | null): void => {
  if (!recordTypes.some((type) => type.id !== id && foldName(type.name) === foldName(name))) return
  const issues = [{ field: 'name', code: 'record_type_name_taken', params: {} }]
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
}

const requireRecordType = (db: Db, id: string): RecordTypeDefinition => {
  const row = db.get(
    build
      .selectFrom('recordTypes')
      .select(['id', 'entity', 'name', 'position'])
      .where('id', '=', id)
      .where(isActive('recordTypes')),
  )
  if (!row) throw gone(id)
  return row
}

const gone = (id: string | null): AppError => new AppError('not_found', 'customFields.recordTypeGone', { id })
