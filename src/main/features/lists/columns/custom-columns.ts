// The office's own fields as columns. Their sort keys stand in indexes, so conditions are put to the keys where there are any.
import { sql } from 'kysely'
import type { StorageClass } from '#shared/custom-fields/custom-values.ts'
import type { FieldType } from '#shared/lists/field-type.ts'
import { fieldKeyText } from '#main/db/custom/field-sql.ts'
import type { CustomFieldRow } from '../custom-fields.repository.ts'
import { type ListColumn, raw } from './list-column.ts'
import { choice, choices, flag, latin, money, reference, sized, text, user } from './make-column.ts'
import { placeIn } from './customer-columns.ts'

const types: Readonly<Record<StorageClass, FieldType>> = {
  ...{ s: 'text', l: 'longText', p: 'phone', n: 'number', m: 'money', d: 'day', t: 'moment', b: 'boolean', c: 'choice' },
  ...{ o: 'choices', u: 'user', r: 'reference', a: 'text' },
}

export const typeOfCustom = ({ letter, type }: CustomFieldRow): FieldType => {
  if (letter === 's' && type === 'email') return 'email'
  if (letter === 's' && type === 'website') return 'website'
  return types[letter]
}

/** A field of the office's own on the rows of `table`. */
export const customColumn = (table: string, field: CustomFieldRow): ListColumn => ({
  ...byClass(table, field),
  customKey: field.key,
})

const byClass = (table: string, field: CustomFieldRow): ListColumn => {
  const value = `("${table}"."custom" ->> '$.${field.key}')`
  const currency = field.currency ?? ''
  const key = raw(fieldKeyText(field.key, table))
  const keyed = (column: ListColumn): ListColumn => ({
    ...column,
    sort: { key, blanks: 'highest', isIndexed: true },
    storedKey: key,
    isIndexed: true,
  })
  const compared = (column: ListColumn): ListColumn => ({ ...column, storedKey: key, isIndexed: true })
  switch (field.letter) {
    case 's':
      return keyed({ ...text(value), type: typeOfCustom(field) })
    case 'a':
      return keyed(latin(value, 'text'))
    case 'p':
      return keyed(latin(value, 'phone'))
    case 'l':
      return text(value, 'longText')
    case 'n':
      return keyed(sized('number', value))
    case 'm':
      return keyed({ ...money(value, sql`${sql.lit(currency)}`), readAt: amountIn(currency) })
    case 'd':
      return keyed(sized('day', value))
    case 't':
      return keyed(sized('moment', value))
    case 'b':
      return { ...flag(sql`${key} = 1`), sort: { key, blanks: 'highest', isIndexed: true } }
    case 'c':
      return compared(choice(value, placeIn('fieldChoices', value)))
    case 'o':
      return choices(value)
    case 'u':
      return compared(user(value))
    case 'r':
      return compared(reference(value, field.target ?? 'companies'))
  }
}

const amountIn =
  (currency: string): ListColumn['readAt'] =>
  (placeOf) => {
    const place = placeOf('')
    return (row) => {
      const amountMinor = row[place]
      return typeof amountMinor === 'number' ? { amountMinor, currency } : null
    }
  }
