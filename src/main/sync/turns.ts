// A machine that was away is sent the same by all that are there. One of them goes on; the others wait for their answers, and then leave out what
// came meanwhile.
import type { Holdings, Replica } from './replica.ts'

/** Whose turn it is has lost it when nothing new came from there for so long. */
const QUIET_MS = 3_000
/** So long the others wait at most: it may be a slow machine whose turn it is. */
const LONGEST_MS = 5_000

/** All that go on at once ask together. */
type AskHeld = Replica['holdings']

/** Shared by all conversations of a machine. */
export interface Turns {
  /** Something new came from there, and more is to come. It is its turn, unless it is that of another one. */
  readonly came: (deviceId: string) => void
  /** Nothing more is to come from there. */
  readonly over: (deviceId: string) => void
  /** Null: it need not wait. Resolves when it has waited long enough, with a way to ask what is held here then. */
  readonly waitOf: (deviceId: string) => Promise<AskHeld> | null
}

export const createTurns = ({ holdings }: Pick<Replica, 'holdings'>): Turns => {
  const waiting = new Set<(ask: AskHeld) => void>()
  let whose: string | null = null
  let quiet: NodeJS.Timeout | undefined

  const passOn = (): void => {
    whose = null
    let held: Promise<Holdings> | null = null
    for (const goOn of waiting) goOn(() => (held ??= holdings()))
  }

  return {
    came: (deviceId) => {
      if (whose !== null && whose !== deviceId) return
      whose = deviceId
      clearTimeout(quiet)
      quiet = setTimeout(passOn, QUIET_MS)
    },
    over: (deviceId) => {
      if (whose !== deviceId) return
      clearTimeout(quiet)
      passOn()
    },
    waitOf: (deviceId) => {
      if (whose === null || whose === deviceId) return null
      const { promise, resolve } = Promise.withResolvers<AskHeld>()
      const goOn = (ask: AskHeld): void => {
        clearTimeout(late)
        waiting.delete(goOn)
        resolve(ask)
      }
      const late = setTimeout(() => goOn(holdings), LONGEST_MS)
      waiting.add(goOn)
      return promise
    },
  }
}
