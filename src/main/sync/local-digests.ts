// What another machine asks to know whether both show the same: answered from one committed state, which the answer names.
import { createHash } from 'node:crypto'
import { SCHEMA_VERSION } from '#main/db/migrate.ts'
import type { Reader } from '#main/db/open-workspace.ts'
import type { DigestAnswer, DigestQuestion } from './digest-messages.ts'

/** More are not told at once: an honest machine asks for ranges that hold few. */
const MOST_ROWS = 1000

/** Two files in the same state have the same change sets, not only as many under the same names, and the same tables. */
const stateOf = ({ outgoing }: Pick<Reader, 'outgoing'>): string => {
  const vector = [...outgoing.vector()].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([SCHEMA_VERSION, vector, outgoing.chains(vector)]))
    .digest('hex')
    .slice(0, 32)
}

export const answerDigests =
  (reader: Pick<Reader, 'read' | 'outgoing' | 'digests'>) =>
  (question: DigestQuestion): DigestAnswer =>
    reader.read(() => {
      const { digests } = reader
      const state = stateOf(reader)
      if (question.kind === 'tables') {
        const tables = [...digests.tables()].map(([id, { rows, digest }]) => ({ id, rows, digest }))
        return { kind: 'tables' as const, state, tables }
      }
      const { table, range } = question
      if (question.kind === 'slices')
        return { kind: 'slices' as const, state, slices: digests.slices(table, range, question.cuts) }
      if (question.kind === 'cuts') return { kind: 'cuts' as const, state, cuts: digests.cuts(table, range, question.parts) }
      return { kind: 'rows' as const, state, rows: [...digests.rows(table, range)].slice(0, MOST_ROWS) }
    }).value
