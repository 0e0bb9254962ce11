// The office network of this machine: switched on, joined, looked at. Answered by the engine's host, for it knows the machine and its key.
import { z } from 'zod'
import { id, line, requiredLine } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { deviceId } from '#shared/devices/devices.contract.ts'
import { password } from '#shared/workspace/workspace.contract.ts'

/** `trouble` says why; `behind`: changes wait for machines that are not there. */
export const networkStates = ['off', 'quiet', 'syncing', 'behind', 'trouble'] as const

export const networkDevice = z.object({
  id: deviceId,
  name: z.string(),
  letter: z.string(),
  isThis: z.boolean(),
  isConnected: z.boolean(),
  /** When it was last heard of while this machine was switched on; null: not since. */
  lastSeenAt: z.string().nullable(),
  /** Its version of Kith. */
  app: z.string().nullable(),
  address: z.string().nullable(),
  /** Change sets that wait: from here to there, and from there to here; null: not known. */
  toSend: z.int().min(0).nullable(),
  toTake: z.int().min(0).nullable(),
  /** How far its clock is ahead of this one's. */
  clockAheadMs: z.int().nullable(),
  /** A message key: why it cannot be talked to. */
  trouble: z.string().nullable(),
})

export const networkStatus = z.object({
  state: z.enum(networkStates),
  isOn: z.boolean(),
  port: z.int().nullable(),
  devices: z.array(networkDevice),
  /** Open for one new machine. */
  invitation: z.object({ code: z.string(), until: z.string() }).nullable(),
})
export type NetworkStatus = z.infer<typeof networkStatus>

const needs = 'network.manage' as const

export const networkContract = {
  status: query(z.object({}), networkStatus, { needs: 'network.view' }),
  /** On: this machine listens, is found, and finds the others. Off: it does none of it. `name`: what the others call it. */
  switch: mutation(z.object({ isOn: z.boolean(), name: requiredLine(100).optional() }), networkStatus, { needs }),
  /** Eight digits, valid for ten minutes, for one new machine. */
  invite: mutation(z.object({}), z.object({ code: z.string(), until: z.string() }), { needs }),
  withdraw: mutation(z.object({}), z.null(), { needs }),
  /** While no workspace is open: proves to an office that one knows its code. Answers who works there; `join` is next, with the same office. */
  pair: mutation(
    z.object({ address: line(300).min(1), code: line(40).min(1), name: requiredLine(100) }),
    z.object({ workspaceName: z.string(), users: z.array(z.object({ id, name: z.string() })) }),
    { needs },
  ),
  /** Makes the workspace of the office on this machine, as one of its people, and fetches what it holds; answers the recovery key. */
  join: mutation(
    z.object({ folder: line(4096).nullable().default(null), userId: id, password }),
    z.object({ recoveryKey: z.string() }),
    { needs },
  ),
}
