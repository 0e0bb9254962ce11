// What clients asked five machines for and what they were told, and what the files hold in the end. The checkers know nothing else.

/** `unknown`: the machine was killed before it answered, so it may have been done or not. */
export type Outcome = 'done' | 'refused' | 'unknown'

export type Entry =
  /** A company with a name of its own. */
  | {
      readonly kind: 'add'
      readonly machine: number
      readonly outcome: Outcome
      readonly name: string
      readonly id: string | null
    }
  /** A field that everybody writes; `saw`: what stood there just before, on the same machine. */
  | {
      readonly kind: 'write'
      readonly machine: number
      readonly outcome: Outcome
      readonly register: string
      readonly value: string
      readonly saw: string | null
    }
  /** A line of the one order that everybody adds to. */
  | { readonly kind: 'line'; readonly machine: number; readonly outcome: Outcome; readonly name: string; readonly amount: number }
  /** A ticket of a company that was seen on this machine before, maybe another's. */
  | {
      readonly kind: 'ticket'
      readonly machine: number
      readonly outcome: Outcome
      readonly subject: string
      readonly number: string | null
    }
  /** A list of tickets was read; `orphans`: those whose company was not there. */
  | { readonly kind: 'read'; readonly machine: number; readonly tickets: number; readonly orphans: readonly string[] }

/** In the order in which the answers came; each machine's in the order in which they were asked, one at a time. */
export type History = readonly Entry[]

/** What one file holds when all is over. */
export interface Holding {
  readonly machine: number
  /** SQLite's own word on the file. */
  readonly integrity: string
  /** By origin, in their order: the newest change set and the hash of its chain, `seq:chain`; and whether one before it is missing. */
  readonly log: Readonly<Record<string, string>>
  readonly gaps: readonly string[]
  /** Of all records' rows, but for what is this file's own. */
  readonly digest: string
  readonly companies: readonly { readonly id: string; readonly name: string; readonly city: string | null }[]
  readonly lines: readonly { readonly name: string | null; readonly amount: number }[]
  readonly tickets: readonly { readonly subject: string; readonly number: string; readonly companyId: string | null }[]
}
