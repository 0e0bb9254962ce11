// The types of fields that lists know, and the questions that can be put to each of them.
import { z } from 'zod'

export const fieldType = z.enum([
  'text',
  'longText',
  'phone',
  'email',
  'website',
  'number',
  'money',
  'day',
  'moment',
  /** A birthday, its year perhaps unknown: `1990-05-17` or `--05-17`. */
  'birthday',
  'boolean',
  /** One of the field's choices: stages, statuses and lifecycle stages, too. */
  'choice',
  /** Several of the field's choices. */
  'choices',
  'user',
  'reference',
  'tags',
])
export type FieldType = z.infer<typeof fieldType>

export const operator = z.enum([
  'is',
  'isNot',
  'contains',
  'notContains',
  'begins',
  'ends',
  'equal',
  'notEqual',
  'less',
  'atMost',
  'greater',
  'atLeast',
  'between',
  'on',
  'notOn',
  'before',
  'until',
  'after',
  'since',
  /** In a period that moves with the day: `thisWeek`. */
  'within',
  'lastDays',
  'nextDays',
  'moreThanDaysAgo',
  'moreThanDaysAhead',
  'yes',
  'no',
  'anyOf',
  'noneOf',
  'allOf',
  'empty',
  'notEmpty',
])
export type Operator = z.infer<typeof operator>

const blank = ['empty', 'notEmpty'] as const
const texts = ['contains', 'notContains', 'is', 'isNot', 'begins', 'ends', ...blank] as const
const sizes = ['equal', 'notEqual', 'less', 'atMost', 'greater', 'atLeast', 'between', ...blank] as const
const days = [
  ...(['within', 'lastDays', 'nextDays', 'moreThanDaysAgo', 'moreThanDaysAhead'] as const),
  ...(['on', 'notOn', 'before', 'until', 'after', 'since', 'between', ...blank] as const),
] as const
const one = ['anyOf', 'noneOf', ...blank] as const
const several = ['anyOf', 'noneOf', 'allOf', ...blank] as const

/** The operators of a type, the usual one first. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: texts,
  longText: ['contains', 'notContains', ...blank],
  phone: texts,
  email: texts,
  website: texts,
  number: sizes,
  money: sizes,
  day: days,
  moment: days,
  birthday: ['within', 'nextDays', ...blank],
  boolean: ['yes', 'no'],
  choice: one,
  choices: several,
  user: one,
  reference: one,
  tags: several,
}

/** What an operator asks for beside the field. */
export type Operand = 'none' | 'text' | 'number' | 'numbers' | 'day' | 'days' | 'period' | 'count' | 'ids'

export const operandOf = (type: FieldType, asked: Operator): Operand => {
  switch (asked) {
    case 'empty':
    case 'notEmpty':
    case 'yes':
    case 'no':
      return 'none'
    case 'within':
      return 'period'
    case 'lastDays':
    case 'nextDays':
    case 'moreThanDaysAgo':
    case 'moreThanDaysAhead':
      return 'count'
    case 'on':
    case 'notOn':
    case 'before':
    case 'until':
    case 'after':
    case 'since':
      return 'day'
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
      return 'ids'
    case 'between':
      return type === 'day' || type === 'moment' ? 'days' : 'numbers'
    case 'is':
    case 'isNot':
    case 'contains':
    case 'notContains':
    case 'begins':
    case 'ends':
      return 'text'
    case 'equal':
    case 'notEqual':
    case 'less':
    case 'atMost':
    case 'greater':
    case 'atLeast':
      return 'number'
  }
}
