// What arrives from a page is checked here before anything else looks at it: its form, its size, and that the procedure exists.
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { Contract, Procedure } from '#shared/base/procedure.ts'
import { contract } from '#shared/contract.ts'
import { shellContract } from '#shared/shell/shell.contract.ts'

/** About two million characters: a page of pasted text, far from a file. Files travel as tokens. */
export const INPUT_LIMIT = 2_000_000

const callRequest = z.strictObject({
  callId: z.string().regex(/^[\w-]{1,64}$/u),
  path: z.string().max(100),
  input: z.unknown(),
})
export type CallRequest = z.infer<typeof callRequest>

const everything: Contract = { ...contract, shell: shellContract }

/** The checked call. Throws `invalid_input` or `not_found`. */
export const readCallRequest = (message: unknown): CallRequest => {
  const parsed = callRequest.safeParse(message)
  if (!parsed.success) throw new AppError('invalid_input', 'shell.call.malformed')
  if (!findProcedure(parsed.data.path)) throw new AppError('not_found', 'shell.call.unknown', { path: parsed.data.path })

  if (sizeOf(parsed.data.input, INPUT_LIMIT) > INPUT_LIMIT)
    throw new AppError('invalid_input', 'shell.call.too_large', { limit: INPUT_LIMIT })
  return parsed.data
}

/** The procedure at `feature.name`. Own properties only: `deals.constructor` is none. */
export const findProcedure = (path: string): Procedure | null => {
  const [feature = '', name = '', ...rest] = path.split('.')
  if (rest.length > 0 || !Object.hasOwn(everything, feature)) return null

  const procedures = everything[feature]
  return procedures && Object.hasOwn(procedures, name) ? (procedures[name] ?? null) : null
}

/**
 * The size of a value in characters as JSON would need about; stops counting above `limit`.
 * Throws `invalid_input` for what JSON cannot hold: only plain data goes to the engine.
 */
export const sizeOf = (value: unknown, limit: number): number => {
  let size = 0
  const waiting: unknown[] = [value]
  while (waiting.length > 0 && size <= limit) {
    const next = waiting.pop()
    size += 4
    if (typeof next === 'string') size += next.length
    else if (Array.isArray(next)) {
      // Each element counts for something, so a long list is over the limit before it is looked at.
      if (next.length > limit) return limit + 1
      for (const inner of next) waiting.push(inner)
    } else if (isPlainObject(next)) {
      for (const [key, inner] of Object.entries(next)) {
        size += key.length
        waiting.push(inner)
      }
    } else if (!isPlainValue(next)) throw new AppError('invalid_input', 'shell.call.malformed')
  }
  return size
}

const isPlainValue = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number'

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
