// A reply as the command line prints it: an error also says in English what its key and parameters mean.
import { FormatError, IntlMessageFormat } from 'intl-messageformat'
import type { AppErrorData, MessageParam, MessageParams } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { isMessageKey, messages } from '#shared/messages.ts'

export const spokenReply = (reply: Reply): unknown => (reply.ok ? reply : { ok: false, error: spokenError(reply.error) })

export interface SpokenSentence {
  readonly messageKey: string
  readonly params: MessageParams
  readonly message: string | undefined
}

/** A sentence of the catalogue with its English words. */
export const spokenSentence = (messageKey: string, params: MessageParams): SpokenSentence => ({
  messageKey,
  params,
  message: sentence(messageKey, params),
})

const spokenError = (error: AppErrorData): unknown => ({
  ...error,
  message: sentence(error.messageKey, error.params) ?? sentence(`errors.${error.code}`, {}),
  ...(error.issues
    ? { issues: error.issues.map((issue) => ({ ...issue, message: sentence(`validation.${issue.code}`, issue.params) })) }
    : {}),
})

const sentence = (key: string, params: MessageParams): string | undefined => {
  const text = isMessageKey(key) ? messages.en.get(key) : undefined
  if (text === undefined) return undefined
  try {
    return String(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).format(readable(params)))
  } catch (error) {
    // A parameter is missing: the sentence as it is written still says more than none.
    if (error instanceof FormatError) return text
    throw error
  }
}

const readable = (params: MessageParams): Record<string, string | number | boolean | null> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isList(value) ? lists.format(value) : value]))

const lists = new Intl.ListFormat('en', { type: 'conjunction' })
/** As `Array.isArray`, which does not know lists that are read only. */
const isList = (value: MessageParam): value is readonly string[] => Array.isArray(value)
