// Where a call goes: the workspace's own procedures to the host, one at a time; queries to a reader, mutations to the writer.
import { isAbsolute } from 'node:path'
import { AppError } from '#shared/base/app-error.ts'
import type { AppEvent, Procedure, Progress, Reply } from '#shared/base/procedure.ts'
import { fieldIssues } from '#main/rpc/errors.ts'
import { isConfirmed } from '#main/workspace/key-slots.ts'
import { refusal } from '#main/workspace/refusal.ts'
import type { DeviceProcedures } from './device-procedures.ts'
import { type HostState, requireOpen } from './host-state.ts'
import type { Caller } from './host-steps.ts'
import type { ResolveFile } from './session.ts'
import { type CallWatch, networkReads, type NetworkProcedures } from './network-procedures.ts'
import { type ArrivalsProcedures, officeReads, type PresenceProcedures } from './office-procedures.ts'
import type { WorkspaceProcedures } from './workspace-procedures.ts'

export interface RoutedCall {
  readonly path: string
  readonly input: unknown
  readonly caller: Caller
  readonly resolveFile: ResolveFile
  readonly signal: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

export interface HostProcedures {
  readonly workspace: WorkspaceProcedures
  readonly network: NetworkProcedures
  readonly devices: DeviceProcedures
  readonly presence: PresenceProcedures
  readonly arrivals: ArrivalsProcedures
}

export interface RouterParts {
  readonly state: HostState
  /** Those that the host answers itself. */
  readonly procedures: HostProcedures
  readonly procedureAt: (path: string) => Procedure | undefined
  readonly tell: (event: AppEvent) => void
  /** The newest commit that was told of. */
  readonly newest: () => number
  readonly failure: (error: unknown) => Reply
}

export interface CallRouter {
  /** Throws what the session turns into a reply. */
  (call: RoutedCall): Promise<Reply>
  /** Gives up what the host does and lets be given up; answers when it has nothing to do any more. What the threads do is left to them. */
  readonly end: () => Promise<void>
}

/** In the first issue whoever can unlock the workspace owns it. */
const OWNER_RIGHTS = ['*'] as const

export const createCallRouter = ({ state, procedures, procedureAt, tell, newest, failure }: RouterParts): CallRouter => {
  let queue: Promise<unknown> = Promise.resolve()
  const ending = new AbortController()
  const hostAnswers = new Map<string, unknown>(
    Object.entries(procedures).flatMap(([feature, answers]) =>
      Object.entries(answers).map(([name, answer]) => [`${feature}.${name}`, answer] as const),
    ),
  )

  const askHost = (procedure: Procedure, call: RoutedCall): Promise<Reply> => {
    const { path, caller, onProgress } = call
    const signal = AbortSignal.any([call.signal, ending.signal])
    const checked = procedure.input.safeParse(withFiles(procedure, call))
    if (!checked.success) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: fieldIssues(checked.error) })

    // The same name's input was just checked by the same name's schema; the compiler cannot follow a union that far.
    const answer = hostAnswers.get(path) as (input: unknown, caller: Caller, watch: CallWatch) => Promise<unknown>
    const work = async (): Promise<Reply> => {
      try {
        const rev = newest()
        const data = await answer(checked.data, caller, { signal, ...(onProgress ? { onProgress } : {}) })
        if (procedure.kind === 'mutation') tell({ type: 'workspace' })
        return { ok: true, data, reads: networkReads[path] ?? officeReads[path] ?? [], rev }
      } catch (error) {
        return failure(error)
      }
    }
    if (procedure.kind === 'query') return work()
    const reply = queue.then(work)
    queue = reply
    return reply
  }

  const askThread = (procedure: Procedure, call: RoutedCall): Promise<Reply> => {
    const open = requireOpen(state)
    if (procedure.kind === 'mutation' && !isConfirmed(open.keys)) throw refusal('locked', 'workspace.unconfirmed')

    const person = call.caller.kind === 'client' ? call.caller.person : open.user
    const actor = { userId: person.id, name: person.name, rights: OWNER_RIGHTS }
    const input = withFiles(procedure, call)
    const kind = procedure.kind === 'mutation' ? 'writer' : procedure.options.slow ? 'slowReader' : 'reader'
    const { path, signal, onProgress } = call
    const isBulk = procedure.kind === 'mutation' && procedure.options.bulk === true
    return open.threads.call(kind, { path, input, actor, signal, isBulk, ...(onProgress ? { onProgress } : {}) })
  }

  const route = async (call: RoutedCall): Promise<Reply> => {
    const procedure = procedureAt(call.path)
    if (!procedure) throw new AppError('not_found', 'errors.noProcedure', { path: call.path })
    return hostAnswers.has(call.path) ? askHost(procedure, call) : askThread(procedure, call)
  }
  return Object.assign(route, {
    end: async () => {
      ending.abort()
      await queue
    },
  })
}

/** Puts paths in the place of what stood for files: a page never names a path itself. */
const withFiles = ({ options: { files = [], targets = [] } }: Procedure, { input, resolveFile }: RoutedCall): unknown => {
  if (files.length === 0 || typeof input !== 'object' || input === null) return input
  const pathOf = (field: string, reference: unknown): unknown => {
    // What is no text is refused by the procedure's own schema.
    if (typeof reference !== 'string') return reference
    const path = resolveFile(reference, targets.includes(field) ? 'write' : 'read')
    if (path === null || !isAbsolute(path)) throw new AppError('invalid_input', 'files.unknown')
    return path
  }
  const resolved = Object.entries(input)
    .filter(([field]) => files.includes(field))
    .map(([field, value]) => [field, Array.isArray(value) ? value.map((one) => pathOf(field, one)) : pathOf(field, value)])
  return { ...input, ...Object.fromEntries(resolved) }
}
