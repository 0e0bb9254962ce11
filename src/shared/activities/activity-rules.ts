// The rules of an activity. Notes and e-mails have happened; tasks, calls and meetings may also be planned, repeat and remind.
import type { FieldIssue } from '#shared/base/app-error.ts'
import { addDays, daysBetween } from '#shared/calendar/days.ts'
import { issuesOfPeriod } from '#shared/calendar/period.ts'
import { firstDayOfRule, ruleOfParts, ruleParts } from '#shared/calendar/recurrence.ts'
import { issueOfRule } from '#shared/calendar/rule-issues.ts'
import type { Activity } from './activity.ts'

/** What of an activity the rules ask about; what is left out is empty. */
export type ActivityDraft = Pick<Activity, 'kind' | 'title' | 'text' | 'dueOn' | 'dueTime' | 'doneAt'> &
  Partial<Pick<Activity, 'endsOn' | 'durationMinutes' | 'recurrence' | 'reminderMinutes' | 'outcome' | 'direction'>>

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** What stands against writing this activity down, field by field; empty: nothing. */
export const issuesOfActivity = (draft: ActivityDraft): readonly FieldIssue[] => [
  ...issuesOfWords(draft),
  ...issuesOfKind(draft),
  ...(isPlannable(draft.kind) ? issuesOfPlan(draft) : []),
]

/** A task, a call or a meeting. */
export const isPlannable = (kind: Activity['kind']): boolean => kind === 'task' || kind === 'call' || kind === 'meeting'

/** To be done, or to take place: not yet a part of what has happened. */
export const isPlanned = ({ kind, dueOn, doneAt }: Pick<Activity, 'kind' | 'dueOn' | 'doneAt'>): boolean =>
  doneAt === null && (kind === 'task' || (isPlannable(kind) && dueOn !== null))

/** A call says enough by its outcome: nobody writes a text about a line that was busy. */
const issuesOfWords = ({ title, text, outcome = null }: ActivityDraft): readonly FieldIssue[] =>
  isBlank(title) && isBlank(text) && outcome === null ? [{ field: 'text', code: 'title_or_text', params: {} }] : []

const issuesOfKind = (draft: ActivityDraft): readonly FieldIssue[] => {
  const { kind, endsOn = null, recurrence = null, reminderMinutes = null, outcome = null, direction = null } = draft
  const planned = { dueOn: draft.dueOn, dueTime: draft.dueTime, doneAt: draft.doneAt, endsOn, recurrence, reminderMinutes }
  const issues: FieldIssue[] = []
  const refuse = (field: string, code: string): void => {
    issues.push({ field, code, params: {} })
  }
  if (!isPlannable(kind)) for (const [field, value] of Object.entries(planned)) if (value !== null) refuse(field, 'only_tasks')
  if (endsOn !== null && isPlannable(kind) && kind !== 'meeting') refuse('endsOn', 'only_meetings')
  if (endsOn !== null && draft.dueTime !== null) refuse('endsOn', 'only_all_day')
  if (outcome !== null && kind !== 'call') refuse('outcome', 'only_calls')
  if (direction !== null && kind !== 'call' && kind !== 'email') refuse('direction', 'only_calls')
  return issues
}

const issuesOfPlan = (draft: ActivityDraft): readonly FieldIssue[] => {
  const { dueOn, dueTime, endsOn = null, durationMinutes = null, recurrence = null, reminderMinutes = null } = draft
  const issues = [...issuesOfPeriod({ dueOn, dueTime, endsOn, durationMinutes })]
  if (reminderMinutes !== null && dueOn === null) issues.push({ field: 'dueOn', code: 'reminder_without_day', params: {} })
  if (recurrence === null) return issues
  if (dueOn === null) return [...issues, { field: 'dueOn', code: 'recurrence_without_day', params: {} }]
  const issue = issueOfRule(recurrence, dueOn)
  return issue === null ? issues : [...issues, { field: 'recurrence', code: issue, params: {} }]
}

/** A series begins on one of its own days, and its rule is written in one way. What cannot be stays as it is, to be refused. */
export const alignedSeries = <A extends Pick<Activity, 'dueOn' | 'endsOn' | 'recurrence'>>(draft: A): A => {
  if (draft.recurrence === null || draft.dueOn === null || issueOfRule(draft.recurrence, draft.dueOn) !== null) return draft
  const recurrence = ruleOfParts(ruleParts(draft.recurrence))
  const dueOn = firstDayOfRule(recurrence, draft.dueOn) ?? draft.dueOn
  const endsOn = draft.endsOn === null ? null : addDays(draft.endsOn, daysBetween(draft.dueOn, dueOn))
  return { ...draft, recurrence, dueOn, endsOn }
}
