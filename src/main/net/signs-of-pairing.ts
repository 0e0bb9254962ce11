// Four numbers that both machines get out of their pairing, for people to compare. They are a hint: what keeps others out is the code, and whoever knew
// it, sat between and had the power to compute could bring about the same signs on both.
import { hkdfSync } from 'node:crypto'

const SIGNS = 4
/** A power of two, so that each is as likely as any other. */
const OF_EACH = 64
const PURPOSE = 'kith-pair/1 signs'

/** Four whole numbers below 64. `key`: what both have agreed on; nothing of it, nor of the code, can be told from them. `exporter`: of their channel. */
export const signsOfPairing = (key: Uint8Array, exporter: Uint8Array): number[] =>
  [...new Uint8Array(hkdfSync('sha256', key, exporter, PURPOSE, SIGNS))].map((byte) => byte % OF_EACH)
