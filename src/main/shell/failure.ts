// A thrown error as the reply a page gets. What is no AppError is a bug: the page gets its trace, the log gets the rest.
import type { Reply } from '#shared/base/procedure.ts'
import { toErrorData } from '#main/rpc/errors.ts'
import type { Log } from './log.ts'

export type ToFailure = (error: unknown) => Reply

export const createFailures = (log: Log, newId: () => string): ToFailure => {
  const logBug = (error: unknown): string => {
    const traceId = newId()
    log.bug(traceId, error)
    return traceId
  }
  return (error) => ({ ok: false, error: toErrorData(error, logBug) })
}
