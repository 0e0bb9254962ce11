// The office network of this machine: switched on, joined, looked at. Answered by the engine's host, for it knows the machine and its key.
import { z } from 'zod'
import { id, line, requiredLine } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { deviceId } from '#shared/devices/devices.contract.ts'
import { password } from '#shared/workspace/workspace.contract.ts'
import { fourSigns } from './pairing-signs.ts'

/** `trouble` says why; `behind`: changes wait for machines that are not there. */
export const networkStates = ['off', 'quiet', 'syncing', 'behind', 'trouble'] as const

/** Something to say: a message key and what stands in it. */
export const said = z.object({
  messageKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])),
})
export type Said = z.infer<typeof said>

export const networkDevice = z.object({
  id: deviceId,
  name: z.string(),
  /** Empty: the list of the office does not name it, and it is let in all the same. */
  letter: z.string(),
  isThis: z.boolean(),
  isConnected: z.boolean(),
  /** Who last changed something there; null: nobody yet. */
  lastUserName: z.string().nullable(),
  /** When it was last heard of while this machine was switched on; null: not since. */
  lastSeenAt: z.string().nullable(),
  /** Its version of Kith. */
  app: z.string().nullable(),
  /** It knows tables or fields that this machine's version does not. */
  isNewer: z.boolean(),
  address: z.string().nullable(),
  /** Change sets that wait: from here to there, and from there to here; null: not known. */
  toSend: z.int().min(0).nullable(),
  toTake: z.int().min(0).nullable(),
  /** How far its clock is ahead of this one's. */
  clockAheadMs: z.int().nullable(),
  /** A message key: why it cannot be talked to. */
  trouble: z.string().nullable(),
  /** Of one that is over by itself: when. */
  untilAt: z.string().nullable(),
  /** Where it is not there: who answers at its address instead. */
  unreached: said.nullable(),
})

export const removedComputer = z.object({
  id: z.string(),
  name: z.string(),
  /** Null: the list of the office does not tell. */
  at: z.string().nullable(),
  /** The machine at which somebody removed it. */
  by: z.string(),
  /** The names of the other machines that are known to have heard of it, and of those that are not: these let it in still. */
  heard: z.array(z.string()),
  unheard: z.array(z.string()),
})

export const networkStatus = z.object({
  state: z.enum(networkStates),
  /** What the status bar says of it. */
  sentence: said,
  /** Change sets that are coming in, since there last were none to take; null: none are. */
  taking: z.object({ done: z.int().min(0), total: z.int().min(1) }).nullable(),
  isOn: z.boolean(),
  /** What the others call this machine; null: it was never switched on. */
  name: z.string().nullable(),
  port: z.int().nullable(),
  /** `192.168.1.5:47311`: what to type at a machine that does not find this one, the likeliest first. */
  addresses: z.array(z.string()),
  devices: z.array(networkDevice),
  /** Open for one new machine. */
  invitation: z.object({ code: z.string(), until: z.string(), triesLeft: z.int().min(1) }).nullable(),
  /** Files that still let a machine in. */
  files: z.array(z.object({ id: z.string(), until: z.string() })),
  /** Machines that this one let in and that have not come yet, each with until when it may. */
  joining: z.array(z.object({ id: z.string(), name: z.string(), until: z.string() })),
  /** Machines that were removed, the last one first. */
  removed: z.array(removedComputer),
  /** By machine that this one let in a short while ago: what both show, to compare. */
  signs: z.record(z.string(), fourSigns),
})
export type NetworkStatus = z.infer<typeof networkStatus>

/** An office nearby that is open for a new machine. It says no name before it knows whom it speaks to. */
export const foundOffice = z.object({ address: z.string(), heardAt: z.string() })
export type FoundOffice = z.infer<typeof foundOffice>

/** One sentence of what was tried out in the network. */
export const finding = said.extend({ level: z.enum(['good', 'note', 'trouble']) })
export type Finding = z.infer<typeof finding>

const pairedOffice = z.object({
  workspaceName: z.string(),
  users: z.array(z.object({ id, name: z.string() })),
  /** Both machines show them, to compare. */
  signs: fourSigns,
})

const needs = 'network.manage' as const

export const networkContract = {
  status: query(z.object({}), networkStatus, { needs: 'network.view' }),
  /** On: this machine listens, is found, and finds the others. Off: it does none of it. `name`: what the others call it. */
  switch: mutation(z.object({ isOn: z.boolean(), name: requiredLine(100).optional() }), networkStatus, { needs }),
  /** Eight digits, valid for ten minutes, for one new machine. */
  invite: mutation(z.object({}), z.object({ code: z.string(), until: z.string() }), { needs }),
  /** Closes the code, or the file of that id. */
  withdraw: mutation(z.object({ id: z.string().max(100).nullable().default(null) }), z.null(), { needs }),
  /** An invitation as a file at `path`, for one machine that does not see this one. */
  saveInvitation: mutation(z.object({ path: z.string() }), z.object({ id: z.string(), until: z.string() }), {
    ...{ needs, files: ['path'], targets: ['path'] },
  }),
  /** Which ways the network lets through, in words. */
  test: query(z.object({}), z.array(finding), { needs: 'network.view' }),
  /**
   * Compares the records of this machine with their own history, and sets right what says something else. A query, for locking must not wait for it.
   */
  check: query(z.object({}), finding, { needs }),
  /** The offices heard nearby. Listens from the first question on until nobody has asked for half a minute; a shut program does not. */
  found: query(z.object({}), z.array(foundOffice), { needs: 'network.view' }),
  /** Asks each address of the own subnet whether it listens. Only when a person asks for it. */
  search: query(z.object({}), z.array(foundOffice), { needs }),
  /** The same for the machines of this office that are not there: each that answers is called. */
  searchComputers: query(z.object({}), finding, { needs }),
  /**
   * Where a machine of the office can be reached that is not found by itself. It is called there; answers what came of it, in words. A query, for
   * locking must not wait for it.
   */
  addAddress: query(z.object({ deviceId, address: line(300).min(1) }), z.array(finding), { needs }),
  /** A machine that is left alone, because it kept sending what it may not, is spoken to again at once. */
  speakAgain: mutation(z.object({ deviceId }), z.null(), { needs }),
  /** While no workspace is open: proves to an office that one knows its code. Answers who works there; `join` is next, with the same office. */
  pair: mutation(z.object({ address: line(300).min(1), code: line(40).min(1), name: requiredLine(100) }), pairedOffice, {
    needs,
  }),
  /** The same with a file that the office made. */
  pairByFile: mutation(z.object({ path: z.string(), name: requiredLine(100) }), pairedOffice, { needs, files: ['path'] }),
  /**
   * Makes the workspace of the office on this machine, as one of its people or, by `newUserName`, as somebody who is new there, and fetches what it
   * holds; answers the recovery key.
   */
  join: mutation(
    z.object({
      folder: line(4096).nullable().default(null),
      userId: id.nullable().default(null),
      newUserName: requiredLine(100).nullable().default(null),
      password,
    }),
    z.object({ recoveryKey: z.string() }),
    { needs },
  ),
}
