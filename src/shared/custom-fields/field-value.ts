// What the value of a field has to look like: one schema a field, for forms, inline edits and the engine alike.
import { z } from 'zod'
import type { FieldIssue, MessageParam } from '#shared/base/app-error.ts'
import { day, id, line, moment, multiline } from '#shared/base/fields.ts'
import { typedEmail, typedPhone, typedWebsite } from '#shared/records/record-fields.ts'
import type { CustomValue } from './custom-values.ts'
import type { FieldDefinition } from './field-definition.ts'

/** The longest text of one line. */
export const LONGEST_LINE = 400
/** So that sums of many stay exact. */
const GREATEST = 9_000_000_000_000_00

const decimal = (decimals: number) =>
  z
    .number()
    .min(-GREATEST)
    .max(GREATEST)
    .refine((value) => Number(value.toFixed(decimals)) === value, {
      error: 'decimals',
      params: { kind: decimals === 0 ? 'not_whole' : 'decimals', decimals },
    })

const choiceOf = ({ choices }: FieldDefinition) => z.enum(choices.map((choice) => choice.id))

const typeSchema = (field: FieldDefinition): z.ZodType<CustomValue> => {
  switch (field.type) {
    case 'text':
    case 'autoNumber':
      return line(LONGEST_LINE)
    case 'longText':
      return multiline()
    case 'number':
      return decimal(field.config.decimals)
    case 'money':
      return z.int().min(-GREATEST).max(GREATEST)
    case 'day':
      return day
    case 'moment':
      return moment
    case 'boolean':
      return z.boolean()
    case 'choice':
      return choiceOf(field)
    case 'choices':
      return z.array(choiceOf(field)).max(500)
    case 'user':
    case 'reference':
      return id
    case 'phone':
      return typedPhone
    case 'email':
      return typedEmail
    case 'website':
      return typedWebsite
  }
}

/** The schema of a field's value; `null` is empty, whatever the type. It repairs what is certain: spaces, full-width digits. */
export const fieldSchema = (field: FieldDefinition): z.ZodType<CustomValue> => typeSchema(field).nullable()

const messageParams = (issue: z.core.$ZodIssue): Record<string, MessageParam> => {
  const own: unknown = 'params' in issue ? issue.params : {}
  return Object.fromEntries(
    Object.entries({ ...issue, ...Object(own) }).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [],
    ),
  )
}

/** Where the complaints about a field stand: columns by their name, the office's own fields below `custom`. */
export const issuePath = (key: string): string => `custom.${key}`

/** What is wrong with a value, the first complaint; empty if nothing is. Whether records and users exist only the engine knows. */
export const fieldIssues = (field: FieldDefinition, value: unknown): readonly FieldIssue[] => {
  const issue = fieldSchema(field).safeParse(value).error?.issues[0]
  return issue ? [{ field: issuePath(field.key), code: issue.code ?? 'custom', params: messageParams(issue) }] : []
}
