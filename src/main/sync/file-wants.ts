// The contents that this machine wants: how badly, who has them, and how far they are.
import { piecesOf, type WantedContent } from '#main/attachments/arriving-content.ts'

/** Somebody looks at the record; another machine asked; the machine fills itself up when nothing else is to be done. */
export const urgencies = ['shown', 'relayed', 'fill'] as const
export type Urgency = (typeof urgencies)[number]

export interface Want {
  readonly content: WantedContent
  readonly urgency: Urgency
  /** Over how many machines the question came here. */
  readonly hops: number
  /** Since when, and after that nobody waits for it any more; ms. */
  readonly since: number
  readonly until: number
  /** Machines that have it. */
  readonly holders: ReadonlySet<string>
  /** Those that gave something else for it. */
  readonly liars: ReadonlySet<string>
  /** Machines that are to be told once it is here. */
  readonly askers: ReadonlySet<string>
  /** What came of it so far turned out to be wrong once: next time all of it is taken from one machine. */
  readonly isDoubted: boolean
  readonly pieces: number
  /** From whom it comes now. */
  readonly from: string | null
  /** Why it could not be written here: a message key. */
  readonly trouble: string | null
}

/** What is said of a content that is not here. */
export interface ContentState {
  readonly state: 'asking' | 'coming' | 'waiting' | 'nowhere' | 'trouble'
  readonly doneBytes: number
  /** The machine that has it. */
  readonly deviceId: string | null
  readonly trouble: string | null
}

/** How long the others may take to say whether they have it. */
const ASKING_MS = 1500
const bytesOf = (pieces: number, content: WantedContent): number =>
  Math.min(content.size, Math.round((pieces / piecesOf(content)) * content.size))

export const stateOfWant = (want: Want | undefined, nowMs: number, hasPeers: boolean): ContentState => {
  if (!want) return { state: 'nowhere', doneBytes: 0, deviceId: null, trouble: null }
  const holder = want.from ?? [...want.holders][0] ?? null
  const rest = { doneBytes: bytesOf(want.pieces, want.content), deviceId: holder, trouble: want.trouble }
  if (want.trouble !== null) return { state: 'trouble', ...rest }
  if (want.from !== null) return { state: 'coming', ...rest }
  if (holder !== null) return { state: 'waiting', ...rest }
  return { state: hasPeers && nowMs - want.since < ASKING_MS ? 'asking' : 'nowhere', ...rest }
}

export const isMoreUrgent = (one: Want, other: Want): boolean => urgencies.indexOf(one.urgency) < urgencies.indexOf(other.urgency)

/** The most urgent first, and those of one urgency as they came. */
export const inOrder = (wants: Iterable<Want>): Want[] =>
  [...wants].sort((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency))

export interface Wish {
  readonly urgency: Urgency
  readonly hops: number
  readonly until: number
  readonly asker: string | null
}

export const wantAgain = (before: Want | undefined, content: WantedContent, wish: Wish, nowMs: number): Want => {
  const askers = wish.asker === null ? [] : [wish.asker]
  if (!before) {
    return {
      ...{ content, urgency: wish.urgency, hops: wish.hops, since: nowMs, until: wish.until },
      ...{
        holders: new Set(),
        liars: new Set(),
        askers: new Set(askers),
        isDoubted: false,
        pieces: 0,
        from: null,
        trouble: null,
      },
    }
  }
  const isLate = before.until < nowMs
  const urgency = isLate || urgencies.indexOf(wish.urgency) < urgencies.indexOf(before.urgency) ? wish.urgency : before.urgency
  return {
    ...before,
    ...{ urgency, hops: Math.min(before.hops, wish.hops), until: Math.max(before.until, wish.until) },
    // What the machine would not fetch by itself it fetches for somebody who looks.
    trouble: wish.urgency === 'shown' && before.urgency !== 'shown' ? null : before.trouble,
    askers: new Set([...before.askers, ...askers]),
  }
}
