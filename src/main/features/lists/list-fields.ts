// What a list can be asked about: the built-in fields with their choices, then the office's own.
import { canGroup, canSort, canSum, widthOf } from '#shared/lists/built-in-field.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ListChoice, ListField } from '#shared/lists/list-field.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import type { Db } from '#main/db/database.ts'
import { listTableChoices } from './choices.repository.ts'
import { typeOfCustom } from './columns/custom-columns.ts'
import { listCustomFields, listFieldChoices } from './custom-fields.repository.ts'

export const fieldsOf = (db: Db, entity: ListEntity): ListField[] => [
  ...listFields[entity].map((field) => ({ ...field, choices: field.choices ? builtInChoices(db, entity, field.choices) : [] })),
  ...customFieldsOf(db, entity),
]

type Source = NonNullable<(typeof listFields)[ListEntity][number]['choices']>

const builtInChoices = (db: Db, entity: ListEntity, source: Source): ListChoice[] =>
  source.kind === 'table'
    ? listTableChoices(db, source.table, entity)
    : Object.entries(source.keys).map(([value, labelKey]) => ({
        ...{ value, label: null, labelKey, colour: null, isArchived: false, group: null },
      }))

const customFieldsOf = (db: Db, entity: ListEntity): ListField[] => {
  const choices = Map.groupBy(listFieldChoices(db, entity), ({ key }) => key)
  return listCustomFields(db, entity).map((field) => {
    const type = typeOfCustom(field)
    return {
      ...{ id: field.key, type, label: field.name, labelKey: null, isCustom: true, isFilterable: true },
      isSortable: canSort(type),
      isEditable: field.letter !== 'a',
      isSummable: canSum(type),
      isGroupable: canGroup(type),
      isRequired: field.isRequired,
      choices: (choices.get(field.key) ?? []).map(({ id, name, colour, archivedAt }) => ({
        ...{ value: id, label: name, labelKey: null, colour, isArchived: archivedAt !== null, group: null },
      })),
      ...{ currency: field.currency, target: field.target, width: widthOf(type), isShown: false },
    }
  })
}
