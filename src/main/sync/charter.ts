// What all machines of an office agree on: who founded it, who belongs to it, which key is in use. It lies beside the database, so that neither a
// backup nor a write to the database changes it, and grows only by what its members signed.
import { z } from 'zod'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { FRAME_BYTES } from '#main/net/limits.ts'
import { AppError } from '#shared/base/app-error.ts'
import { keyFor, MOST_KEYS, mergeRings, ringKey, withKeyFor } from './key-ring.ts'
import { entry, type Entry, isGenuine, type Membership, membershipOf, MOST_ENTRIES, signEntry, textOf } from './membership.ts'

/** It has to fit into one message. */
const MOST_BYTES = FRAME_BYTES - 64 * 1024

export const charter = z.strictObject({
  founder: z.string().regex(/^[0-9a-f]{64}$/u),
  entries: z.array(entry).max(MOST_ENTRIES),
  keys: z.array(ringKey).min(1).max(MOST_KEYS),
})
export type Charter = Readonly<z.infer<typeof charter>>

/** One that a machine is given as it comes in, before it knows anybody: each entry is signed, and there is a key. */
export const welcomeCharter = charter.refine(({ founder, entries, keys }) => {
  const { ever, removals } = membershipOf(founder, entries)
  return entries.every((one) => ever.has(one.by) && isGenuine(one)) && keyFor(keys, removals) !== undefined
})

/** Hex of 32 random bytes. */
type MakeKey = () => string

/** Of a machine that begins an office. */
export const newCharter = ({ deviceId }: DeviceIdentity, makeKey: MakeKey): Charter => ({
  ...{ founder: deviceId, entries: [] },
  keys: [...withKeyFor([], new Set(), makeKey)],
})

export const membersIn = ({ founder, entries }: Charter): Membership => membershipOf(founder, entries)

const fits = (of: Charter): boolean => of.entries.length <= MOST_ENTRIES && JSON.stringify(of).length <= MOST_BYTES

/** Whether one more can be let in beside those who are `awaited`, and everybody who is in then can still be removed. */
export const hasRoom = (of: Charter, awaited = 0): boolean =>
  of.entries.length + membersIn(of).now.size + 2 * (awaited + 1) <= MOST_ENTRIES

/** Whoever is in has the key that the removed ones have not. */
const withEntry = (before: Charter, one: Entry, makeKey: MakeKey): Charter => {
  const entries = [...before.entries, one]
  const now = { ...before, entries, keys: [...withKeyFor(before.keys, membersIn({ ...before, entries }).removals, makeKey)] }
  if (!fits(now)) throw officeIsFull()
  return now
}

export const officeIsFull = (): AppError => new AppError('conflict', 'network.full')

/** Throws a refusal `network.full`. */
export const withMember = (before: Charter, identity: DeviceIdentity, device: string, makeKey: MakeKey): Charter => {
  if (!hasRoom(before)) throw officeIsFull()
  return withEntry(before, signEntry(identity, { kind: 'added', device, keeps: [] }), makeKey)
}

/** Throws a refusal `network.full`. */
export const withoutMember = (before: Charter, identity: DeviceIdentity, device: string, makeKey: MakeKey): Charter => {
  const { ever } = membersIn(before)
  const letIn = before.entries.filter(({ kind, by }) => kind === 'added' && by === device).map((one) => one.device)
  const keeps = [...new Set(letIn)].filter((one) => ever.has(one)).toSorted()
  return withEntry(before, signEntry(identity, { kind: 'removed', device, keeps }), makeKey)
}

/**
 * Both together; null: the other one is of another office, holds what nobody signed or keys that are too new, or is too large. The same for the same
 * two, whoever asks, but where two machines removed somebody at once and no key is made yet that neither of them has: `makeKey` makes one, and of
 * several that are made so all machines choose the same.
 */
export const mergeCharters = (mine: Charter, theirs: Charter, makeKey: MakeKey): Charter | null => {
  if (mine.founder !== theirs.founder) return null
  const signatures = new Set(mine.entries.map(({ signature }) => signature))
  const news = theirs.entries.filter(({ signature }) => !signatures.has(signature))
  if (!news.every(isGenuine)) return null
  const entries = withoutRepeats([...mine.entries, ...news])
  const { ever, removals } = membershipOf(mine.founder, entries)
  // What strangers signed is of no use to anybody, and would only fill the list.
  if (!news.every(({ by }) => ever.has(by))) return null
  const keys = [...withKeyFor(mergeRings(removals, mine.keys, theirs.keys), removals, makeKey)]
  const merged = { founder: mine.founder, entries, keys }
  // Each new key comes with a removal. What claims to be newer than that would leave no number for the keys to come.
  if (!keys.every(({ epoch }) => epoch <= entries.length + 1)) return null
  return fits(merged) ? merged : null
}

/** What a machine is given that was just let in: older keys are for those who have them already. */
export const forNewcomer = (of: Charter): Charter => {
  const [current] = keysOf(of)
  return { ...of, keys: of.keys.filter(({ key }) => key === current) }
}

/** Of two that say the same, the one whose signature is the smaller text. */
const withoutRepeats = (entries: readonly Entry[]): Entry[] => {
  const byText = new Map<string, Entry>()
  for (const one of entries) {
    const before = byText.get(textOf(one))
    if (!before || one.signature < before.signature) byText.set(textOf(one), one)
  }
  return [...byText.values()]
}

/** The keys, the one in use first. */
export const keysOf = (of: Charter): readonly [string, ...string[]] => {
  const current = keyFor(of.keys, membersIn(of).removals)
  if (!current) throw new Error('An office has no key for those who are in it.')
  return [current.key, ...of.keys.filter((one) => one !== current).map(({ key }) => key)]
}
