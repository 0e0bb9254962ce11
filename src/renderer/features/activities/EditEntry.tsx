// The form of what stands in the calendar. Of what repeats: only this one, this and the following, or all.
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PlanForm } from './PlanForm.tsx'
import type { Scope } from './ScopeModal.tsx'
import { endTimeOf, planKinds, type PlanValues } from './plan-values.ts'
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
  const shared = {
    title: t('plan.edit'),
    submitLabel: t('base.save'),
    values: valuesOf(entry),
    said: () => t('plan.said.changed', { title: entry.title ?? '' }),
    onClose,
    onSaved,
  }
  const { id, on } = entry
  if (on === null) return <PlanForm {...shared} action={api.activities.update()} toInput={(fields) => ({ id, ...fields })} />
  return (
    <PlanForm
      {...shared}
      hasRepeat={scope !== 'this'}
      action={api.activities.editSeries()}
      toInput={({ kind: _kind, recurrence, dueOn, ...changes }) => ({
        ...{ id, on, scope },
        changes: {
          ...changes,
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
  record: null,
  location: entry.location ?? '',
  text: entry.text ?? '',
})
