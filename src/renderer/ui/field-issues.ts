// What zod finds wrong with values, as sentences beside fields.
import type { z } from 'zod'
import type { AppError, FieldIssue, MessageParam } from '#shared/base/app-error.ts'
import { issueText } from '#renderer/i18n/error-text.ts'
import type { Translate } from '#renderer/i18n/translate.ts'

/** The first complaint about each field, by its path; empty if the values pass. */
export const fieldErrors = (t: Translate, schema: z.ZodType, values: unknown): Record<string, string> => {
  const result = schema.safeParse(values)
  return result.success ? {} : byField(t, result.error.issues.map(toFieldIssue))
}

/** The complaints that came back from the engine. */
export const errorIssues = (t: Translate, error: AppError): Record<string, string> => byField(t, error.details.issues ?? [])

/** The complaint about one value, or null. */
export const valueError = (t: Translate, schema: z.ZodType, value: unknown): string | null => {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue ? issueText(t, toFieldIssue(issue)) : null
}

const byField = (t: Translate, issues: readonly FieldIssue[]): Record<string, string> =>
  // Reversed, so that the first complaint about a field is the one that stays.
  Object.fromEntries(issues.toReversed().map((issue) => [issue.field, issueText(t, issue)]))

const toFieldIssue = ({ code, path, ...details }: z.core.$ZodIssue): FieldIssue => {
  const checkParams: unknown = 'params' in details ? details.params : {}
  return { field: path.join('.'), code: code ?? 'custom', params: messageParams({ ...details, ...Object(checkParams) }) }
}

const messageParams = (details: Readonly<Record<string, unknown>>): Record<string, MessageParam> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [],
    ),
  )
