// What a failure says to the user: the app error's own sentence, or that of its code. Checks of a field have sentences of their own.
import { AppError, type FieldIssue } from '#shared/base/app-error.ts'
import type { Translate } from './translate.ts'

export interface ErrorText {
  readonly text: string
  /** Where the log tells more; only when the failure is Kith's own. */
  readonly traceId: string | null
}

export const errorText = (t: Translate, error: unknown): ErrorText => {
  if (!(error instanceof AppError)) return { text: t('errors.internal'), traceId: null }
  return {
    text: t.known(error.messageKey, `errors.${error.code}`, error.params),
    traceId: error.details.traceId ?? null,
  }
}

/** The sentence for one failed check: `validation.<code>`, after telling apart what zod gives one code to. */
export const issueText = (t: Translate, { code, params }: FieldIssue): string =>
  t.known(`validation.${preciseCode(code, params)}`, 'validation.custom', params)

const preciseCode = (code: string, params: FieldIssue['params']): string => {
  const { origin, minimum, format, expected, kind } = params
  if (code === 'too_small' && origin === 'string') return minimum === 1 ? 'required' : 'too_short'
  if (code === 'too_small' && origin === 'number') return 'too_low'
  if (code === 'too_big' && origin === 'string') return 'too_long'
  if (code === 'too_big' && (origin === 'number' || origin === 'int')) return 'too_high'
  if (code === 'invalid_format' && (format === 'date' || format === 'time')) return `invalid_${format}`
  // An id that was never chosen.
  if (code === 'invalid_format' && format === 'uuid') return 'required'
  if (code === 'invalid_type' && expected === 'int') return 'not_whole'
  if (code === 'invalid_type' && expected === 'number') return 'invalid_number'
  if (code === 'invalid_type' && expected === 'string') return 'required'
  if (code === 'custom' && typeof kind === 'string') return kind
  return code
}
