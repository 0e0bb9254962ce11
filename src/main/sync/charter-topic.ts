// Who is in and which key is in use: said before anything else, and again whenever it changes. A removed machine is told nothing any more.
import { createHash } from 'node:crypto'
import { FRAME_BYTES } from '#main/net/limits.ts'
import { type Charter, charter } from './charter.ts'
import type { CharterKeeper } from './charter-keeper.ts'
import { readMessage } from './messages.ts'
import type { Topic } from './topic.ts'

const CHARTER = 52

/** `onSaid`: told what another machine says, once it was taken. */
export const charterTopic = (
  keeper: CharterKeeper,
  onSaid: (deviceId: string, said: Charter) => void = () => undefined,
): Topic => ({
  name: 'charter',
  limits: new Map([[CHARTER, FRAME_BYTES]]),
  begin: ({ facts, say, refuse }) => {
    /** What the other side has, as far as is known: told by it or to it. */
    let theirs = ''
    const tell = (): void => {
      const now = keeper.charter()
      if (!keeper.isMember(facts.deviceId) || theirs === digestOf(now)) return
      theirs = digestOf(now)
      say(CHARTER, now)
    }
    const stop = keeper.onChange(tell)
    tell()
    return {
      hear: (frame) => {
        const said = readMessage(charter, frame)
        if (!said) return refuse('charter')
        theirs = digestOf(said)
        if (!keeper.take(said)) return refuse('charter')
        onSaid(facts.deviceId, said)
        tell()
      },
      end: stop,
    }
  },
})

/** Of what it says, in whatever order. */
const digestOf = ({ entries, keys }: Charter): string =>
  createHash('sha256')
    .update(JSON.stringify([entries.map(({ signature }) => signature).toSorted(), keys.map(({ key }) => key)]))
    .digest('hex')
