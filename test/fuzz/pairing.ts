// A pairing with somebody who says anything at all, in any order: the office must not let it in, nor fall over, and only a proof may cost a try.
import { duplexPair } from 'node:stream'
import { z } from 'zod'
import { codeInvitation, openInvitations } from '#main/net/invitations.ts'
import type { LinkFacts } from '#main/net/link.ts'
import { openLink } from '#main/net/open-link.ts'
import { hostPairing } from '#main/net/pairing.ts'
import { PairingError } from '#main/net/pairing-error.ts'
import { randomFrom } from './random.ts'

const NOW = 0
const CODE_TRIES = 3
/** Types of a pairing with their right sizes; others, and wrong sizes, come too. */
const start = [16, 57] as const
const words: readonly (readonly [type: number, bytes: number])[] = [
  start,
  [18, 80],
  [16, 64],
  [20, 15],
  [22, 0],
  [17, 32],
  [255, 3],
]

export interface PairingFuzz {
  readonly talks: number
  /** How often each reason ended a talk. */
  readonly reasons: Readonly<Record<string, number>>
}

/** Throws if a talk ends in anything but a PairingError, if somebody is let in, or if a try is counted without a proof. */
export const fuzzPairing = async (count: number, seed: number): Promise<PairingFuzz> => {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const noise = (bytes: number): Buffer => Buffer.from(Array.from({ length: bytes }, () => upTo(255)))
  const reasons: Record<string, number> = {}

  for (let talk = 0; talk < count; talk += 1) {
    const invitations = openInvitations(() => NOW)
    invitations.open(codeInvitation('12345678', NOW))
    const [inside, outside] = duplexPair()
    const link = openLink(inside, facts, {})
    const outcome = hostPairing(link, {
      invitations,
      about: z.object({ name: z.string() }),
      randomBytes: noise,
      admit: letNobodyIn,
    })
    outside.on('error', () => outside.destroy())
    outside.resume()
    const stranger = openLink(outside, { ...facts, side: 'dialled' })
    let proofs = 0
    const most = 1 + upTo(4)
    for (let said = 0; said < most; said += 1) {
      // Mostly in the right order, so that it gets further.
      const [type, bytes] = words[upTo(3) > 0 ? Math.min(said, 1) : upTo(words.length - 1)] ?? start
      const payload = noise(Math.max(0, bytes + (upTo(5) === 0 ? upTo(2) - 1 : 0)))
      // Mostly a version that is known and the invitation that is open.
      if (type === 16 && payload.length >= 9 && upTo(9) > 0) payload.writeUInt8(2)
      if (type === 16 && payload.length >= 9 && upTo(4) > 0) payload.fill(0, 1, 9)
      // A share that is one of the group.
      if (type === 16 && payload.length === 57 && upTo(3) > 0) share.copy(payload, 9)
      if (type === 18) proofs += 1
      stranger.send(type, payload)
    }
    stranger.close()

    const reason = await outcome.then(() => 'let in', nameOf)
    reasons[reason] = (reasons[reason] ?? 0) + 1
    const tries = invitations.find('')?.triesLeft ?? 0
    if (reason === 'let in' || CODE_TRIES - tries > Math.min(1, proofs))
      throw new Error(`Talk ${talk}: ${reason}, ${tries} tries left`)
    await link.closed
  }
  return { talks: count, reasons }
}

const share = Buffer.from('e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76', 'hex')

const facts: LinkFacts = {
  ownId: 'aa'.repeat(32),
  deviceId: 'bb'.repeat(32),
  side: 'accepted',
  exporter: Buffer.alloc(32, 7),
  remote: { address: '127.0.0.1', port: 1 },
  local: { address: '127.0.0.1', port: 2 },
}

const letNobodyIn = (): never => {
  throw new Error('Somebody was let in')
}

const nameOf = (error: unknown): string => {
  if (error instanceof PairingError) return error.reason
  throw error
}
