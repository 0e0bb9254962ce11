// The hub as it is started from the command line: what it says goes to standard error and into its log, which no personal data enters.
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { hostname } from 'node:os'
import { parse, resolve } from 'node:path'
import type { Reply } from '#shared/base/procedure.ts'
import { pairingSigns } from '#shared/sync/pairing-signs.ts'
import { pairingSignsMessages } from '#shared/sync/pairing-signs.messages.ts'
import type { HubChoices } from '#main/engine/command-line/arguments.ts'
import { askLine } from '#main/engine/command-line/ask-password.ts'
import { withoutNames } from '#main/engine/command-line/hub-news.ts'
import { type HubVoice, type Person, runHub } from '#main/engine/command-line/run-hub.ts'
import type { EngineOptions } from '#main/engine/engine.ts'
import { type Log, openLog } from '#main/shell/log.ts'
import { refusal } from '#main/workspace/refusal.ts'

/** Beside the folder unless told, because a folder to join into must be empty. An Error of the system if nothing can be written there. */
export const openHubLog = ({ workspace, log }: Pick<HubChoices, 'workspace' | 'log'>): Log | Error => {
  const { dir, name } = parse(resolve(log ?? `${resolve(workspace)}.log`))
  try {
    mkdirSync(dir, { recursive: true })
    closeSync(openSync(resolve(dir, `${name}.log`), 'a', 0o600))
    return openLog(dir, true, name)
  } catch (error) {
    // The file system's own words are said to whoever typed the command.
    if (error instanceof Error && 'code' in error) return error
    throw error
  }
}

/** Before the log is written, which would make the folders above a workspace whose name was mistyped. Null: there is a folder. */
export const refusalOfMissing = (workspace: string): Reply | null =>
  existsSync(workspace) ? null : { ok: false, error: refusal('not_found', 'workspace.folderMissing').toData() }

export interface HubStart extends EngineOptions {
  readonly command: HubChoices
  readonly password: string
  readonly log: Log
}

/** Until `stopped` settles; a reply that is no good says why it could not begin. */
export const startHub = async ({ command, password, log, ...options }: HubStart, stopped: Promise<unknown>): Promise<Reply> => {
  const { user, invitation, name, listen } = command
  log.info(`hub ${options.appVersion ?? ''} starts`)
  const joining = invitation === null ? null : { invitation, name: name ?? hostname() }
  const place = listen ? { networkPlace: { ...listen, isSilent: true } } : {}
  const request = { user, password, joining, workingFolder: process.cwd() }
  const reply = await runHub({ ...options, ...place, logBug: log.bug }, request, voiceInto(log), stopped)
  log.info(reply.ok ? 'stopped' : `refused: ${withoutNames(reply.error)}`)
  return reply
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const voiceInto = (log: Log): HubVoice => ({
  recoveryKey: (key) => {
    log.info('joined')
    say(`The recovery key of this machine is ${key}`)
    say('Write it down: it opens the workspace if the password is lost, and it is not shown again.')
  },
  signs: (signs) => {
    const names = signs.flatMap((number) => pairingSigns[number] ?? []).map((name) => `pairing_signs.${name}` as const)
    const said = names.map((name) => `${pairingSignsMessages.en[name]} (${pairingSignsMessages['zh-CN'][name]})`)
    say(`To compare, the computer that let this one in shows the same four signs: ${said.join(', ')}.`)
  },
  whoOf: askWho,
  open: () => {
    log.info('open')
    say('The hub is in the office network. Ctrl+C ends it.')
  },
  news: ({ level, text }) => log[level](text),
})

/** Until it is the name of one of them: the invitation is used up. Null if nobody is there to answer. */
const askWho = async (people: readonly Person[]): Promise<Person | null> => {
  say(`Who shall open this machine? In the office work: ${people.map(({ name }) => name).join(', ')}.`)
  for (;;) {
    const typed = await askLine('Name: ')
    if (typed === null) return null
    const person = people.find(({ name }) => name.normalize('NFKC') === typed.trim().normalize('NFKC'))
    if (person) return person
  }
}
