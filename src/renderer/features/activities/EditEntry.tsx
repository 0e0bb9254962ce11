// The form of what stands in the calendar. Of what repeats: only this one, this and the following, or all.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PlanForm } from './PlanForm.tsx'
import type { Scope } from './ScopeModal.tsx'
import { endTimeOf, planKinds, type PlanValues, type RecordRef } from './plan-values.ts'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'

interface EditEntryProps {
  readonly entry: TaskEntry
  readonly scope: Scope
  readonly onClose: () => void
  readonly onSaved: () => void
}

export function EditEntry({ entry, scope, onClose, onSaved }: EditEntryProps) {
  const t = useT()
  const api = useApi()
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
  const { id, on } = entry
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
        action={api.activities.update()}
        toInput={(fields, { record }) => ({ id, ...fields, ...aboutOf(record) })}
      />
    )
  }
  return (
    <PlanForm
      {...shared}
      hasRepeat={scope !== 'this'}
      action={api.activities.editSeries()}
      toInput={({ kind: _kind, recurrence, dueOn, ...changes }, { record }) => ({
        ...{ id, on, scope },
        changes: {
          ...changes,
          ...aboutOf(record),
          ...(dueOn === null ? {} : { dueOn }),
          ...(scope === 'this' || recurrence === entry.recurrence ? {} : { recurrence }),
        },
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
