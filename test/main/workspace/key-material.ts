// Keys for tests: real cryptography with small costs, random numbers and moments that repeat.
import { createHash } from 'node:crypto'
import { argon2 } from '#main/workspace/argon2.ts'
import type { KeySources } from '#main/workspace/key-slots.ts'

export const quickCosts = { memory: 64, passes: 1, lanes: 1 }

/** The same seed gives the same keys. */
export const testSources = (seed = 'seed', changes: Partial<KeySources> = {}): KeySources => {
  let count = 0
  const randomBytes = (size: number): Uint8Array =>
    new Uint8Array(createHash('shake256', { outputLength: size }).update(`${seed} ${count++}`).digest())
  const newId = (): string => {
    const hex = Buffer.from(randomBytes(16)).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  return { randomBytes, newId, at: () => '2026-11-21T08:00:00.000Z', derive: argon2, costs: quickCosts, ...changes }
}
