// Which conditions of a filter can be asked. Fields, users, choices and tags go; a view that names them opens nevertheless.
import type { Condition, FilterGroup, FilterItem } from '#shared/lists/filter.ts'
import { conditionsOf, isComplete, isGroup, ME } from '#shared/lists/filter.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { listFields } from '#shared/lists/list-fields.ts'
import type { BrokenCondition } from '#shared/lists/list-question.ts'
import type { FieldType } from '#shared/lists/field-type.ts'
import type { Db } from '#main/db/database.ts'
import { type NamedTable, namesOf } from './choices.repository.ts'
import { typeOfCustom } from './columns/custom-columns.ts'
import { type CustomFieldRow, isCustomKey } from './custom-fields.repository.ts'
import { tableOf } from './list-table.ts'

export interface UsableFilter {
  /** Without the broken conditions, and “me” an id. */
  readonly filter: FilterGroup
  readonly broken: readonly BrokenCondition[]
  readonly names: readonly { readonly id: string; readonly name: string }[]
}

interface Asked {
  readonly type: FieldType
  /** Where what it is compared with stands; null for words and sizes. */
  readonly table: NamedTable | null
  readonly words: ReadonlySet<string> | null
}

const askedOf = (entity: ListEntity, custom: readonly CustomFieldRow[], id: string): Asked | undefined => {
  if (isCustomKey(id)) {
    const field = custom.find(({ key }) => key === id)
    if (!field) return undefined
    const type = typeOfCustom(field)
    return {
      type,
      words: null,
      table: tableOfType(type, field.target) ?? (type === 'choice' || type === 'choices' ? 'fieldChoices' : null),
    }
  }
  const field = listFields[entity].find((one) => one.id === id && one.isFilterable)
  if (!field) return undefined
  const { type, choices, target } = field
  if (choices?.kind === 'words') return { type, table: null, words: new Set(Object.keys(choices.keys)) }
  return { type, table: choices?.table ?? tableOfType(type, target), words: null }
}

const tableOfType = (type: FieldType, target: ListEntity | null): NamedTable | null => {
  if (type === 'user') return 'users'
  if (type === 'tags') return 'tags'
  return type === 'reference' && target !== null ? tableOf(target) : null
}

/** `me`: the id of whoever asks. */
export const usableFilter = (
  db: Db,
  entity: ListEntity,
  given: FilterGroup,
  custom: readonly CustomFieldRow[],
  me: string | null,
): UsableFilter => {
  if (given.items.length === 0) return { filter: given, broken: [], names: [] }
  const broken: BrokenCondition[] = []
  const names = new Map<string, string>()

  const checked = (condition: Condition, path: number[]): Condition | null => {
    const asked = askedOf(entity, custom, condition.field)
    if (!asked) {
      broken.push({ path, reason: 'field' })
      return null
    }
    if (!isComplete(condition, asked.type)) {
      broken.push({ path, reason: 'incomplete' })
      return null
    }
    if (!Array.isArray(condition.value) || (asked.table === null && asked.words === null)) return condition
    const ids = condition.value.map((id) => (id === ME && asked.table === 'users' ? (me ?? '') : String(id)))
    const known = asked.words ?? knownIn(asked.table, ids)
    // Whoever is nobody looks after nothing: the condition stands, and finds no row.
    const present = ids.filter((id) => id === '' || known.has(id))
    if (present.length < ids.length) broken.push({ path, reason: present.length === 0 ? 'value' : 'someValues' })
    return present.length === 0 ? null : { ...condition, value: present }
  }

  const knownIn = (table: NamedTable | null, ids: readonly string[]): ReadonlySet<string> => {
    const rows = table === null ? [] : namesOf(db, table, ids)
    for (const { id, name } of rows) names.set(id, name)
    return new Set(rows.filter(({ isGone }) => isGone === 0).map(({ id }) => id))
  }

  const usable = (group: FilterGroup, path: readonly number[]): FilterGroup => ({
    ...group,
    items: group.items.flatMap((item, index): FilterItem[] => {
      if (isGroup(item)) return [usable(item, [...path, index])]
      const condition = checked(item, [...path, index])
      return condition ? [condition] : []
    }),
  })

  const filter = usable(given, [])
  return { filter, broken, names: [...names].map(([id, name]) => ({ id, name })) }
}

/** The office's own fields that a filter names. */
export const customKeysIn = (filter: FilterGroup): string[] =>
  conditionsOf(filter)
    .map(({ condition }) => condition.field)
    .filter(isCustomKey)
