// One of the processes of a long run: tries the histories of each seed it is sent.
import { failureOf } from '../support/histories.ts'
import type { Answer, Question } from './run.ts'

const answer = async (question: Question): Promise<void> => {
  const said: Answer = { failure: await failureOf({ ...question, isPlain: true }) }
  process.send?.(said)
}

process.on('message', (question: Question) => void answer(question))
