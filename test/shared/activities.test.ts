// What may be written down as an activity.
import { expect, test } from 'vitest'
import { issuesOfActivity } from '#shared/activities/activity-rules.ts'

const note = { kind: 'note', title: null, text: 'Called back', dueOn: null, dueTime: null, doneAt: null } as const

test('a title or a text is needed, and blanks are neither', () => {
  expect(issuesOfActivity(note)).toEqual([])
  expect(issuesOfActivity({ ...note, text: null, title: '回访' })).toEqual([])
  expect(issuesOfActivity({ ...note, text: ' \n ' })).toEqual([{ field: 'text', code: 'title_or_text', params: {} }])
})

test('only a task has a due day', () => {
  expect(issuesOfActivity({ ...note, dueOn: '2026-03-02' }).map(({ field }) => field)).toEqual(['dueOn'])
  expect(issuesOfActivity({ ...note, kind: 'task', dueOn: '2026-03-02', dueTime: '14:30' })).toEqual([])
})

test('a time of day needs a day', () => {
  expect(issuesOfActivity({ ...note, kind: 'task', dueTime: '14:30' })).toEqual([
    { field: 'dueOn', code: 'time_without_day', params: {} },
  ])
})
