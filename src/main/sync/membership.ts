// Who belongs to an office: a chain of signed entries that begins with the machine that founded it. What the database says of machines is for
// people to read; nobody is let in or kept out by it.
import { z } from 'zod'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { isSignedBy, signAs } from '#main/net/signature.ts'

const deviceId = z.string().regex(/^[0-9a-f]{64}$/u)
/** Those that are about one machine or another, in all. */
export const MOST_ENTRIES = 1000

/** One machine says of another that it belongs to the office, or not any more. Entries are added, never changed. */
export const entry = z.strictObject({
  kind: z.enum(['added', 'removed']),
  device: deviceId,
  by: deviceId,
  /** Of a removal: the machines that the removed one had let in, as far as was known; they stay. Others that it let in go with it. */
  keeps: z.array(deviceId).max(MOST_ENTRIES),
  /** Of `by`, base64; see `Signature`. */
  publicKey: z.string().max(200),
  signature: z.string().max(200),
})
export type Entry = Readonly<z.infer<typeof entry>>

type Said = Pick<Entry, 'kind' | 'device' | 'by' | 'keeps'>

/** What is signed; the same for entries that say the same. */
export const textOf = ({ kind, device, by, keeps }: Said): string => JSON.stringify(['kith-member/1', kind, device, by, keeps])

export const signEntry = (identity: DeviceIdentity, said: Omit<Said, 'by'>): Entry => {
  const whole = { ...said, by: identity.deviceId }
  return { ...whole, ...signAs(identity, textOf(whole)) }
}

export const isGenuine = (one: Entry): boolean => isSignedBy(one.by, textOf(one), one)

export interface Membership {
  /** Who belongs to the office now. */
  readonly now: ReadonlySet<string>
  /** Who ever did: what they wrote stays part of the data. */
  readonly ever: ReadonlySet<string>
  /** Who was removed. */
  readonly removed: ReadonlySet<string>
  /** The signatures of the removals that count. Nobody knows one before it is made. */
  readonly removals: ReadonlySet<string>
}

/** Everybody to whom a chain of entries leads. */
const reachedFrom = (founder: string, added: readonly Entry[]): ReadonlySet<string> => {
  const reached = new Set([founder])
  const byGiver = Map.groupBy(added, ({ by }) => by)
  for (const giver of reached) for (const { device } of byGiver.get(giver) ?? []) reached.add(device)
  return reached
}

/**
 * The same for the same entries, in whatever order they came; with one more removal nobody is in who was not in before. `entries` are genuine.
 * A removal is for good: the machine comes back by pairing again, under a new key. What a removed machine signs afterwards, or signed unknown to
 * those who removed it, lets nobody in.
 */
export const membershipOf = (founder: string, entries: readonly Entry[]): Membership => {
  const added = entries.filter(({ kind }) => kind === 'added')
  const ever = reachedFrom(founder, added)
  const removals = entries.filter(({ kind, by }) => kind === 'removed' && ever.has(by))
  const removed = new Set(removals.map(({ device }) => device))
  const ofDevice = Map.groupBy(removals, ({ device }) => device)
  const stands = ({ by, device }: Entry): boolean => (ofDevice.get(by) ?? []).every(({ keeps }) => keeps.includes(device))
  const now = reachedFrom(founder, added.filter(stands)).difference(removed)
  return { now, ever, removed, removals: new Set(removals.map(({ signature }) => signature)) }
}
