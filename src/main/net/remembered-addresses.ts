// Where other machines were reached before: what is tried first, and all there is where a network carries no announcements. A plain value that the caller keeps.
import { z } from 'zod'
import { isHost, isLinkLocal, type Address } from './addresses.ts'

/** How an address came to be known: typed by the user, heard in an announcement, told by another machine, or of a machine that dialled us. */
export const addressSources = ['typed', 'heard', 'told', 'dialled'] as const

export const rememberedAddress = z.object({
  deviceId: z.string().max(64),
  host: z.string().min(1).max(300),
  port: z.int().min(1).max(65_535),
  source: z.enum(addressSources),
  /** ms: when it became known, and when a machine was last reached there. */
  knownAt: z.number(),
  succeededAt: z.number().nullable(),
  /** Since the last success. */
  failures: z.int().min(0),
})
export type RememberedAddress = z.infer<typeof rememberedAddress>
export type AddressSource = (typeof addressSources)[number]

const PER_DEVICE = 8
const DEVICES = 128

/** What the caller reads from its store; it is checked as anything that comes from a disk. A host that is none is left out: others told it once. */
export const rememberedAddresses = z
  .array(rememberedAddress)
  .max(PER_DEVICE * DEVICES)
  .transform((all) => all.filter(({ host }) => isHost(host)))
export type RememberedAddresses = readonly RememberedAddress[]

interface Known extends Address {
  readonly deviceId: string
  readonly source: AddressSource
}

/** Whether it is that machine at that place. */
export const isSameAddress = (
  one: RememberedAddress,
  { deviceId, host, port }: Address & { readonly deviceId: string },
): boolean => one.deviceId === deviceId && one.host === host && one.port === port

/** What is known already keeps its successes; what a user typed stays typed. */
export const remember = (all: RememberedAddresses, known: Known, now: number): RememberedAddresses =>
  trimmed(withKnown(all, known, now))

export const noteSuccess = (all: RememberedAddresses, known: Known, now: number): RememberedAddresses =>
  trimmed(withKnown(all, known, now).map((one) => (isSameAddress(one, known) ? { ...one, succeededAt: now, failures: 0 } : one)))

export const noteFailure = (all: RememberedAddresses, known: Address & { readonly deviceId: string }): RememberedAddresses =>
  all.map((one) => (isSameAddress(one, known) ? { ...one, failures: one.failures + 1 } : one))

export const forgetDevice = (all: RememberedAddresses, deviceId: string): RememberedAddresses =>
  all.filter((one) => one.deviceId !== deviceId)

/** In the order in which they are worth a try: those that worked and have not failed since, then what the user typed, then the rest; the newest first. */
export const inOrderOfHope = (all: RememberedAddresses, deviceId: string): RememberedAddresses =>
  all.filter((one) => one.deviceId === deviceId).toSorted(byHope)

/**
 * What may be told to other machines: no link-local addresses, which lead nowhere from elsewhere, and none of which nobody knows whether they are right.
 * `withLoopback`: where all machines are on this one.
 */
export const worthTelling = (all: RememberedAddresses, withLoopback = false): RememberedAddresses =>
  all.filter(
    ({ host, succeededAt, source }) =>
      (succeededAt !== null || source === 'dialled') &&
      !isLinkLocal(host) &&
      (withLoopback || !/^(?:127\.|::1$|localhost$)/iu.test(host)),
  )

const withKnown = (all: RememberedAddresses, known: Known, now: number): RememberedAddresses => {
  const before = all.find((one) => isSameAddress(one, known))
  if (before) return all.map((one) => (one === before && known.source === 'typed' ? { ...one, source: 'typed' } : one))
  const { deviceId, host, port, source } = known
  return [...all, { deviceId, host, port, source, knownAt: now, succeededAt: null, failures: 0 }]
}

const rank = ({ succeededAt, failures, source }: RememberedAddress): number =>
  succeededAt !== null && failures === 0 ? 0 : source === 'typed' ? 1 : succeededAt === null ? 3 : 2

const lastGood = ({ succeededAt, knownAt }: RememberedAddress): number => succeededAt ?? knownAt

const byHope = (one: RememberedAddress, other: RememberedAddress): number =>
  rank(one) - rank(other) || one.failures - other.failures || lastGood(other) - lastGood(one)

/** Too many of one device, or too many devices: those of least hope go. */
const trimmed = (all: RememberedAddresses): RememberedAddresses => {
  const byDevice = Map.groupBy(all, ({ deviceId }) => deviceId)
  const kept = [...byDevice.values()]
    .map((addresses) => addresses.toSorted(byHope).slice(0, PER_DEVICE))
    .toSorted((one, other) => Math.max(...other.map(lastGood)) - Math.max(...one.map(lastGood)))
    .slice(0, DEVICES)
    .flat()
  return all.filter((one) => kept.includes(one))
}
