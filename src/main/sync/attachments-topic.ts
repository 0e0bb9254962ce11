// The contents of files: a machine asks who has one and takes it piece by piece. It asks for each piece, so that never more than a few lie between two
// change sets, and a cut costs nothing that arrived.
import { z } from 'zod'
import { PIECE_BYTES, piecesOf, type WantedContent } from '#main/attachments/arriving-content.ts'
import type { Frame, FrameLimits } from '#main/net/frames.ts'
import type { Contents } from './contents.ts'
import { readMessage } from './messages.ts'
import type { Topic, TopicPart, TopicTalk } from './topic.ts'

/** So many contents are asked about at once. */
export const MOST_ASKED = 200
/** How far a question is passed on by machines that have not got the content themselves. */
export const MOST_HOPS = 3
/** Pieces that may be asked for before one has come, and how many the other side puts up with. */
export const PIECES_AHEAD = 2
const MOST_WAITING = 8
/** A piece that does not come within this time does not come, unless it is this machine that does not listen. */
const PIECE_MS = 30_000

const types = { ask: 40, have: 41, want: 42, piece: 43, gone: 44 } as const
const HASH_BYTES = 32
const PIECE_HEAD = HASH_BYTES + 4

export const contentHash = z.string().regex(/^[0-9a-f]{64}$/u)
const pieceIndex = z
  .int()
  .min(0)
  .max(2 ** 24)
const askMessage = z.object({
  contents: z.array(z.tuple([contentHash, z.int().min(0)])).max(MOST_ASKED),
  hops: z.int().min(0).max(MOST_HOPS),
})
const haveMessage = z.object({ hashes: z.array(contentHash).max(MOST_ASKED) })
const pieceMessage = z.object({ hash: contentHash, index: pieceIndex })

const limits: FrameLimits = new Map([
  [types.ask, 32 * 1024],
  [types.have, 32 * 1024],
  [types.want, 1024],
  [types.piece, PIECE_HEAD + PIECE_BYTES],
  [types.gone, 1024],
])

/** Another machine, as far as contents go. */
export interface ContentPeer {
  readonly deviceId: string
  /** At most `MOST_ASKED`. */
  readonly ask: (contents: readonly WantedContent[], hops: number) => void
  readonly tell: (hashes: readonly string[]) => void
  /** Null: it has not got it any more, or the link has ended. */
  readonly piece: (content: WantedContent, index: number) => Promise<Uint8Array | null>
}

export interface ContentTalkers {
  readonly joined: (peer: ContentPeer) => void
  readonly left: (peer: ContentPeer) => void
  readonly asked: (peer: ContentPeer, contents: readonly WantedContent[], hops: number) => Promise<void>
  readonly told: (peer: ContentPeer, hashes: readonly string[]) => void
  readonly settled: () => void
}

interface AskedPiece {
  readonly hash: string
  readonly index: number
  readonly bytes: number
  readonly answer: (piece: Uint8Array | null) => void
}

export const attachmentsTopic = (contents: Contents, talkers: ContentTalkers): Topic => ({
  name: 'attachments',
  limits,
  begin: (talk) => beginTalk(talk, contents, talkers),
})

const beginTalk = (talk: TopicTalk, contents: Contents, talkers: ContentTalkers): TopicPart => {
  /** In the order in which they were asked for, which is that of the answers. */
  const coming: AskedPiece[] = []
  const waiting: { readonly hash: string; readonly index: number }[] = []
  let isServing = false

  const serve = async (): Promise<void> => {
    if (isServing) return
    isServing = true
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        const piece = await contents.read(next.hash, next.index)
        waiting.shift()
        if (!talk.isOpen()) return
        if (piece === null) talk.say(types.gone, next)
        else if (!talk.sendBytes(types.piece, framed(next, piece))) await talk.drained()
      }
    } finally {
      isServing = false
    }
  }

  const answer = (hash: string, index: number, piece: Uint8Array | null): void => {
    const [first] = coming
    // What is refused leaves the question open: the end of the conversation answers it.
    if (first?.hash !== hash || first.index !== index) return talk.refuse('a piece that nobody asked for')
    coming.shift()
    // The other side sends what it has: the size may be what somebody else made up.
    first.answer(piece?.length === first.bytes ? piece : null)
  }

  const peer: ContentPeer = {
    deviceId: talk.facts.deviceId,
    ask: (asked, hops) => talk.say(types.ask, { contents: asked.map(({ hash, size }) => [hash, size]), hops }),
    tell: (hashes) => talk.say(types.have, { hashes }),
    piece: (content, index) => {
      const { promise, resolve } = Promise.withResolvers<Uint8Array | null>()
      if (!talk.isOpen()) return Promise.resolve(null)
      const late = setInterval(() => {
        if (!talk.isBusy()) talk.leave('trouble', 'a piece did not come')
      }, PIECE_MS)
      const bytes = index < piecesOf(content) - 1 ? PIECE_BYTES : content.size - index * PIECE_BYTES
      coming.push({
        ...{ hash: content.hash, index, bytes },
        answer: (piece) => {
          clearInterval(late)
          resolve(piece)
        },
      })
      talk.say(types.want, { hash: content.hash, index })
      return promise
    },
  }

  const hear = (frame: Frame): void => {
    if (frame.type === types.piece) {
      if (frame.payload.length < PIECE_HEAD) return talk.refuse('piece')
      const hash = frame.payload.toString('hex', 0, HASH_BYTES)
      return answer(hash, frame.payload.readUInt32BE(HASH_BYTES), frame.payload.subarray(PIECE_HEAD))
    }
    if (frame.type === types.ask) {
      const said = readMessage(askMessage, frame)
      if (!said) return talk.refuse('ask')
      const asked = said.contents.map(([hash, size]) => ({ hash, size }))
      return talk.aside(talkers.asked(peer, asked, said.hops))
    }
    if (frame.type === types.have) {
      const said = readMessage(haveMessage, frame)
      return said ? talkers.told(peer, said.hashes) : talk.refuse('have')
    }
    const said = readMessage(pieceMessage, frame)
    if (!said) return talk.refuse('want')
    if (frame.type === types.gone) return answer(said.hash, said.index, null)
    if (waiting.length >= MOST_WAITING) return talk.refuse('too many pieces at once')
    waiting.push(said)
    talk.aside(serve())
  }

  talkers.joined(peer)
  return {
    hear,
    settled: talkers.settled,
    end: () => {
      talkers.left(peer)
      for (const { answer: answerNow } of coming.splice(0)) answerNow(null)
    },
  }
}

const framed = ({ hash, index }: { readonly hash: string; readonly index: number }, piece: Uint8Array): Buffer => {
  const head = Buffer.alloc(PIECE_HEAD)
  head.write(hash, 0, 'hex')
  head.writeUInt32BE(index, HASH_BYTES)
  return Buffer.concat([head, piece])
}
