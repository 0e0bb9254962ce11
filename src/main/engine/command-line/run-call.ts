// One call from the command line: its input, the password it needs, and where it runs.
import { resolve } from 'node:path'
import type { Reply } from '#shared/base/procedure.ts'
import { contract } from '#shared/contract.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import type { EngineOptions } from '../engine.ts'
import type { CallOptions } from '../session.ts'
import { alone, workInside } from './held-workspace.ts'

export interface CallRequest {
  readonly path: string
  readonly input: unknown
  readonly user: string | null
  /** Asked for only if the call needs it; `null` if there is nobody to ask. */
  readonly password: () => Promise<string | null>
  readonly workingFolder: string
}

/** These work on a locked workspace, or on none. */
const withoutUnlocking = new Set(['create', 'unlock', 'recover', 'status', 'choose', 'lock'].map((name) => `workspace.${name}`))
/** Where they take the password, if the input does not carry it: what is typed on a command line can be read by every other program. */
const passwordFields: Readonly<Record<string, string>> = {
  'workspace.create': 'password',
  'workspace.unlock': 'password',
  'workspace.recover': 'newPassword',
}

/** The reply, or `null` if a password was needed and there was none. */
export const runCall = async (options: EngineOptions, request: CallRequest, callOptions: CallOptions): Promise<Reply | null> => {
  const { path, user } = request
  const field = passwordFields[path]
  const needsPassword = field ? !hasField(request.input, field) : !withoutUnlocking.has(path)
  const password = needsPassword ? await request.password() : ''
  if (password === null) return null

  const input = withPaths(path, request.input, request.workingFolder)
  if (!withoutUnlocking.has(path)) {
    return workInside(options, { user, password }, (session) => session.call(path, input, callOptions))
  }
  const full =
    field && needsPassword && isRecord(input)
      ? { ...(user === null ? {} : { userName: user }), ...input, [field]: password }
      : input
  return alone(options, (session) => session.call(path, full, callOptions))
}

/** File arguments are paths, and mean what they mean where they were typed. */
const withPaths = (path: string, input: unknown, workingFolder: string): unknown => {
  const files = procedureLookup(contract)(path)?.options.files ?? []
  if (!isRecord(input)) return input
  const made = files.flatMap((field): (readonly [string, unknown])[] => {
    const value = input[field]
    if (typeof value === 'string') return [[field, resolve(workingFolder, value)] as const]
    const toPath = (one: unknown) => (typeof one === 'string' ? resolve(workingFolder, one) : one)
    return Array.isArray(value) ? [[field, value.map(toPath)] as const] : []
  })
  return { ...input, ...Object.fromEntries(made) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasField = (value: unknown, field: string): boolean => isRecord(value) && value[field] !== undefined
