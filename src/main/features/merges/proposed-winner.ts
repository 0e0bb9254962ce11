// Which of the records should stay, where nobody has said: the one that most hangs on, else the fullest, else the oldest.
import { isBlank } from '#shared/custom-fields/conditions.ts'
import type { Db } from '#main/db/database.ts'
import type { Members, MergeRecord } from './merge-records.ts'
import { countChildren } from './merges.repository.ts'

export const proposedWinner = (db: Db, { recordType, records, winnerId }: Members): string => {
  const weighed = records.map((record) => ({
    record,
    children: countChildren(db, recordType, record.id),
    filled: filledIn(record),
  }))
  const [first] = weighed.toSorted(
    (a, b) => b.children - a.children || b.filled - a.filled || a.record.row.createdAt.localeCompare(b.record.row.createdAt),
  )
  return first?.record.id ?? winnerId
}

const filledIn = ({ values }: MergeRecord): number => Object.values(values).filter((value) => !isBlank(value)).length
