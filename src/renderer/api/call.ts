// One call over the bridge: a reply becomes data or a thrown AppError; an aborted signal cancels it on the other side too.
import { AppError } from '#shared/base/app-error.ts'
import type { Bridge, Progress, Reply } from '#shared/base/procedure.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export type GoodReply = Extract<Reply, { readonly ok: true }>
export type Call = (path: string, input: unknown, options?: CallOptions) => Promise<GoodReply>

export const createCall = (bridge: Bridge): Call => {
  const progressOf = new Map<string, (progress: Progress) => void>()
  let calls = 0

  bridge.onEvent((event) => {
    if (event.type === 'progress') progressOf.get(event.callId)?.(event.progress)
  })

  return async (path, input, { signal, onProgress } = {}) => {
    calls += 1
    const callId = String(calls)
    const cancel = () => bridge.cancel(callId)
    if (onProgress) progressOf.set(callId, onProgress)
    signal?.addEventListener('abort', cancel)
    try {
      const reply = await bridge.call(callId, path, input)
      if (reply.ok) return reply
      const { code, messageKey, params, issues, traceId } = reply.error
      throw new AppError(code, messageKey, params, { ...(issues ? { issues } : {}), ...(traceId ? { traceId } : {}) })
    } finally {
      signal?.removeEventListener('abort', cancel)
      progressOf.delete(callId)
    }
  }
}
