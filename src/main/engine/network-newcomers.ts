// Machines that were let in and have not come yet. Who knew the code may come, for a while; a member it is once it came. One that breaks off between
// the two never belonged to the office, and is shown no more once its time is over.
import type { Newcomers } from '#main/sync/office-door.ts'
import type { NetworkBox } from './network-box.ts'
import type { NetworkDesk } from './network-desk.ts'
import type { NetworkFile } from './network-file.ts'

/** Time enough to say who one is and to think of a password, even if that waits until tomorrow. */
const COME_WITHIN_MS = 24 * 3_600_000

/** `until`: ms. */
type Newcomer = NetworkFile['newcomers'][number]

export interface NetworkNewcomers extends Newcomers {
  /** Those who may still come. */
  readonly awaited: () => readonly Newcomer[]
  /** It knew the code. */
  readonly expect: (deviceId: string) => void
  /** It may not come any more. */
  readonly forget: (deviceId: string) => void
  /** Forgets those whose time is over. */
  readonly sweep: () => Promise<void>
}

export const createNetworkNewcomers = (box: NetworkBox, desk: NetworkDesk, nowMs: () => number): NetworkNewcomers => {
  const all = () => box.file()?.newcomers ?? []
  const awaited = () => all().filter(({ deviceId, until }) => until > nowMs() && box.charter()?.isMember(deviceId) !== true)
  const isAwaited = (deviceId: string): boolean => awaited().some((one) => one.deviceId === deviceId)
  const without = (deviceId: string) => all().filter((one) => one.deviceId !== deviceId)

  const forget = (deviceId: string): void => {
    if (all().some((one) => one.deviceId === deviceId)) box.change({ newcomers: without(deviceId) })
  }

  return {
    awaited,
    isAwaited,
    forget,
    expect: (deviceId) => box.change({ newcomers: [...without(deviceId), { deviceId, until: nowMs() + COME_WITHIN_MS }] }),
    came: (deviceId) => {
      if (!isAwaited(deviceId)) return
      // First into the charter: what is cut short here is done again when it comes again.
      box.charter()?.add(deviceId)
      forget(deviceId)
    },
    sweep: async () => {
      for (const { deviceId, until } of all()) {
        if (until > nowMs()) continue
        // Where there are others, one that was not met since may have let it in: its line stays, and shows only if so.
        const isAlone = box.charter()?.members().length === 0
        if (isAlone && (await desk.devices()).some(({ id }) => id === deviceId)) await desk.remove(deviceId)
        forget(deviceId)
      }
    },
  }
}
