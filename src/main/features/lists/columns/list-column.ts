// A field of a list as SQL: what conditions compare, what cells are read from, and what the list is sorted by.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { CellValue } from '#shared/lists/list-field.ts'
import type { FieldType } from '#shared/lists/field-type.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { titleField } from '#shared/lists/list-fields.ts'
import { tableOf } from '../list-table.ts'

export type Sql = RawBuilder<unknown>
/** A row as it came: made anew for each call, so it may be written to. */
export type CellRow = Record<string, unknown>

/** `key` never mixes types. Blanks: a key behind all others ('highest'), no key ('null'), or rows always have one ('never'). */
export interface SortKey {
  readonly key: Sql
  readonly blanks: 'highest' | 'null' | 'never'
  /** An index on the rows in use yields this order. */
  readonly isIndexed: boolean
}

export interface Joined {
  readonly table: string
  /** The name of that row, called `at`, and what a list sorts by. */
  readonly name: string
  readonly sortName: string
}

/** Where the search index finds every row that holds a text, and perhaps others. */
export type TextFinder = 'name' | 'parts' | 'phone'

export interface ListColumn {
  readonly type: FieldType
  /** What conditions compare: text, number, day, moment, 0 or 1, an id. */
  readonly value: Sql
  readonly sort: SortKey | null
  /** What a cell needs, by suffix to the column's alias. */
  readonly parts: Readonly<Record<string, Sql>>
  /** The row that the value is the id of: joined, which is cheaper than asking for each row. */
  readonly joined: Joined | null
  readonly read: (row: CellRow, alias: string) => CellValue
  /** Of the office's own fields: where the value stands in the row's JSON, which is read once for all of them. */
  readonly customKey: string | null
  /** Of amounts: the currency of each row, or of all. */
  readonly currency: Sql | null
  /** Of texts: the stored sort key, which an index holds. */
  readonly storedKey: Sql | null
  readonly finder: TextFinder | null
  /** Of tags and several choices: SQL that yields the ids of a row, as `value`. */
  readonly members: Sql | null
  /** Rows that may hold one of these ids (a JSON list), found by an index that the value itself does not have. */
  readonly among: ((ids: string) => RawBuilder<SqlBool>) | null
  /** Of yes and no: each as a condition that never is null. */
  readonly flags: { readonly yes: Sql; readonly no: Sql } | null
  /** Equal values are found by an index. */
  readonly isIndexed: boolean
  /** That index holds the rows of one value in the order of this field. */
  readonly ordersBy: string | null
}

export const raw = (text: string): Sql => sql.raw(text)

/** The cell is what the column holds: text, a number, or null. */
export const asIs: ListColumn['read'] = (row, alias) => row[alias] as CellValue

const plain = (type: FieldType, value: Sql, more: Partial<ListColumn> = {}): ListColumn => ({
  ...{ type, value, sort: null, parts: { '': value }, read: asIs },
  ...{
    joined: null,
    customKey: null,
    currency: null,
    storedKey: null,
    finder: null,
    members: null,
    among: null,
    flags: null,
    isIndexed: false,
    ordersBy: null,
  },
  ...more,
})

/** Text that is sorted by a key that the row stores. */
export const keyedText = (value: string, key: string, more: { isRequired?: boolean; finder?: TextFinder } = {}): ListColumn =>
  plain('text', raw(value), {
    sort: { key: raw(key), blanks: more.isRequired === true ? 'never' : 'highest', isIndexed: true },
    storedKey: raw(key),
    finder: more.finder ?? null,
    isIndexed: true,
  })

/** Text that is seldom sorted by: its key is computed on the way. */
export const text = (value: string, type: FieldType = 'text', finder: TextFinder | null = null): ListColumn =>
  plain(type, raw(value), {
    sort: type === 'longText' ? null : { key: raw(`sort_key(${value})`), blanks: 'highest', isIndexed: false },
    finder,
  })

/** Latin text, whose case alone matters to its order. */
export const latin = (value: string, type: FieldType, finder: TextFinder | null = null): ListColumn =>
  plain(type, raw(value), {
    sort: { key: raw(`lower(coalesce(${value}, char(1114111)))`), blanks: 'highest', isIndexed: false },
    finder,
  })

/** Numbers, days and moments, which sort as they are. */
export const sized = (
  type: FieldType,
  value: string,
  more: { blanks?: SortKey['blanks']; isIndexed?: boolean; isUnsortable?: boolean } = {},
): ListColumn =>
  plain(type, raw(value), {
    sort: more.isUnsortable ? null : { key: raw(value), blanks: more.blanks ?? 'null', isIndexed: more.isIndexed ?? false },
    isIndexed: more.isIndexed ?? false,
  })

export const money = (value: string, currency: Sql, isIndexed = false): ListColumn =>
  plain('money', raw(value), {
    sort: { key: raw(value), blanks: 'null', isIndexed },
    parts: { '': raw(value), currency },
    read: (row, alias) => {
      const amountMinor = row[alias]
      const code = row[`${alias}currency`]
      return typeof amountMinor === 'number' ? { amountMinor, currency: typeof code === 'string' ? code : '' } : null
    },
    currency,
  })

/** `no` is given where an index knows it in other words than “not yes”. */
export const flag = (yes: Sql, no: Sql = sql`not (${yes})`): ListColumn =>
  plain('boolean', sql`(${yes})`, { read: (row, alias) => row[alias] === 1, flags: { yes, no } })

/** One of a few: sorted by the place of its choice. */
export const choice = (value: string, place: string | null, ordersBy: string | null = null): ListColumn =>
  plain('choice', raw(value), {
    sort: place === null ? null : { key: raw(place), blanks: 'null', isIndexed: false },
    isIndexed: ordersBy !== null,
    ordersBy,
  })

/** Fixed words, in the order that they are offered. */
export const ranked = (value: string, order: readonly string[]): ListColumn =>
  choice(value, `(case ${value} ${order.map((word, rank) => `when '${word}' then ${rank}`).join(' ')} end)`)

const named = (type: FieldType, value: string, joined: Joined, target: ListEntity | null, isIndexed: boolean): ListColumn =>
  plain(type, raw(value), {
    sort: {
      key: raw(`(select ${joined.sortName} from ${joined.table} as at where at.id = ${value})`),
      blanks: 'null',
      isIndexed: false,
    },
    read: (row, alias) => {
      const id = row[alias]
      const said = row[`${alias}name`]
      return typeof id === 'string' && typeof said === 'string' ? { id, name: said, entity: target } : null
    },
    joined,
    isIndexed,
  })

export const user = (value: string, ordersBy: string | null = null): ListColumn => ({
  ...named('user', value, { table: 'users', name: 'at.name', sortName: 'at.sortName' }, null, ordersBy !== null),
  ordersBy,
})

/** Another record. `value` is its id. */
export const reference = (value: string, target: ListEntity, isIndexed = false): ListColumn => {
  const name = `at.${titleField[target]}`
  const sortName = target === 'companies' || target === 'contacts' ? 'at.sortName' : `sort_key(${name})`
  return named('reference', value, { table: tableOf(target), name, sortName }, target, isIndexed)
}

const isStringList = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

const parsed = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : null)

/** Several choices of a custom field, stored as a JSON list. */
export const choices = (value: string): ListColumn =>
  plain('choices', raw(value), {
    read: (row, alias) => {
      const ids = parsed(row[alias])
      return isStringList(ids) ? ids : []
    },
    members: raw(`select value from json_each(coalesce(${value}, '[]'))`),
  })

export const tags = (recordId: string): ListColumn =>
  plain('tags', raw(`(select count(*) ${tagsOf(recordId)})`), {
    parts: {
      '': raw(
        `(select json_group_array(json_object('id', id, 'name', name, 'colour', colour)) from (select tag.id, tag.name, tag.colour ${tagsOf(recordId)} order by tag.sortName, tag.id))`,
      ),
    },
    // The shape is that of json_object above.
    read: (row, alias) => (row[alias] === '[]' ? [] : (parsed(row[alias]) as { id: string; name: string; colour: string }[])),
    members: raw(`select tag.id as value ${tagsOf(recordId)}`),
    among: (ids) =>
      sql<SqlBool>`${raw(recordId)} in (select recordId from ${sql.table('recordTags')}
        where tagId in (select value from json_each(${ids})) and archivedAt is null)`,
    isIndexed: true,
  })

const tagsOf = (recordId: string): string =>
  `from recordTags as tagged join tags as tag on tag.id = tagged.tagId where tagged.recordId = ${recordId} and tagged.archivedAt is null and tag.archivedAt is null`
