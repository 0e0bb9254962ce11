// A thrown error as the reply a page gets. What is no AppError is a bug: the page gets its trace, the log gets the rest.
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import type { Log } from './log.ts'

export type ToFailure = (error: unknown) => Reply

export const createFailures =
  (log: Log, newId: () => string): ToFailure =>
  (error) => {
    if (error instanceof AppError) return { ok: false, error: error.toData() }
    const traceId = newId()
    log.bug(traceId, error)
    return { ok: false, error: { code: 'internal', messageKey: 'errors.internal', params: {}, traceId } }
  }
