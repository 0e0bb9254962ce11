// The office's machine that is always on: the same engine without a window. Its first start joins by an invitation file, later ones open the folder.
import { resolve } from 'node:path'
import { z } from 'zod'
import { AppError, type FieldIssue } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import { networkContract } from '#shared/sync/network.contract.ts'
import type { FourSigns } from '#shared/sync/pairing-signs.ts'
import { password as passwordShape, workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { fieldIssues } from '#main/rpc/errors.ts'
import { requireFree } from '#main/net/listen-somewhere.ts'
import { thisMachine } from '#main/workspace/surroundings.ts'
import { checkBeforeMaking } from '#main/workspace/workspace-folder.ts'
import type { EngineOptions } from '../engine.ts'
import { requireNotes } from '../notes.ts'
import type { Session } from '../session.ts'
import { alone, type SignIn } from './held-workspace.ts'
import { type HubNews, watchNetwork } from './hub-news.ts'

export interface HubRequest extends SignIn {
  /** Of the first start: the file that lets this machine in, and what the others shall call it. */
  readonly joining: { readonly invitation: string; readonly name: string } | null
  readonly workingFolder: string
}

export interface Person {
  readonly id: string
  readonly name: string
}

export interface HubVoice {
  /** Said once, before anything can be lost by not having heard it. */
  readonly recoveryKey: (key: string) => void
  /** The machine that let this one in shows the same. */
  readonly signs: (signs: FourSigns) => void
  /** None of the people of the office that was joined was named: whose password opens this machine? Null if nobody says. */
  readonly whoOf: (people: readonly Person[]) => Promise<Person | null>
  /** The workspace is open and the network is on. */
  readonly open: () => void
  readonly news: (news: HubNews) => void
}

/** Stays until `stopped` settles. Answers the reply of the opening, or the first refusal. */
export const runHub = (options: EngineOptions, request: HubRequest, voice: HubVoice, stopped: Promise<unknown>): Promise<Reply> =>
  alone(options, async (session, engine) => {
    try {
      requireNotes(options.machine.folder)
      const status = workspaceContract.status.output.parse(await ask(session, 'workspace.status', {}))
      if (request.joining) {
        if (status.state !== 'none') throw new AppError('conflict', 'workspace.exists')
        if (options.folder !== null) checkBeforeMaking(options.folder, options.surroundings ?? thisMachine)
        const { networkPlace: place } = options
        if (place) await requireFree({ host: place.host, port: place.isOnlyPort ? place.port : 0 })
        await join(session, request, request.joining, voice)
      } else {
        await ask(session, 'workspace.unlock', { userName: request.user, password: request.password })
      }
      const { isOn, port } = networkContract.status.output.parse(await ask(session, 'network.status', {}))
      // Also where it is on and its door did not open: now the reason is said.
      if (!isOn || port === null) await ask(session, 'network.switch', { isOn: true })
      voice.open()
      const watch = watchNetwork(engine, () => ask(session, 'network.status', {}), voice.news)
      await stopped
      await watch.stop()
      return await session.call('workspace.status', {})
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toData() }
      throw error
    }
  })

/** What can be refused beforehand is: the office takes each invitation once. Who works there is known only when it has taken it. */
const join = async (
  session: Session,
  { user, password, workingFolder }: HubRequest,
  { invitation, name }: NonNullable<HubRequest['joining']>,
  voice: HubVoice,
): Promise<void> => {
  const checked = z.object({ password: passwordShape }).safeParse({ password })
  if (!checked.success) throw unfit(fieldIssues(checked.error))
  const paired = await ask(session, 'network.pairByFile', { path: resolve(workingFolder, invitation), name })
  const { users, signs } = networkContract.pairByFile.output.parse(paired)
  voice.signs(signs)
  const person = personOf(users, user) ?? (await voice.whoOf(users))
  if (!person) throw new AppError('invalid_input', 'network.hub.whose', { names: users.map(({ name }) => name) })
  const joined = networkContract.join.output.parse(await ask(session, 'network.join', { userId: person.id, password }))
  voice.recoveryKey(joined.recoveryKey)
  // Nobody sits here to type it back, and it was said where a person started the machine.
  await ask(session, 'workspace.confirmRecoveryKey', joined)
  // It is there for whoever is away, with large files, too.
  await ask(session, 'attachments.keepAll', { areAllKept: true })
}

const unfit = (issues: readonly FieldIssue[]): AppError => {
  const short = issues.find(({ code }) => code === 'too_small')
  const key = short ? 'network.hub.password_short' : 'errors.invalid_input'
  return new AppError('invalid_input', key, short?.params ?? {}, { issues })
}

const personOf = (people: readonly Person[], wanted: string | null): Person | undefined => {
  if (wanted === null) return people.length === 1 ? people[0] : undefined
  const name = wanted.normalize('NFKC')
  return people.find((one) => one.id === wanted || one.name.normalize('NFKC') === name)
}

/** The data of a good reply; throws what a bad one says. */
const ask = async (session: Session, path: string, input: unknown): Promise<unknown> => {
  const reply = await session.call(path, input)
  if (reply.ok) return reply.data
  const { code, messageKey, params, ...details } = reply.error
  throw new AppError(code, messageKey, params, details)
}
