// The command line. One of the program's beginnings: clock, places and built files are chosen here. Standard output is the reply's alone.
import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { contract } from '#shared/contract.ts'
import { type Command, readArguments, USAGE } from '#main/engine/command-line/arguments.ts'
import { askPassword } from '#main/engine/command-line/ask-password.ts'
import { describeProcedures } from '#main/engine/command-line/procedure-list.ts'
import { runCall } from '#main/engine/command-line/run-call.ts'
import { runImport } from '#main/engine/command-line/run-import.ts'
import { runServe } from '#main/engine/command-line/run-serve.ts'
import { spokenReply } from '#main/engine/command-line/spoken-reply.ts'
import type { EngineOptions } from '#main/engine/engine.ts'
import { machineOf, thisMachinesPlaces } from '#main/engine/machine-place.ts'
import { runtimeFolderOf, thisUser } from '#main/engine/runtime-folder.ts'
import { openHubLog, refusalOfMissing, startHub } from './cli-hub.ts'

const REPLY = 0
const ERROR_REPLY = 1
const WRONG_USE = 2
const ROWS_LEFT = 3

/** Built, the threads lie beside this file; from source, in their rooms. */
const isSource = import.meta.url.endsWith('.ts')
const workers = {
  engine: new URL(isSource ? './engine/engine-worker.ts' : './engine-worker.js', import.meta.url),
  argon2: new URL(isSource ? './workspace/argon2-worker.ts' : './argon2-worker.js', import.meta.url),
}

/** Of the built program and of the source alike, package.json lies two folders above. */
const appVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')))
    .version

const engineOptions = (workspace: string): EngineOptions => ({
  folder: resolve(workspace),
  now: () => Date.now(),
  logBug: (traceId, error) => process.stderr.write(`${traceId} ${error instanceof Error ? error.stack : String(error)}\n`),
  workers,
  appVersion: appVersion(),
  machine: machineOf(thisMachinesPlaces(homedir())),
  runtimeFolder: runtimeFolderOf(thisUser(tmpdir())),
})

const print = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`)

const refuseUse = (reason: string): number => {
  process.stderr.write(`${reason}\n\n${USAGE}`)
  return WRONG_USE
}

const parseJson = (json: string): { readonly value: unknown } | null => {
  try {
    return { value: JSON.parse(json) }
  } catch {
    // The caller says what is wrong with the command.
    return null
  }
}

const readPassword = async (): Promise<string | null> => process.env['KITH_PASSWORD'] ?? (await askPassword('Password: '))
const refusePassword = (): number => refuseUse('A password is needed: set KITH_PASSWORD, or call from a terminal.')

/** Until Ctrl+C, or until the system asks the process to end. */
const asked = (...signals: NodeJS.Signals[]): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve())
  })

const serve = async (workspace: string, user: string | null): Promise<number> => {
  const password = await readPassword()
  if (password === null) return refusePassword()
  const onOpen = (): boolean => process.stderr.write('The workspace is open. Ctrl+C closes it.\n')
  const reply = await runServe(engineOptions(workspace), { user, password }, onOpen, asked('SIGINT', 'SIGTERM'))
  if (reply.ok) return REPLY
  print(spokenReply(reply))
  return ERROR_REPLY
}

const hub = async (command: Extract<Command, { kind: 'hub' }>): Promise<number> => {
  const password = await readPassword()
  if (password === null) return refusePassword()
  const missing = command.invitation === null ? refusalOfMissing(command.workspace) : null
  if (missing) {
    print(spokenReply(missing))
    return ERROR_REPLY
  }
  const log = openHubLog(command)
  if (log instanceof Error) return refuseUse(`The log cannot be written: ${log.message}`)
  const reply = await startHub({ ...engineOptions(command.workspace), command, password, log }, asked('SIGINT', 'SIGTERM'))
  if (reply.ok) return REPLY
  print(spokenReply(reply))
  return ERROR_REPLY
}

/** The first Ctrl+C cancels in good order; the second ends the process, which leaves the workspace usable too. */
const untilInterrupted = (): AbortSignal => {
  const cancel = new AbortController()
  process.once('SIGINT', () => cancel.abort())
  return cancel.signal
}

const bringIn = async ({ workspace, user, ...choices }: Extract<Command, { kind: 'import' }>): Promise<number> => {
  const password = await readPassword()
  if (password === null) return refusePassword()
  const request = { ...choices, workingFolder: process.cwd() }
  const reply = await runImport(engineOptions(workspace), { user, password }, request, { signal: untilInterrupted() })
  print(spokenReply(reply))
  if (!reply.ok) return ERROR_REPLY
  const { leftOut, badFiles } = z.object({ leftOut: z.int(), badFiles: z.array(z.unknown()) }).parse(reply.data)
  return leftOut + badFiles.length === 0 ? REPLY : ROWS_LEFT
}

const main = async (): Promise<number> => {
  const command = readArguments(process.argv.slice(2), process.env['KITH_WORKSPACE'])
  if (command.kind === 'wrong') return refuseUse(command.reason)
  if (command.kind === 'help') {
    process.stdout.write(USAGE)
    return REPLY
  }
  if (command.kind === 'list') {
    print(describeProcedures(contract))
    return REPLY
  }

  if (command.kind === 'serve') return serve(command.workspace, command.user)
  if (command.kind === 'hub') return hub(command)
  if (command.kind === 'import') return bringIn(command)
  const input = parseJson(command.json === '-' ? await text(process.stdin) : command.json)
  if (!input) return refuseUse(`The input of ${command.path} is not JSON.`)

  const reply = await runCall(
    engineOptions(command.workspace),
    {
      path: command.path,
      input: input.value,
      user: command.user,
      password: readPassword,
      workingFolder: process.cwd(),
    },
    { signal: untilInterrupted() },
  )
  if (!reply) return refusePassword()
  print(spokenReply(reply))
  return reply.ok ? REPLY : ERROR_REPLY
}

process.exitCode = await main()
