// The list of open tasks: single ones page by page from the table, and of each series its first open occurrence between them.
import type { z } from 'zod'
import type { activitiesContract } from '#shared/activities/activities.contract.ts'
import { bucketOf, type TaskBucket, type TaskEntry } from '#shared/activities/calendar-entry.ts'
import { dayInZone } from '#shared/base/day.ts'
import type { Cursor } from '#shared/base/fields.ts'
import { nextOpenDay } from '#shared/calendar/series.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { entryOf, seriesInUse, seriesOfRow } from './planned-entries.ts'
import { isOthersOwn } from './activity-checks.ts'
import { countTasks, listTasks, type PlannedRow, taskKeyOf, type TaskQuestion } from './planned.repository.ts'

type Question = z.output<typeof activitiesContract.tasks.input>

export const todayOf = ({ run, now }: CallContext): string => dayInZone(now(), run('settings.get', {}).timeZone)

export const taskPage = (
  context: CallContext,
  { after, limit, ...asked }: Question,
): { readonly tasks: TaskEntry[]; readonly next: Cursor | null } => {
  const question = { ...asked, today: todayOf(context), userId: context.actor.userId }
  const single = listTasks(context.db, question, { after, limit: limit + 1 }).map((row) => taskOf(context, row))
  const repeated = repeatedTasks(context, question).filter((task) => after === null || isAfter(task, after))
  const found = [...single, ...repeated].toSorted((a, b) => (isAfter(a, placeOf(b)) ? 1 : -1))
  const tasks = found.slice(0, limit)
  const last = tasks.at(-1)
  return { tasks, next: found.length > limit && last ? placeOf(last) : null }
}

export const taskCounts = (context: CallContext, ownerId: string | null): Record<TaskBucket, number> => {
  const question: TaskQuestion = {
    ...{ ownerId, record: null, buckets: [], until: null, today: todayOf(context), userId: context.actor.userId },
  }
  const counts = { ...countTasks(context.db, question) }
  for (const { dueOn } of repeatedTasks(context, question)) counts[bucketOf(dueOn, question.today)] += 1
  return counts
}

/** Of each series the first occurrence that is open: a task that was forgotten is overdue once, not every day anew. */
const repeatedTasks = (context: CallContext, { ownerId, record, buckets, until, today }: TaskQuestion): readonly TaskEntry[] =>
  seriesInUse(context, ownerId === null ? [] : [ownerId], '9999-12-31')
    .filter(({ activity }) => activity.kind === 'task' || activity.kind === 'call')
    .filter(({ activity }) => !isOthersOwn(activity, context.actor) && (record === null || activity.recordId === record.id))
    .flatMap((row) => {
      const day = nextOpenDay(seriesOfRow(row), null)
      if (day === null || (until !== null && day > until)) return []
      return buckets.length === 0 || buckets.includes(bucketOf(day, today)) ? entryOf(context, row, day) : []
    })

const taskOf = (context: CallContext, row: PlannedRow): TaskEntry => ({
  ...entryOf(context, row, null),
  dueOn: row.activity.dueOn,
})

const placeOf = (task: TaskEntry): Cursor => ({ key: taskKeyOf(task.dueOn, task.dueTime), id: task.id })

const isAfter = (task: TaskEntry, { key, id }: Cursor): boolean => {
  const own = taskKeyOf(task.dueOn, task.dueTime)
  return own > String(key) || (own === key && task.id > id)
}
