// Conditions on texts: without case, accents and width, and also without blanks and dashes, as the search box reads them.
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Condition } from '#shared/lists/filter.ts'
import { folded } from '#main/db/search/archived-rows.ts'
import { sortKey } from '#main/db/search/sort-key.ts'
import { isFound } from '#main/db/selection.ts'
import type { ListColumn } from '../columns/list-column.ts'
import type { Terms } from './terms.ts'

const HAN_ONLY = /^\p{Script=Han}+$/u
const NO_HAN_NO_BLANK = /^[^\p{Script=Han}\s]+$/u
const PHONE_DIGITS = /^\d{3,24}$/u

/** What is looked for: a phone number by its digits, everything else as it is folded. */
const soughtIn = (column: ListColumn, typed: string): string => {
  const plain = folded(typed.trim()).split('\n')[0] ?? ''
  const digits = plain.replace(/\D/gu, '')
  return column.type === 'phone' && digits !== '' && !/\p{L}/u.test(plain) ? digits : plain
}

/** A condition that leaves no row out which holds the text, and that an index can answer. */
const narrowed = (column: ListColumn, sought: string, { find, table, state }: Terms): RawBuilder<SqlBool>[] => {
  if (state === 'archived' || column.finder === null) return []
  const bySearch = (): RawBuilder<SqlBool>[] => {
    const found = find(sought)
    return found ? [isFound(table, found)] : []
  }
  switch (column.finder) {
    case 'name':
      if (HAN_ONLY.test(sought)) return bySearch()
      return column.storedKey && NO_HAN_NO_BLANK.test(sought) ? [sql<SqlBool>`instr(${column.storedKey}, ${sought}) > 0`] : []
    case 'parts':
      return /^[\x21-\x7e]{3,}$/u.test(sought) ? bySearch() : []
    case 'phone':
      return PHONE_DIGITS.test(sought) ? bySearch() : []
  }
}

const all = (conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.join(conditions, sql` and `)})`

const contains = (column: ListColumn, typed: string, terms: Terms): RawBuilder<SqlBool> => {
  const sought = soughtIn(column, typed)
  return all([...narrowed(column, sought, terms), sql<SqlBool>`instr(folded(${column.value}), ${sought}) > 0`])
}

const equals = (column: ListColumn, typed: string): RawBuilder<SqlBool> => {
  const text = typed.trim()
  if (column.type === 'phone') {
    const sought = soughtIn(column, text)
    return sql<SqlBool>`instr(folded(${column.value}) || char(10), char(10) || ${sought} || char(10)) > 0`
  }
  const exact = sql<SqlBool>`folded(${column.value}) = ${folded(text)}`
  if (column.storedKey === null) return exact
  // Most that have the key have the very text, which needs no folding.
  return all([sql<SqlBool>`${column.storedKey} = ${sortKey(text)}`, sql<SqlBool>`(${column.value} = ${text} or ${exact})`])
}

export const isBlank = ({ value }: ListColumn): RawBuilder<SqlBool> => sql<SqlBool>`coalesce(${value}, '') = ''`

export const textCondition = (column: ListColumn, { operator, value }: Condition, terms: Terms): RawBuilder<SqlBool> => {
  const typed = typeof value === 'string' ? value : ''
  const sought = soughtIn(column, typed)
  switch (operator) {
    case 'is':
      return equals(column, typed)
    case 'isNot':
      return sql<SqlBool>`not ifnull(${equals(column, typed)}, 0)`
    case 'contains':
      return contains(column, typed, terms)
    case 'notContains':
      return sql<SqlBool>`not ifnull(${contains(column, typed, terms)}, 0)`
    case 'begins':
      return sql<SqlBool>`instr(folded(${column.value}), ${sought}) = 1`
    case 'ends':
      return sql<SqlBool>`instr(folded(${column.value}) || char(10), ${sought} || char(10)) > 0`
    case 'notEmpty':
      return sql<SqlBool>`not ${isBlank(column)}`
    default:
      return isBlank(column)
  }
}
