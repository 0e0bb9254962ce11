// A password's way to a key: Argon2id, by hash-wasm, because Electron's node:crypto has none.
import { argon2id } from 'hash-wasm'
import type { Argon2Costs } from './key-file.schema.ts'

/** About a third of a second on an office machine (OWASP's advice begins at 19 MiB and 2 passes). */
export const strongCosts: Argon2Costs = { memory: 65_536, passes: 3, lanes: 1 }

export interface PasswordQuestion {
  readonly password: string
  readonly salt: Uint8Array
  readonly costs: Argon2Costs
}

/** Answers 32 bytes. Unlike the thread around it, it blocks whoever awaits it for the whole time. */
export type DeriveFromPassword = (question: PasswordQuestion) => Promise<Uint8Array>

export const argon2: DeriveFromPassword = ({ password, salt, costs }) =>
  argon2id({
    // The same word typed on another system may arrive composed differently.
    password: password.normalize('NFKC'),
    salt,
    memorySize: costs.memory,
    iterations: costs.passes,
    parallelism: costs.lanes,
    hashLength: 32,
    outputType: 'binary',
  })

export const areWeaker = (costs: Argon2Costs, than: Argon2Costs): boolean =>
  costs.memory < than.memory || costs.passes < than.passes
