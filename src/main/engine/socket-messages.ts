// What travels over the engine's socket. Each side checks all it receives: the other end may be anything.
import { z } from 'zod'

export const SOCKET_VERSION = 1
/** Before the proof nobody may send more than a greeting. */
export const GREETING_BYTES = 4096
export const MESSAGE_BYTES = 64 * 1024 * 1024

const nonce = z.base64().length(44)
const proof = z.base64().length(44)

const error = z.object({
  code: z.enum(['invalid_input', 'not_found', 'conflict', 'forbidden', 'locked', 'cancelled', 'unavailable', 'internal']),
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  issues: z.array(z.object({ field: z.string(), code: z.string(), params: z.record(z.string(), z.any()) })).optional(),
  traceId: z.string().optional(),
})

const reply = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    data: z.unknown(),
    reads: z.array(z.string()),
    rev: z.number(),
    operation: z.string().nullable().optional(),
  }),
  z.object({ ok: z.literal(false), error }),
])

/** The engine speaks first. */
export const hello = z.object({ kith: z.literal(SOCKET_VERSION), nonce })
export const answer = z.object({ nonce, slotId: z.uuid(), proof })
export const welcome = z.union([z.object({ proof }), z.object({ error })])

export const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int(), path: z.string().max(200), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id: z.int() }),
])
export type Request = z.infer<typeof request>

export const response = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    id: z.int(),
    progress: z.object({ step: z.string(), done: z.number(), total: z.number().nullable() }),
  }),
  z.object({ type: z.literal('reply'), id: z.int(), reply }),
  /** The engine ends. Every call that it began has its reply; what it still hears was not begun. */
  z.object({ type: z.literal('bye') }),
])
export type Response = z.infer<typeof response>
