// What was typed after `kith`. Anything that cannot be understood is a usage error and has not been tried.
import { parseArgs } from 'node:util'
import { AppError } from '#shared/base/app-error.ts'
import { importMode } from '#shared/imports/plan.ts'
import { type Address, parseAddress } from '#main/net/addresses.ts'
import { SYNC_PORT } from '#main/net/ports.ts'
import type { ImportRequest } from './run-import.ts'

export const USAGE = `Usage:
  kith --workspace DIR [--user NAME] call PROCEDURE JSON   call a procedure; "-" reads the JSON from standard input
  kith --workspace DIR [--user NAME] serve                 keep the workspace open for other programs until stopped
  kith --workspace DIR [--user NAME] import FILE...        bring files in: one import, all of it or nothing
      --mapping NAME    as a saved mapping says; without it as the headings say
      --mode MODE       create, update or upsert
      --source NAME     where the files come from
      --rest FILE       write the rows that stay out, with their reasons
      --dry-run         only say what would happen
  kith --workspace DIR hub                                 the office's machine that is always on: open, and in the office network
      --invitation FILE the first time: joins the office by this file, into an empty folder
      --name NAME       the first time: what the others call this machine
      --log FILE        where it writes what happens; without it beside the folder
      --listen ADDRESS  listen at this address (or address:port) alone and make no announcements
  kith list                                                every procedure, what it needs and takes, as JSON

The reply is printed as JSON. Exit code: 0 reply, 1 error reply, 2 usage, 3 some rows or files of an import stay out.
“serve” and “hub” end with 0 when they are asked to (Ctrl+C, SIGTERM), and print a reply only if they cannot begin.
KITH_PASSWORD holds the password; without it, it is asked for. KITH_WORKSPACE stands in for --workspace.
Examples:
  kith --workspace ~/crm call companies.list '{"text":"beijing","limit":20,"after":null}'
  kith list | jq -r '.[].procedure'
`

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' }
  | {
      readonly kind: 'call'
      readonly workspace: string
      readonly user: string | null
      readonly path: string
      /** JSON, or `-` for standard input. */
      readonly json: string
    }
  | ({ readonly kind: 'import'; readonly workspace: string; readonly user: string | null } & ImportChoices)
  | { readonly kind: 'serve'; readonly workspace: string; readonly user: string | null }
  | ({ readonly kind: 'hub' } & HubChoices)
  | { readonly kind: 'wrong'; readonly reason: string }

export type ImportChoices = Pick<ImportRequest, 'files' | 'mapping' | 'mode' | 'source' | 'rest' | 'isTrial'>

export interface HubChoices {
  readonly workspace: string
  readonly user: string | null
  /** Path of the file of the first start. */
  readonly invitation: string | null
  readonly name: string | null
  readonly log: string | null
  /** `isOnlyPort`: it was typed with a port. */
  readonly listen: (Address & { readonly isOnlyPort: boolean }) | null
}

const wrong = (reason: string): Command => ({ kind: 'wrong', reason })
const noWorkspace = wrong('Say which folder to work in: --workspace DIR.')

export const readArguments = (given: readonly string[], workspaceVariable: string | undefined): Command => {
  const parsed = parse(given)
  if (parsed instanceof Error) return wrong(parsed.message)
  const { values, positionals } = parsed
  if (values.help) return { kind: 'help' }

  const [command, path, json, ...rest] = positionals
  if (command === 'list') return path === undefined ? { kind: 'list' } : wrong('“list” takes nothing more.')
  const workspace = values.workspace ?? workspaceVariable
  const forImport = IMPORT_OPTIONS.find((name) => values[name] !== undefined)
  if (forImport && command !== 'import') return wrong(`--${forImport} belongs to “import”.`)
  const forHub = HUB_OPTIONS.find((name) => values[name] !== undefined)
  if (forHub && command !== 'hub') return wrong(`--${forHub} belongs to “hub”.`)
  if (command === 'serve') {
    if (path !== undefined) return wrong('“serve” takes nothing more.')
    return workspace ? { kind: 'serve', workspace, user: values.user ?? null } : noWorkspace
  }
  if (command === 'hub') return path === undefined ? readHub(values, workspace) : wrong('“hub” takes nothing more.')
  if (command === 'import') return readImport(values, positionals.slice(1), workspace)
  if (command !== 'call')
    return wrong(
      command === undefined ? 'Say what to do: call, import, serve, hub or list.' : `There is no command “${command}”.`,
    )
  if (path === undefined) return wrong('Name the procedure to call.')
  if (json === undefined) return wrong(`Give ${path} its input as JSON, '{}' if it takes none.`)
  if (rest.length > 0) return wrong('Put the JSON in quotes: it came in several pieces.')

  if (!workspace) return noWorkspace
  return { kind: 'call', workspace, user: values.user ?? null, path, json }
}

type Values = Exclude<ReturnType<typeof parse>, Error>['values']

const readImport = (values: Values, files: readonly string[], workspace: string | undefined): Command => {
  if (files.length === 0) return wrong('Name the files to import.')
  const mode = importMode.nullable().safeParse(values.mode ?? null)
  if (!mode.success) return wrong(`--mode is one of ${importMode.options.join(', ')}.`)
  if (!workspace) return noWorkspace
  const { user = null, mapping = null, source = null, rest = null } = values
  const isTrial = values['dry-run'] === true
  return { kind: 'import', workspace, user, files, mapping, mode: mode.data, source, rest, isTrial }
}

const readHub = (values: Values, workspace: string | undefined): Command => {
  if (!workspace) return noWorkspace
  const { user = null, invitation = null, name = null, log = null, listen } = values
  if (log !== null && !/[^/\\]\.log$/u.test(log)) return wrong(`--log takes a file whose name ends in .log; ${log} does not.`)
  if (name !== null && invitation === null) return wrong('--name goes with --invitation: a machine is named when it joins.')
  try {
    return { kind: 'hub', workspace, user, invitation, name, log, listen: listen === undefined ? null : placeOf(listen) }
  } catch (error) {
    if (error instanceof AppError) return wrong(`--listen ${listen} is no address of this machine.`)
    throw error
  }
}

/** Throws an AppError for what is no address. */
const placeOf = (listen: string): HubChoices['listen'] => {
  // No port that can be typed.
  const { host, port } = parseAddress(listen, 0)
  return { host, port: port === 0 ? SYNC_PORT : port, isOnlyPort: port !== 0 }
}

const IMPORT_OPTIONS = ['mapping', 'mode', 'source', 'rest', 'dry-run'] as const
const HUB_OPTIONS = ['invitation', 'name', 'log', 'listen'] as const

const options = {
  workspace: { type: 'string', short: 'w' },
  user: { type: 'string', short: 'u' },
  help: { type: 'boolean', short: 'h' },
  mapping: { type: 'string' },
  mode: { type: 'string' },
  source: { type: 'string' },
  rest: { type: 'string' },
  'dry-run': { type: 'boolean' },
  invitation: { type: 'string' },
  name: { type: 'string' },
  log: { type: 'string' },
  listen: { type: 'string' },
} as const

const parse = (given: readonly string[]) => {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node words these errors for the person who typed the command.
    if (error instanceof TypeError) return error
    throw error
  }
}
