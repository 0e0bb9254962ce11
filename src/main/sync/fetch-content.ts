// One content from one machine, piece after piece, from where it was left.
import { piecesOf, type WantedContent } from '#main/attachments/arriving-content.ts'
import { type ContentPeer, PIECES_AHEAD } from './attachments-topic.ts'
import type { Contents } from './contents.ts'

/** `gone`: the other side has no more of it; `stopped`: something else is more urgent; `wrong`: it was another content. */
export type FetchEnd = 'kept' | 'gone' | 'stopped' | 'wrong'

export interface Fetching {
  readonly content: WantedContent
  readonly peer: ContentPeer
  readonly contents: Contents
  /** What came from others before is not trusted. */
  readonly isAnew: boolean
  readonly mayGoOn: () => boolean
  /** Pieces that are here. */
  readonly onProgress: (pieces: number) => void
}

export interface Fetched {
  readonly end: FetchEnd
  /** All of it came from this machine, in one go. */
  readonly isFromHere: boolean
}

/** Rejects with what the disk has to say. */
export const fetchContent = async (fetching: Fetching): Promise<Fetched> => {
  const { content, peer, contents, isAnew, mayGoOn, onProgress } = fetching
  const pieces = piecesOf(content)
  const first = await contents.begin(content, isAnew)
  const isFromHere = first === 0
  const coming: Promise<Uint8Array | null>[] = []
  let asked = first
  const askAhead = (): void => {
    while (asked < pieces && coming.length < PIECES_AHEAD && mayGoOn()) coming.push(peer.piece(content, asked++))
  }
  onProgress(first)
  for (let next = first; next < pieces; next++) {
    askAhead()
    const piece = await coming.shift()
    // What was asked for ahead still comes, and is not wanted any more.
    if (!piece) return { end: piece === null ? 'gone' : 'stopped', isFromHere }
    await contents.append(content, next, piece)
    onProgress(next + 1)
  }
  return { end: (await contents.finish(content)) ? 'kept' : 'wrong', isFromHere }
}
