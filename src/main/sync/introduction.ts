// Who vouches for an origin: the machine that writes under it says so once, signed, and others pass it on with the origin's change sets.
import { z } from 'zod'
import type { DeviceIdentity } from '#main/net/certificate.ts'
import { isSignedBy, signAs } from '#main/net/signature.ts'

const introduction = z.strictObject({
  deviceId: z.string().regex(/^[0-9a-f]{64}$/u),
  /** The origin that the machine wrote under before, in hex; null: this is its first. */
  previous: z
    .string()
    .regex(/^[0-9a-f]{32}$/u)
    .nullable(),
  publicKey: z.string().max(200),
  signature: z.string().max(200),
})

/** An origin and what is said of it. */
export interface IntroducedOrigin {
  readonly origin: string
  /** The machine's name, in words. */
  readonly device: string
  readonly previous: string | null
}

const textOf = (deviceId: string, { origin, device, previous }: IntroducedOrigin): string =>
  JSON.stringify(['kith-origin/1', origin, deviceId, device, previous])

/** As it is stored and sent. */
export const signIntroduction = (identity: DeviceIdentity, said: IntroducedOrigin): string => {
  const { deviceId } = identity
  return JSON.stringify({ deviceId, previous: said.previous, ...signAs(identity, textOf(deviceId, said)) })
}

/** The machine that wrote under this origin; null: nobody vouches for that. Takes anything from anyone. */
export const introducedBy = (said: Omit<IntroducedOrigin, 'previous'>, stored: string): string | null => {
  const { data } = introduction.safeParse(jsonOf(stored))
  if (!data) return null
  const { deviceId, previous } = data
  return isSignedBy(deviceId, textOf(deviceId, { ...said, previous }), data) ? deviceId : null
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // No introduction either.
    return null
  }
}
