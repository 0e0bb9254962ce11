// The contents of files as the network sees them: which are here, and a place for those that come.
import type { WantedContent } from '#main/attachments/arriving-content.ts'

export interface Contents {
  /** Those of `hashes` that are here. */
  readonly have: (hashes: readonly string[]) => Promise<readonly string[]>
  /** A piece of one that is here; null: it is not, or is damaged. */
  readonly read: (hash: string, index: number) => Promise<Uint8Array | null>
  /** How many pieces are here already. `isAnew`: begins with none. */
  readonly begin: (content: WantedContent, isAnew: boolean) => Promise<number>
  readonly append: (content: WantedContent, index: number, piece: Uint8Array) => Promise<void>
  /** After the last piece. False: it was something else, and nothing of it is left. */
  readonly finish: (content: WantedContent) => Promise<boolean>
}
