// A replica as the network may see it: its own origins are signed before others hear of them, and change sets of origins that no machine of the
// office signed for are not taken.
import type { Origins } from '#main/db/replicate/outgoing.ts'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import type { CharterKeeper } from './charter-keeper.ts'
import { introducedBy, signIntroduction } from './introduction.ts'
import type { Holdings, Replica } from './replica.ts'

/** What is not signed yet is this machine's own: others' origins come signed. In the order in which it wrote under them. */
const unsignedOf = (identity: DeviceIdentity, origins: Origins): ReadonlyMap<string, string> => {
  const signed = new Map<string, string>()
  let previous: string | null = null
  for (const [origin, { device, introduction }] of origins) {
    const isOwn = introduction === null || introducedBy({ origin, device }, introduction) === identity.deviceId
    if (introduction === null) signed.set(origin, signIntroduction(identity, { origin, device, previous }))
    if (isOwn) previous = origin
  }
  return signed
}

export const vouchedReplica = (replica: Replica, identity: DeviceIdentity, keeper: CharterKeeper): Replica => {
  const checked = new Map<string, string | null>()
  /** The machine that wrote under it; reckoned once, for it is asked with each batch. */
  const writerOf = (origin: string, device: string, introduction: string): string | null => {
    const key = JSON.stringify([origin, device, introduction])
    const known = checked.get(key)
    if (known !== undefined) return known
    if (checked.size >= MOST_CHECKED) checked.clear()
    const writer = introducedBy({ origin, device }, introduction)
    checked.set(key, writer)
    return writer
  }

  const holdings = async (): Promise<Holdings> => {
    const held = await replica.holdings()
    const missing = unsignedOf(identity, held.origins)
    if (missing.size === 0) return held
    await replica.vouch(missing)
    return replica.holdings()
  }

  return {
    ...replica,
    holdings,
    take: (bytes, origins) => {
      const vouched = [...origins].filter(([origin, { device, introduction }]) => {
        const writer = introduction === null ? null : writerOf(origin, device, introduction)
        return writer !== null && keeper.wasMember(writer)
      })
      return replica.take(bytes, new Map(vouched))
    },
  }
}

const MOST_CHECKED = 10_000
