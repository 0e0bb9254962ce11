// The charter of the office as this machine holds it: asked who is in, told what others know, kept before anybody hears of it.
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { type Charter, keysOf, membersIn, mergeCharters, withMember, withoutMember } from './charter.ts'

export interface CharterKeeper {
  readonly charter: () => Charter
  /** But for this machine itself. */
  readonly members: () => readonly string[]
  readonly isMember: (deviceId: string) => boolean
  /** Whether what this machine wrote belongs to the data: it is in, or was. */
  readonly wasMember: (deviceId: string) => boolean
  /** This machine was removed. */
  readonly isOut: () => boolean
  /** Hex; the one in use first. */
  readonly keys: () => readonly [string, ...string[]]
  readonly add: (deviceId: string) => void
  readonly remove: (deviceId: string) => void
  /** What another member says. False: no honest machine says it. */
  readonly take: (theirs: Charter) => boolean
  /** Told after each change. Answers how to stop listening. */
  readonly onChange: (listener: () => void) => () => void
}

export interface CharterKeeperOptions {
  readonly charter: Charter
  readonly identity: DeviceIdentity
  readonly random: (bytes: number) => Uint8Array
  /** Puts it on the disk. */
  readonly keep: (charter: Charter) => void
}

export const createCharterKeeper = ({ charter, identity, random, keep }: CharterKeeperOptions): CharterKeeper => {
  const listeners = new Set<() => void>()
  const self = identity.deviceId
  const makeKey = (): string => Buffer.from(random(32)).toString('hex')
  let now = charter
  let members = membersIn(now)
  let keys = keysOf(now)

  const change = (next: Charter): void => {
    keep(next)
    now = next
    members = membersIn(now)
    keys = keysOf(now)
    for (const listener of listeners) listener()
  }

  /** Who was removed has nobody to talk to any more. */
  const isMember = (deviceId: string): boolean => deviceId !== self && members.now.has(deviceId) && !members.removed.has(self)

  return {
    charter: () => now,
    members: () => [...members.now].filter(isMember),
    isMember,
    wasMember: (deviceId) => members.ever.has(deviceId),
    isOut: () => members.removed.has(self),
    keys: () => keys,
    add: (deviceId) => {
      if (!members.now.has(deviceId)) change(withMember(now, identity, deviceId, makeKey))
    },
    remove: (deviceId) => {
      if (members.now.has(deviceId)) change(withoutMember(now, identity, deviceId, makeKey))
    },
    take: (theirs) => {
      const next = mergeCharters(now, theirs, makeKey)
      if (!next) return false
      if (JSON.stringify(next) !== JSON.stringify(now)) change(next)
      return true
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
