// Looks for offices that are open for a new machine: listens while somebody asks, and stops when nobody has asked for a while.
import type { FoundOffice } from '#shared/sync/network.contract.ts'
import { formatAddress } from '#main/net/addresses.ts'
import { type Announcer, createAnnouncer } from '#main/net/announcer.ts'
import type { HeardMachine } from '#main/net/heard.ts'
import type { NetworkPlace } from './network-place.ts'

const PATIENCE_MS = 30_000

export interface LookingOptions {
  readonly nowMs: () => number
  readonly random: (bytes: number) => Uint8Array
  /** The list is different. */
  readonly onChange: () => void
  readonly place?: NetworkPlace
  /** In tests: how long it listens after a question. */
  readonly patienceMs?: number
}

export interface Looking {
  /** Those heard until now. The first question starts to listen, so it finds none. */
  readonly offices: () => Promise<FoundOffice[]>
  readonly stop: () => Promise<void>
}

export const createLooking = (options: LookingOptions): Looking => {
  const { nowMs, random, onChange, place, patienceMs = PATIENCE_MS } = options
  let announcer: Announcer | null = null
  let patience: NodeJS.Timeout | undefined

  const stop = async (): Promise<void> => {
    clearTimeout(patience)
    const stopping = announcer
    announcer = null
    await stopping?.stop()
  }

  return {
    stop,
    offices: async () => {
      if (place?.isSilent) return []
      clearTimeout(patience)
      patience = setTimeout(() => void stop(), patienceMs)
      if (!announcer) {
        announcer = createAnnouncer({ now: nowMs, random, member: null, onOffices: onChange, ...place?.announce })
        await announcer.start()
      }
      return announcer?.offices().map(foundOffice) ?? []
    },
  }
}

/** By the way that was heard last. */
const foundOffice = ({ addresses: [heard], port }: HeardMachine): FoundOffice => ({
  address: formatAddress({ host: heard?.address ?? '', port }),
  heardAt: new Date(heard?.at ?? 0).toISOString(),
})
