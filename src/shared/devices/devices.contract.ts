// The machines of the office. Whoever stands in this list is let in by every other machine that has heard of it.
import { z } from 'zod'
import { requiredLine } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'

/** The hash of the machine's public key, in hex. */
export const deviceId = z.string().regex(/^[0-9a-f]{64}$/u)
export const MOST_DEVICES = 50

export const device = z.object({
  id: deviceId,
  name: z.string(),
  /** Of its number series: `B` makes the tickets T-B-1001 and on. */
  letter: z.string(),
  addedAt: z.string(),
})
export type Device = z.infer<typeof device>
/** `removedAt`: when it was taken off the list. */
export const knownDevice = device.extend({ removedAt: z.string().nullable() })
export type KnownDevice = z.infer<typeof knownDevice>

const needs = 'devices.manage' as const

export const devicesContract = {
  list: query(z.object({}), z.array(device), { needs: 'devices.read' }),
  /** Those that were taken off the list, too. */
  everKnown: query(z.object({}), z.array(knownDevice), { needs: 'devices.read' }),
  /** By machine: who wrote last there. Machines at which nobody did are left out. */
  lastUsers: query(z.object({}), z.array(z.object({ id: deviceId, userName: z.string() })), { needs: 'devices.read' }),
  /** Takes a machine in, or in again; answers the letter of its numbers. The first one of the office gets the letter that its numbers have. */
  admit: mutation(z.object({ id: deviceId, name: requiredLine(100) }), device, { needs }),
  /** The letter of this machine's numbers: another one, if a machine that came before has it too. The list says a new one, and with `isTold` any. */
  settleLetter: mutation(z.object({ id: deviceId, isTold: z.boolean() }), z.object({ letter: z.string() }), { needs }),
  rename: mutation(z.object({ id: deviceId, name: requiredLine(100) }), z.null(), { needs }),
  /** It is let in nowhere any more; what it has, it keeps. */
  remove: mutation(z.object({ id: deviceId }), z.null(), { needs }),
}
