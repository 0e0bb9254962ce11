// Machines that were let in and have not come yet. Who knew the code may come, for a while; a member it is once it came. One that breaks off between
// the two never belonged to the office, and its line in the list goes by itself.
import type { Newcomers } from '#main/sync/office-door.ts'
import type { NetworkBox } from './network-box.ts'
import type { NetworkDesk } from './network-desk.ts'

/** Time enough to say who one is and to think of a password, even if that waits until tomorrow. */
const COME_WITHIN_MS = 24 * 3_600_000

export interface NetworkNewcomers extends Newcomers {
  /** It knew the code. */
  readonly expect: (deviceId: string) => void
  /** Forgets those whose time is over. */
  readonly sweep: () => Promise<void>
}

export const createNetworkNewcomers = (box: NetworkBox, desk: NetworkDesk, nowMs: () => number): NetworkNewcomers => {
  const all = () => box.file()?.newcomers ?? []
  const isAwaited = (deviceId: string): boolean => all().some((one) => one.deviceId === deviceId && one.until > nowMs())
  const without = (deviceId: string) => all().filter((one) => one.deviceId !== deviceId)

  return {
    isAwaited,
    expect: (deviceId) => box.change({ newcomers: [...without(deviceId), { deviceId, until: nowMs() + COME_WITHIN_MS }] }),
    came: (deviceId) => {
      if (!isAwaited(deviceId)) return
      // First into the charter: what is cut short here is done again when it comes again.
      box.charter()?.add(deviceId)
      box.change({ newcomers: without(deviceId) })
    },
    sweep: async () => {
      for (const { deviceId, until } of all()) {
        if (until > nowMs()) continue
        // Another machine may have let it in meanwhile, or taken it off the list.
        const isMember = box.charter()?.isMember(deviceId) === true
        if (!isMember && (await desk.devices()).some(({ id }) => id === deviceId)) await desk.remove(deviceId)
        box.change({ newcomers: without(deviceId) })
      }
    },
  }
}
