// How far the other machine's clock is ahead: asked at the beginning and once a minute.
import { messageTypes, readMessage, time, timeReply, timeLimits } from './messages.ts'
import type { Topic } from './topic.ts'

const ASK_EVERY_MS = 60_000

export interface ClockTopicOptions {
  readonly nowMs: () => number
  readonly onAhead: (ms: number) => void
}

export const clockTopic = ({ nowMs, onAhead }: ClockTopicOptions): Topic => ({
  name: 'clock',
  limits: timeLimits,
  begin: ({ say, refuse }) => {
    const ask = (): void => say(messageTypes.time, { asked: nowMs() })
    const asks = setInterval(ask, ASK_EVERY_MS)
    ask()
    return {
      hear: (frame) => {
        if (frame.type === messageTypes.time) {
          const said = readMessage(time, frame)
          return said ? say(messageTypes.timeReply, { ...said, answered: nowMs() }) : refuse('time')
        }
        const said = readMessage(timeReply, frame)
        if (!said) return refuse('time')
        // As NTP reckons where the answer took no time: half of the way out and back.
        onAhead(said.answered - (said.asked + nowMs()) / 2)
      },
      end: () => clearInterval(asks),
    }
  },
})
