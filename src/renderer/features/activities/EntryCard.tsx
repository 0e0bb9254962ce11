// All there is to an entry, and what can be done to it: mark it done, edit it, take it out.
import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { endTimeOf } from './plan-values.ts'
import { recordRoute } from './record-route.ts'
import { type Scope, ScopeModal } from './ScopeModal.tsx'
import { useRepeatWords } from './use-repeat-words.ts'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'
import { addDays } from '#shared/calendar/days.ts'
import { EditEntry } from './EditEntry.tsx'

interface EntryCardProps {
  readonly entry: TaskEntry
  readonly onClose: () => void
}

export function EntryCard({ entry, onClose }: EntryCardProps) {
  const t = useT()
  const api = useApi()
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null)
  const [editing, setEditing] = useState<Scope | null>(null)
  const complete = useAction(api.activities.complete(), {
    said: (_, { done }) => t(done ? 'activities.done' : 'activities.reopened'),
    onDone: onClose,
  })
  const removed = { said: () => t('plan.said.removed', { title: entry.title ?? '' }), onDone: onClose }
  const skip = useAction(api.activities.skip(), removed)
  const archive = useAction(api.activities.archive(), removed)
  const endBefore = useAction(api.activities.editSeries(), removed)
  const { id, on, kind, title, text, doneAt, isPrivate } = entry

  const remove = (scope: Scope) => {
    if (on === null || scope === 'all') archive.mutate({ id })
    else if (scope === 'this') skip.mutate({ id, on })
    // The series ends the day before; what repeats from here on is then this one alone, which is taken out.
    else
      endBefore.mutate(
        { id, on, scope: 'following', changes: { recurrence: null } },
        { onSuccess: (rest) => archive.mutate({ id: rest.id }) },
      )
  }
  if (editing) return <EditEntry entry={entry} scope={editing} onClose={onClose} />
  if (asking) {
    return (
      <ScopeModal
        title={t(asking === 'edit' ? 'plan.edit' : 'plan.remove')}
        onChoose={(scope) => {
          setAsking(null)
          if (asking === 'edit') setEditing(scope)
          else remove(scope)
        }}
        onClose={() => setAsking(null)}
      />
    )
  }
  const isBusy = complete.isPending || skip.isPending || archive.isPending || endBefore.isPending
  return (
    <Modal
      opened
      onClose={onClose}
      title={isPrivate ? t('calendar.busy') : (title ?? t(`activities.kind.${kind}`))}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Stack gap="lg">
        <EntryFacts entry={entry} />
        {text && title && <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>}
        {!isPrivate && (
          <Group gap="sm" justify="flex-end">
            <Button variant="default" disabled={isBusy} onClick={() => (on === null ? remove('all') : setAsking('remove'))}>
              {t('plan.remove')}
            </Button>
            <Button variant="default" disabled={isBusy} onClick={() => (on === null ? setEditing('all') : setAsking('edit'))}>
              {t('base.edit')}
            </Button>
            <Button data-autofocus disabled={isBusy} onClick={() => complete.mutate({ id, on, done: doneAt === null })}>
              {t(doneAt === null ? 'plan.done' : 'plan.reopen')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  )
}

function EntryFacts({ entry }: { readonly entry: TaskEntry }) {
  const t = useT()
  const format = useFormat()
  const wordsOf = useRepeatWords()
  const { dueOn, dueTime, endsOn, durationMinutes, recurrence, record, ownerName, location, priority, reminderMinutes } = entry
  const days = dueOn === null ? t('activities.tasks.no_day') : endsOn ? format.days(dueOn, endsOn) : format.weekdayAndDay(dueOn)
  const end = durationMinutes ? endTimeOf(dueTime, durationMinutes) : ''
  return (
    <PropertyList label={t('plan.facts')}>
      <Property label={t('plan.when')}>{[days, [dueTime, end].filter(Boolean).join(' – ')].filter(Boolean).join(', ')}</Property>
      {recurrence !== null && dueOn !== null && <Property label={t('plan.repeats')}>{wordsOf(recurrence, dueOn)}</Property>}
      {record !== null && record.type !== 'user' && (
        <Property label={t('plan.about')}>
          <Anchor component={Link} to={recordRoute(record.type, record.id)}>
            {record.name}
          </Anchor>
        </Property>
      )}
      {location && <Property label={t('plan.location')}>{location}</Property>}
      {priority !== null && priority !== 'normal' && (
        <Property label={t('field.priority')}>{t(`plan.priority.${priority}`)}</Property>
      )}
      {reminderMinutes !== null && dueOn !== null && (
        <Property label={t('plan.reminder')}>
          {reminderMinutes % 1440 === 0 && reminderMinutes > 0
            ? format.shortDay(addDays(dueOn, -reminderMinutes / 1440))
            : t('plan.reminder.minutes', { count: reminderMinutes })}
        </Property>
      )}
      {ownerName !== null && <Property label={t('field.ownerId')}>{ownerName}</Property>}
    </PropertyList>
  )
}
