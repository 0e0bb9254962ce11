// A filter as a sentence, in the language of whoever reads it.
import { type Operand, operandOf } from './field-type.ts'
import { type Condition, type FilterGroup, type FilterItem, isComplete, isGroup, ME } from './filter.ts'
import type { ListField } from './list-field.ts'
import { movingDay } from './relative-days.ts'

type Params = Readonly<Record<string, string | number>>

/** How the language says things. `name`: of a user, record or tag by id; undefined if it is gone. */
export interface Speech {
  readonly t: (key: string, params?: Params) => string
  readonly field: (id: string) => ListField | undefined
  readonly name: (id: string) => string | undefined
  readonly number: (value: number) => string
  readonly money: (amountMinor: number, currency: string) => string
  readonly day: (day: string) => string
  /** The workspace's currency, for amounts that name none. */
  readonly currency: string
}

/** The whole filter; an empty one is “Everything”. */
export const filterWords = (filter: FilterGroup, speech: Speech): string =>
  groupWords(filter, speech) || speech.t('lists.words.everything')

const groupWords = (group: FilterGroup, speech: Speech): string => {
  const joined = group.items
    .map((item) => itemWords(item, speech))
    .filter((words) => words !== '')
    .join(speech.t(`lists.words.${group.join}`))
  return group.not && joined !== '' ? speech.t('lists.words.not', { words: joined }) : joined
}

const itemWords = (item: FilterItem, speech: Speech): string => {
  if (!isGroup(item)) return conditionWords(item, speech)
  const words = groupWords(item, speech)
  return item.items.length > 1 && !item.not ? speech.t('lists.words.group', { words }) : words
}

/** One condition. A field, user or choice that is gone is said to be gone. */
export const conditionWords = (condition: Condition, speech: Speech): string => {
  const { t } = speech
  const field = speech.field(condition.field)
  if (!field) return t('lists.words.incomplete', { field: t('lists.words.gone_field') })
  const label = field.label ?? t(field.labelKey ?? '')
  if (!isComplete(condition, field.type)) return t('lists.words.incomplete', { field: label })
  const operand = operandOf(field.type, condition.operator)
  return t(`lists.words.${condition.operator}`, { field: label, ...operandWords(condition, field, operand, speech) })
}

const operandWords = (condition: Condition, field: ListField, operand: Operand, speech: Speech): Params => {
  const { value, operator } = condition
  const list: readonly (string | number)[] = Array.isArray(value) ? value : value === null ? [] : [value]
  switch (operand) {
    case 'none':
      return {}
    case 'count':
      return { count: Number(value) }
    case 'period':
      return { value: speech.t(`lists.period.${String(value)}`) }
    case 'ids': {
      const names = list.map((id) => memberWords(String(id), field, speech))
      return { value: names.join(speech.t(operator === 'allOf' ? 'lists.words.and' : 'lists.words.or')) }
    }
    case 'text':
    case 'number':
    case 'numbers':
    case 'day':
    case 'days': {
      const [first = '', until = first] = list.map((one) => sizeWords(one, field, condition, speech))
      return { value: first, until }
    }
  }
}

const sizeWords = (value: string | number, field: ListField, condition: Condition, speech: Speech): string => {
  const { type, currency } = field
  if (type === 'money') return speech.money(Number(value), condition.currency ?? currency ?? speech.currency)
  if (typeof value === 'number') return speech.number(value)
  if (type !== 'day' && type !== 'moment') return value
  return movingDay.safeParse(value).success ? speech.t(`lists.period.${value}`) : speech.day(value)
}

const memberWords = (id: string, field: ListField, { t, name }: Speech): string => {
  if (id === ME && field.type === 'user') return t('lists.words.me')
  const choice = field.choices.find(({ value }) => value === id)
  if (choice) return choice.label ?? t(choice.labelKey ?? '')
  return name(id) ?? t('lists.words.gone_value')
}
