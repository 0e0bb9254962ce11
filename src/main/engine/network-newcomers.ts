// Machines that were let in and have not come yet. Who knew the code may come, for a while; a member it is once it came. One that breaks off between
// the two never belonged to the office, and is shown no more once its time is over.
import type { FourSigns } from '#shared/sync/pairing-signs.ts'
import type { Newcomers } from '#main/sync/office-door.ts'
import type { NetworkBox } from './network-box.ts'
import type { NetworkDesk } from './network-desk.ts'
import type { NetworkFile } from './network-file.ts'

/** Time enough to say who one is and to think of a password, even if that waits until tomorrow. */
const COME_WITHIN_MS = 24 * 3_600_000
/** Whoever compares does it at once. */
const COMPARE_WITHIN_MS = 30 * 60_000

/** `until`: ms. */
type Newcomer = NetworkFile['newcomers'][number]

export interface NetworkNewcomers extends Newcomers {
  /** Those who may still come. */
  readonly awaited: () => readonly Newcomer[]
  /** It knew the code. `signs`: see `signsOfPairing`. */
  readonly expect: (deviceId: string, signs: FourSigns) => void
  /** Of those that knew the code a short while ago, whether they have come or not. */
  readonly signs: () => Readonly<Record<string, FourSigns>>
  /** It may not come any more. */
  readonly forget: (deviceId: string) => void
  /** Forgets those whose time is over. */
  readonly sweep: () => Promise<void>
}

export const createNetworkNewcomers = (box: NetworkBox, desk: NetworkDesk, nowMs: () => number): NetworkNewcomers => {
  const all = () => box.file()?.newcomers ?? []
  // Never written down.
  const compared = new Map<string, { readonly signs: FourSigns; readonly until: number }>()
  const awaited = () => all().filter(({ deviceId, until }) => until > nowMs() && box.charter()?.isMember(deviceId) !== true)
  const isAwaited = (deviceId: string): boolean => awaited().some((one) => one.deviceId === deviceId)
  const without = (deviceId: string) => all().filter((one) => one.deviceId !== deviceId)

  const takeOff = (deviceId: string): void => {
    if (all().some((one) => one.deviceId === deviceId)) box.change({ newcomers: without(deviceId) })
  }

  return {
    awaited,
    isAwaited,
    forget: (deviceId) => {
      compared.delete(deviceId)
      takeOff(deviceId)
    },
    expect: (deviceId, signs) => {
      box.change({ newcomers: [...without(deviceId), { deviceId, until: nowMs() + COME_WITHIN_MS }] })
      compared.set(deviceId, { signs, until: nowMs() + COMPARE_WITHIN_MS })
    },
    signs: () => {
      for (const [deviceId, { until }] of compared) if (until <= nowMs()) compared.delete(deviceId)
      return Object.fromEntries([...compared].map(([deviceId, { signs }]) => [deviceId, signs]))
    },
    came: (deviceId) => {
      if (!isAwaited(deviceId)) return
      // First into the charter: what is cut short here is done again when it comes again.
      box.charter()?.add(deviceId)
      takeOff(deviceId)
    },
    sweep: async () => {
      for (const { deviceId, until } of all()) {
        if (until > nowMs()) continue
        // Where there are others, one that was not met since may have let it in: its line stays, and shows only if so.
        const isAlone = box.charter()?.members().length === 0
        if (isAlone && (await desk.devices()).some(({ id }) => id === deviceId)) await desk.remove(deviceId)
        takeOff(deviceId)
      }
    },
  }
}
