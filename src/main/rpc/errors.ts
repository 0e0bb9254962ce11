// What went wrong, as the caller is told: a sentence of the catalogue, or "a fault of ours" with the trace the log has.
import type { z } from 'zod'
import { AppError, type AppErrorData, type FieldIssue, type MessageParam } from '#shared/base/app-error.ts'

const plain = (value: unknown): MessageParam =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? value
    : Array.isArray(value)
      ? value.map(String)
      : typeof value === 'bigint'
        ? value.toString()
        : JSON.stringify(value)

const NOT_PARAMS = new Set(['code', 'path', 'message', 'input', 'inst', 'continue', 'errors', 'issues', 'params'])

/** Zod's issues as codes and parameters; the catalogue says them as `validation.<code>`. */
export const fieldIssues = (error: z.ZodError): FieldIssue[] =>
  error.issues.map((issue) => {
    const own = 'params' in issue && typeof issue.params === 'object' && issue.params !== null ? issue.params : {}
    const params = Object.fromEntries(
      Object.entries({ ...issue, ...own })
        .filter(([name, value]) => !NOT_PARAMS.has(name) && value !== undefined)
        .map(([name, value]) => [name, plain(value)]),
    )
    const kind = 'kind' in own && typeof own.kind === 'string' ? own.kind : issue.code
    return { field: issue.path.join('.'), code: kind, params }
  })

const DATABASE_FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/u, 'errors.diskFull'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/u, 'errors.readOnly'],
  [/^SQLITE_(CORRUPT|NOTADB)/u, 'errors.damaged'],
  [/^SQLITE_IOERR/u, 'errors.disk'],
  [/^SQLITE_(BUSY|LOCKED)/u, 'errors.busy'],
]

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What the user can be told of a failure; null: it is a bug. */
export const sentenceOf = (error: unknown): AppErrorData | null => {
  if (error instanceof AppError && error.code !== 'internal') return error.toData()
  const fault = DATABASE_FAULTS.find(([pattern]) => pattern.test(codeOf(error)))
  return fault ? { code: 'unavailable', messageKey: fault[1], params: {} } : null
}

/** A failure as data. What the user cannot be told about, or what a disk did, is logged under a new trace id. */
export const toErrorData = (error: unknown, logBug: (error: unknown) => string): AppErrorData => {
  if (error instanceof AppError && error.code !== 'internal') return error.toData()
  const traceId = logBug(error)
  return { ...(sentenceOf(error) ?? { code: 'internal', messageKey: 'errors.internal', params: {} }), traceId }
}
