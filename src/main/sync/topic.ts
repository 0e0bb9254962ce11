// A topic of a conversation between two machines, with messages of its own. Both take it up once they know that they belong to one workspace.
import type { Frame, FrameLimits } from '#main/net/frames.ts'
import type { LinkFacts } from '#main/net/link.ts'
import type { ByeReason } from './messages.ts'

/**
 * `own_trouble`: this machine itself could not go on. `not_taken`: the other one refused a change set of this machine. `turned_away`: it does not speak
 * to this machine for a while.
 */
export type SessionEnd = ByeReason | 'link' | 'bad_message' | 'own_trouble' | 'not_taken' | 'turned_away'

/** What a topic may do in the conversation. */
export interface TopicTalk {
  readonly facts: LinkFacts
  readonly isOpen: () => boolean
  /** Whether this machine is still busy with a message: what the other one says meanwhile waits. */
  readonly isBusy: () => boolean
  /** Sends a message as JSON, unless the conversation is over. */
  readonly say: (type: number, message: unknown) => void
  /** Sends bytes. False: enough waits already, go on after `drained`. */
  readonly sendBytes: (type: number, bytes: Uint8Array) => boolean
  /** Rejects with a LinkError once the link has ended. */
  readonly drained: () => Promise<void>
  /** Ends the conversation and tells the other side why. */
  readonly close: (reason: ByeReason, detail?: string) => void
  /** Ends it without a word. */
  readonly leave: (end: SessionEnd, detail?: string) => void
  /** Ends it because the other side said what no honest machine says. */
  readonly refuse: (detail: string) => void
  /** For work that nobody waits for: what it throws ends the conversation as this machine's own trouble, unless the link ended it already. */
  readonly aside: (work: Promise<void>) => void
}

/** A topic in one conversation. */
export interface TopicPart {
  /** A message of this topic. The next message of any topic waits until it is dealt with: what takes long goes `aside`. */
  readonly hear: (frame: Frame) => void | Promise<void>
  /** Neither side lacks anything now, as far as both have told. */
  readonly settled?: () => void
  readonly end?: () => void
}

export interface Topic {
  /** Said in the greeting: a topic is taken up only where both machines know it. Permanent. */
  readonly name: string
  /** Its types of messages, each with the most bytes. Permanent numbers, 32 and up; see `messageTypes`. */
  readonly limits: FrameLimits
  readonly begin: (talk: TopicTalk) => TopicPart
}
