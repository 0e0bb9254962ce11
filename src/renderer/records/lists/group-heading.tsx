// The heading of a group: what its rows have in common, how many they are, and what they come to.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListGroup } from '#shared/lists/list-question.ts'
import { cellWords, fieldLabel, type Tongue } from './field-words.ts'
import classes from './GroupHeading.module.css'

export const groupName = (tongue: Tongue, field: ListField, { key, label }: ListGroup): string => {
  const { t, format } = tongue
  if (key === null) return t('lists.group.none', { field: fieldLabel(t, field) })
  if (label !== null) return label
  if ((field.type === 'day' || field.type === 'moment') && typeof key === 'string') return format.month(key.slice(0, 7))
  return cellWords(tongue, field, key)
}

export const groupHeading = (
  tongue: Tongue,
  field: ListField,
  fields: readonly ListField[],
  group: ListGroup,
  isOpen: boolean,
) => {
  const { t, format } = tongue
  const name = groupName(tongue, field, group)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return {
    name: `${name} · ${t('base.list.rows', { count: group.count })}`,
    heading: (
      <>
        <Chevron size={16} stroke={1.5} aria-hidden />
        <span className={classes['name']}>{name}</span>
        <span className={classes['count']}>{format.number(group.count)}</span>
        <span className={classes['sums']}>
          {group.sums
            .map(({ field: id, currency, sum }) => {
              const summed = fields.find((one) => one.id === id)
              const figure = currency === null ? format.number(sum) : format.roundMoney(sum, currency)
              return summed ? `${fieldLabel(t, summed)} ${figure}` : figure
            })
            .join(' · ')}
        </span>
      </>
    ),
  }
}
