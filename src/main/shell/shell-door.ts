// Answers the procedures of shellContract: checks what goes in, runs the handler, checks what comes out.
import type { WebContents } from 'electron'
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { Procedure, ProcedureKind, Reply } from '#shared/base/procedure.ts'
import { shellContract } from '#shared/shell/shell.contract.ts'
import { fieldIssues } from '#main/rpc/errors.ts'
import type { FileTokens } from './file-tokens.ts'

export interface ShellCaller {
  readonly contents: WebContents
  readonly files: FileTokens
}

type ShellContract = typeof shellContract
type ShellHandler<P> =
  P extends Procedure<ProcedureKind, infer I, infer O>
    ? (caller: ShellCaller, input: z.output<I>) => z.input<O> | Promise<z.input<O>>
    : never

export type ShellHandlers = { readonly [Name in keyof ShellContract]: ShellHandler<ShellContract[Name]> }

export type ShellDoor = (caller: ShellCaller, name: string, input: unknown) => Promise<Reply>

/** The door before the handlers. A name that is no procedure is refused as `not_found`, input of the wrong form as `invalid_input`. */
export const createShellDoor =
  (handlers: ShellHandlers): ShellDoor =>
  async (caller, name, input) => {
    if (!isProcedure(name)) throw new AppError('not_found', 'shell.call.unknown', { path: `shell.${name}` })
    const procedure: Procedure = shellContract[name]

    const parsed = procedure.input.safeParse(input)
    if (!parsed.success) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: fieldIssues(parsed.error) })

    // The input was parsed by the schema of this very handler; TypeScript cannot follow the pair through the table.
    const handle = handlers[name] as (caller: ShellCaller, input: unknown) => unknown
    const data = procedure.output.parse(await handle(caller, parsed.data))
    return { ok: true, data, reads: [], rev: 0 }
  }

const isProcedure = (name: string): name is keyof ShellContract => Object.hasOwn(shellContract, name)
