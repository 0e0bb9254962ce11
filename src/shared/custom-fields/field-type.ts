// The types of fields that an office can make, and how the values of each are stored.
import { z } from 'zod'
import type { StorageClass } from './custom-values.ts'

/** In the order in which they are offered. */
export const customFieldType = z.enum([
  ...(['text', 'longText', 'number', 'money', 'choice', 'choices', 'boolean', 'day', 'moment'] as const),
  ...(['user', 'reference', 'phone', 'email', 'website', 'autoNumber'] as const),
])
export type CustomFieldType = z.infer<typeof customFieldType>

/** A field's type never changes, because its key says how its values are stored. */
export const storageOf: Readonly<Record<CustomFieldType, StorageClass>> = {
  text: 's',
  longText: 'l',
  number: 'n',
  money: 'm',
  choice: 'c',
  choices: 'o',
  boolean: 'b',
  day: 'd',
  moment: 't',
  user: 'u',
  reference: 'r',
  phone: 'p',
  email: 's',
  website: 's',
  autoNumber: 'a',
}

export const hasChoices = (type: CustomFieldType): boolean => type === 'choice' || type === 'choices'
