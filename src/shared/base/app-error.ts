// The failures a user can be told about. Anything else is a bug: it is logged with a trace id and shown as 'internal'.

export type AppErrorCode =
  'invalid_input' | 'not_found' | 'conflict' | 'forbidden' | 'locked' | 'cancelled' | 'unavailable' | 'internal'

/** A value that a message of the catalogue can hold. */
export type MessageParam = string | number | boolean | null | readonly string[]
export type MessageParams = Readonly<Record<string, MessageParam>>

/** What is wrong with one field: the code and parameters of the check that failed, said by the catalogue as `validation.<code>`. */
export interface FieldIssue {
  /** The field's path, joined by dots: `phone`, `mapping.3.field`. */
  readonly field: string
  readonly code: string
  readonly params: MessageParams
}

export interface AppErrorData {
  readonly code: AppErrorCode
  /** A key of the catalogue. */
  readonly messageKey: string
  readonly params: MessageParams
  readonly issues?: readonly FieldIssue[]
  /** Present on `internal`: where the log tells more. */
  readonly traceId?: string
}

export interface AppErrorDetails {
  readonly issues?: readonly FieldIssue[]
  readonly traceId?: string
  readonly cause?: unknown
}

export class AppError extends Error {
  override readonly name = 'AppError'

  readonly code: AppErrorCode
  readonly messageKey: string
  readonly params: MessageParams
  readonly details: AppErrorDetails

  constructor(code: AppErrorCode, messageKey: string, params: MessageParams = {}, details: AppErrorDetails = {}) {
    super(`${code}: ${messageKey}`, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.messageKey = messageKey
    this.params = params
    this.details = details
  }

  toData(): AppErrorData {
    return {
      code: this.code,
      messageKey: this.messageKey,
      params: this.params,
      ...(this.details.issues ? { issues: this.details.issues } : {}),
      ...(this.details.traceId ? { traceId: this.details.traceId } : {}),
    }
  }
}
