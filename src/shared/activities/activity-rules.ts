// The rules of an activity. Only a task has a due day and can be done; everything else has happened.
import type { FieldIssue } from '#shared/base/app-error.ts'
import type { Activity } from './activity.ts'

type Draft = Pick<Activity, 'kind' | 'title' | 'text' | 'dueOn' | 'dueTime' | 'doneAt'>

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** What stands against writing this activity down, field by field; empty: nothing. */
export const issuesOfActivity = (draft: Draft): readonly FieldIssue[] => {
  const issues: FieldIssue[] = []
  if (isBlank(draft.title) && isBlank(draft.text)) issues.push({ field: 'text', code: 'title_or_text', params: {} })
  if (draft.kind !== 'task') {
    for (const field of ['dueOn', 'dueTime', 'doneAt'] as const) {
      if (draft[field] !== null) issues.push({ field, code: 'only_tasks', params: {} })
    }
  } else if (draft.dueTime !== null && draft.dueOn === null) {
    issues.push({ field: 'dueOn', code: 'time_without_day', params: {} })
  }
  return issues
}
