// Four numbers that both machines get out of their pairing, for people to compare. What keeps others out is the code; this is for the case that
// somebody read it over a shoulder and sits between. The joining machine puts a number of its own into them, binds itself to it with its first word
// (a commitment) and shows it only when both shares are said: nobody who speaks to two machines can choose his shares so that both show the same.
import { createHash, hkdfSync } from 'node:crypto'

const SIGNS = 4
/** A power of two, so that each is as likely as any other. */
const OF_EACH = 64
const PURPOSE = 'kith-pair/2 signs'

export const NONCE_BYTES = 16
export const COMMITMENT_BYTES = 16

/** To be said before the other side chooses its share. Tells nothing of the nonce, and fits no other one. */
export const commitmentTo = (nonce: Uint8Array): Buffer =>
  createHash('sha256').update('kith-pair/2 nonce').update(nonce).digest().subarray(0, COMMITMENT_BYTES)

/**
 * Four whole numbers below 64. `key`: what both have agreed on; nothing of it, nor of the code, can be told from them. `exporter`: of their channel.
 * `nonce`: of the machine that joins.
 */
export const signsOfPairing = (key: Uint8Array, exporter: Uint8Array, nonce: Uint8Array): number[] =>
  [...new Uint8Array(hkdfSync('sha256', key, exporter, Buffer.concat([Buffer.from(PURPOSE), nonce]), SIGNS))].map(
    (byte) => byte % OF_EACH,
  )
