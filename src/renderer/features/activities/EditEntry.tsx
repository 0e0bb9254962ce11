// The form of what stands in the calendar. Of what repeats: only this one, this and the following, or all.
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PlanForm } from './PlanForm.tsx'
import type { Scope } from './ScopeModal.tsx'
import { endTimeOf, planKinds, type PlanValues, type RecordRef } from './plan-values.ts'
import type { activityChanges, occurrenceChanges } from '#shared/activities/activity.ts'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'

type EntryChanges = Omit<z.input<typeof activityChanges>, 'id'>
type OccurrenceChanges = z.input<typeof occurrenceChanges>

interface EditEntryProps {
  readonly entry: TaskEntry
  readonly scope: Scope
  readonly onClose: () => void
  readonly onSaved: () => void
}

export function EditEntry({ entry: opened, scope, onClose, onSaved }: EditEntryProps) {
  const t = useT()
  const api = useApi()
  const { id, on } = opened
  // Where it was opened it may stand as it was then.
  const now = useQuery({ ...api.activities.entry({ id }), enabled: on === null })
  const entry = now.data ?? opened
  const update = api.activities.update()
  const editSeries = api.activities.editSeries()
  const me = useQuery(api.users.me({}))
  const shared = {
    title: t('plan.edit'),
    hasAbout: true,
    submitLabel: t('base.save'),
    values: valuesOf(entry),
    said: () => t('plan.said.changed', { title: entry.title ?? '' }),
    onClose,
    onSaved,
  }
  /** Nothing where it stays what it is about; about nothing it is one's own. */
  const aboutOf = (record: RecordRef | null) => {
    if ((record?.id ?? null) === (shared.values.record?.id ?? null)) return {}
    if (record) return { recordType: record.recordType, recordId: record.id }
    return me.data ? { recordType: 'user' as const, recordId: me.data.id } : {}
  }
  if (on === null) {
    return (
      <PlanForm
        {...shared}
        action={{ path: update.path, run: (changes: EntryChanges, options) => update.run({ id, ...changes }, options) }}
        toInput={(fields, { record }) => ({ ...fields, ...aboutOf(record) })}
      />
    )
  }
  return (
    <PlanForm
      {...shared}
      hasRepeat={scope !== 'this'}
      action={{
        path: editSeries.path,
        run: (changes: OccurrenceChanges, options) => editSeries.run({ id, on, scope, changes }, options),
      }}
      toInput={({ kind: _kind, recurrence, dueOn, ...changes }, { record }) => ({
        ...changes,
        ...aboutOf(record),
        ...(dueOn === null ? {} : { dueOn }),
        ...(scope === 'this' || recurrence === entry.recurrence ? {} : { recurrence }),
      })}
    />
  )
}

const valuesOf = (entry: TaskEntry): PlanValues => ({
  kind: planKinds.find((kind) => kind === entry.kind) ?? 'task',
  title: entry.title ?? '',
  dueOn: entry.dueOn,
  dueTime: entry.dueTime ?? '',
  endTime: endTimeOf(entry.dueTime, entry.durationMinutes),
  endsOn: entry.endsOn,
  recurrence: entry.recurrence,
  reminderMinutes: entry.reminderMinutes,
  priority: entry.priority ?? 'normal',
  ownerId: entry.ownerId,
  record: recordOf(entry),
  location: entry.location ?? '',
  text: entry.text ?? '',
})

const recordOf = ({ record }: TaskEntry): RecordRef | null =>
  record === null || record.type === 'user' ? null : { recordType: record.type, id: record.id, name: record.name }
