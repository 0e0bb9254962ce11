// The form of what was drawn into the calendar, or asked for by key.
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PlanForm } from './PlanForm.tsx'
import { endTimeOf, type PlanKind } from './plan-values.ts'
import type { RecordType } from '#shared/base/fields.ts'
import type { Placement } from '#renderer/ui/calendar/calendar-entry.ts'

interface NewEntryProps {
  readonly placement: Placement | null
  readonly ownerId: string
  readonly kind?: PlanKind
  /** What it is about, where that is not to be chosen. */
  readonly record?: { readonly recordType: RecordType; readonly recordId: string } | null
  readonly onClose: () => void
}

export function NewEntry({ placement, ownerId, kind = 'meeting', record = null, onClose }: NewEntryProps) {
  const t = useT()
  return (
    <PlanForm
      isNew
      hasAbout={record === null}
      title={t('plan.new')}
      submitLabel={t('plan.create')}
      values={{
        ...{ kind, record: null, ownerId },
        title: '',
        dueOn: placement?.dueOn ?? null,
        dueTime: placement?.dueTime ?? '',
        endTime: placement ? endTimeOf(placement.dueTime, placement.durationMinutes) : '',
        endsOn: placement?.endsOn ?? null,
        recurrence: null,
        reminderMinutes: placement?.dueTime ? 15 : null,
        priority: 'normal',
        location: '',
        text: '',
      }}
      action={useApi().activities.log()}
      toInput={(fields, { record: about, ownerId: whose }) => ({
        ...fields,
        ...(record ??
          (about === null
            ? { recordType: 'user' as const, recordId: whose ?? ownerId }
            : { recordType: about.recordType, recordId: about.id })),
      })}
      said={({ kind: made, title }) =>
        t(`plan.said.${made === 'call' || made === 'meeting' ? made : 'task'}`, { title: title ?? '' })
      }
      onClose={onClose}
    />
  )
}
