// Columns by what they hold: a text with or without a stored key, a size, an amount, a choice, another record, tags.
import { sql, type SqlBool } from 'kysely'
import type { FieldType } from '#shared/lists/field-type.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import { titleField } from '#shared/lists/list-fields.ts'
import { tableOf } from '../list-table.ts'
import { asIs, type Joined, type ListColumn, raw, type SortKey, type Sql, type TextFinder, type Walk } from './list-column.ts'

const plain = (type: FieldType, value: Sql, more: Partial<ListColumn> = {}): ListColumn => ({
  ...{ type, value, sort: null, parts: { '': value }, readAt: asIs },
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
    readAt: (placeOf) => {
      const [place, beside] = [placeOf(''), placeOf('currency')]
      return (row) => {
        const amountMinor = row[place]
        const code = row[beside]
        return typeof amountMinor === 'number' ? { amountMinor, currency: typeof code === 'string' ? code : '' } : null
      }
    },
    currency,
  })

/** `no` is given where an index knows it in other words than “not yes”. */
export const flag = (yes: Sql, no: Sql = sql`not (${yes})`): ListColumn =>
  plain('boolean', sql`(${yes})`, {
    readAt: (placeOf) => {
      const place = placeOf('')
      return (row) => row[place] === 1
    },
    flags: { yes, no },
  })

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
    sort: sortedByName(value, joined),
    readAt: (placeOf) => {
      const [place, beside] = [placeOf(''), placeOf('name')]
      return (row) => {
        const id = row[place]
        const said = row[beside]
        return typeof id === 'string' && typeof said === 'string' ? { id, name: said, entity: target } : null
      }
    },
    joined,
    isIndexed,
  })

const sortedByName = (value: string, joined: Joined, parts: readonly string[] | null = null): SortKey => ({
  key: raw(`(select ${joined.sortName} from ${joined.table} as at where at.id = ${value})`),
  blanks: 'null',
  isIndexed: false,
  ...(parts !== null && { walk: walkOf(joined, `${value} = walked.id`, parts) }),
})

const walkOf = ({ table, sortName }: Joined, on: string, parts: readonly string[]): Walk => ({
  ...{ from: `${table} as walked`, on, parts },
  key: sortName.replace('at.', 'walked.'),
})

/** Users are few and need no index. `isWalked`: the index on the value holds all rows of the list. */
export const user = (value: string, ordersBy: string | null = null, isWalked = ordersBy !== null): ListColumn => {
  const joined = { table: 'users', name: 'at.name', sortName: 'at.sortName' }
  const column = named('user', value, joined, null, ordersBy !== null)
  return { ...column, sort: sortedByName(value, joined, isWalked ? ['true'] : null), ordersBy }
}

/** Their names have two indexes. */
const IN_USE = 'walked.archivedAt is null'
const IN_TWO_PARTS: readonly string[] = [IN_USE, 'walked.archivedAt is not null']

/** Another record. `value` is its id. */
export const reference = (value: string, target: ListEntity, isIndexed = false): ListColumn => {
  const name = `at.${titleField[target]}`
  const sortName = {
    companies: 'at.sortName',
    contacts: 'at.sortName',
    deals: 'at.sortTitle',
    products: 'at.sortName',
    orders: 'at.numberKey',
    tickets: 'at.sortSubject',
    tasks: 'at.sortTitle',
  }[target]
  const joined = { table: tableOf(target), name, sortName }
  const isWalked = isIndexed && (target === 'companies' || target === 'contacts')
  return {
    ...named('reference', value, joined, target, isIndexed),
    sort: sortedByName(value, joined, isWalked ? IN_TWO_PARTS : null),
  }
}

const isStringList = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

const parsed = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : null)

/** Several choices of a custom field, stored as a JSON list. */
export const choices = (value: string): ListColumn =>
  plain('choices', raw(value), {
    readAt: (placeOf) => {
      const place = placeOf('')
      return (row) => {
        const ids = parsed(row[place])
        return isStringList(ids) ? ids : []
      }
    },
    members: raw(`select value from json_each(coalesce(${value}, '[]'))`),
  })

export const tags = (recordId: string): ListColumn =>
  plain('tags', raw(`(select count(*) ${tagsOf(recordId)})`), {
    parts: {
      '': raw(
        // Most records have none, and a list is dear to make.
        `case when exists (select 1 from recordTags as tagged where tagged.recordId = ${recordId} and tagged.archivedAt is null) then
          (select json_group_array(json_object('id', id, 'name', name, 'colour', colour)) from
            (select tag.id, tag.name, tag.colour ${tagsOf(recordId)} order by tag.sortName, tag.id)) end`,
      ),
    },
    readAt: (placeOf) => {
      const place = placeOf('')
      // The shape is that of json_object above.
      return (row) => (parsed(row[place]) ?? []) as { id: string; name: string; colour: string }[]
    },
    members: raw(`select tag.id as value ${tagsOf(recordId)}`),
    among: (ids) =>
      sql<SqlBool>`${raw(recordId)} in (select recordId from ${sql.table('recordTags')}
        where tagId in (select value from json_each(${ids})) and archivedAt is null)`,
    isIndexed: true,
  })

const tagsOf = (recordId: string): string =>
  `from recordTags as tagged join tags as tag on tag.id = tagged.tagId where tagged.recordId = ${recordId} and tagged.archivedAt is null and tag.archivedAt is null`
