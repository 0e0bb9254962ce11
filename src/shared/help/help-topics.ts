// The topics of the help, in the order of their list. A new topic adds one line.
import type { HelpTopic } from './help-topic.ts'
import { duplicates, importing, watchedFolders } from './topics/in-and-out.ts'
import { computers, connection } from './topics/computers.ts'
import { conflicts } from './topics/conflicts.ts'
import { filters, lists, many } from './topics/lists.ts'
import { merging } from './topics/merging.ts'
import { newRecords, ownFields, pool, records, timeline } from './topics/records.ts'
import { finding, firstSteps, keys } from './topics/start.ts'
import { exporting } from './topics/taking-out.ts'
import { calendar, calls, deals, leftOut, orders, safety, tasks, undoing } from './topics/work.ts'

export const helpTopics: readonly HelpTopic[] = [
  firstSteps,
  finding,
  records,
  newRecords,
  timeline,
  lists,
  filters,
  many,
  ownFields,
  pool,
  tasks,
  calendar,
  calls,
  deals,
  orders,
  importing,
  watchedFolders,
  duplicates,
  merging,
  computers,
  connection,
  conflicts,
  exporting,
  undoing,
  keys,
  safety,
  leftOut,
]
