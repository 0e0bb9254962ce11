// All there is to a task, call or meeting, and what can be done to it: mark it done, edit it, take it out, send it along.
import { Anchor, Button, Group, Menu, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { Property, PropertyList } from '#renderer/ui/PropertyList.tsx'
import type { TaskEntry } from '#shared/activities/calendar-entry.ts'
import { addDays } from '#shared/calendar/days.ts'
import { EditEntry } from './EditEntry.tsx'
import { endTimeOf } from './plan-values.ts'
import { recordHref } from '#shared/base/record-places.ts'
import { type Scope, ScopeModal } from './ScopeModal.tsx'
import { useRemoveEntry } from './use-remove-entry.ts'
import { useRepeatWords } from './use-repeat-words.ts'
import { useSaveCalendarFile } from './use-save-calendar-file.ts'

interface EntryDetailsProps {
  readonly entry: TaskEntry
  /** It was done, opened again or taken out. */
  readonly onDone: () => void
}

export function EntryDetails({ entry, onDone }: EntryDetailsProps) {
  const t = useT()
  const api = useApi()
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null)
  const [editing, setEditing] = useState<Scope | null>(null)
  const complete = useAction(api.activities.complete(), {
    said: (_, { done }) => t(done ? 'activities.done' : 'activities.reopened'),
    onDone,
  })
  const removing = useRemoveEntry(entry, onDone)
  const saveFile = useSaveCalendarFile()
  const { id, on, kind, title, text, doneAt, isPrivate } = entry

  const { remove } = removing
  const isBusy = complete.isPending || removing.isBusy
  return (
    <Stack gap="lg">
      <EntryFacts entry={entry} />
      {text && title && <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>}
      {!isPrivate && (
        <Group gap="sm" justify="flex-end">
          <MoreMenu>
            <Menu.Item
              onClick={() =>
                saveFile({
                  suggestedName: title ?? t(`activities.kind.${kind}`),
                  write: (target) => api.calendarFiles.exportOne({ target, id }),
                })
              }
            >
              {t('plan.save_file')}
            </Menu.Item>
          </MoreMenu>
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
      {asking && (
        <ScopeModal
          title={t(asking === 'edit' ? 'plan.edit' : 'plan.remove')}
          onChoose={(scope) => {
            setAsking(null)
            if (asking === 'edit') setEditing(scope)
            else remove(scope)
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {editing && <EditEntry entry={entry} scope={editing} onClose={() => setEditing(null)} onSaved={onDone} />}
    </Stack>
  )
}

function EntryFacts({ entry }: { readonly entry: TaskEntry }) {
  const t = useT()
  const format = useFormat()
  const wordsOf = useRepeatWords()
  const { kind, dueOn, dueTime, endsOn, durationMinutes, recurrence, record, ownerName, location, priority, reminderMinutes } =
    entry
  const days = dueOn === null ? t('activities.tasks.no_day') : endsOn ? format.days(dueOn, endsOn) : format.weekdayAndDay(dueOn)
  const end = durationMinutes ? endTimeOf(dueTime, durationMinutes) : ''
  return (
    <PropertyList label={t('plan.facts')}>
      <Property label={t('field.kind')}>{t(`activities.kind.${kind}`)}</Property>
      <Property label={t('plan.when')}>{[days, [dueTime, end].filter(Boolean).join(' – ')].filter(Boolean).join(', ')}</Property>
      {recurrence !== null && dueOn !== null && <Property label={t('plan.repeats')}>{wordsOf(recurrence, dueOn)}</Property>}
      {record !== null && record.type !== 'user' && (
        <Property label={t('plan.about')}>
          <Anchor component={Link} to={recordHref(record.type, record.id)}>
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
            : reminderMinutes === 0
              ? t('plan.reminder.at_begin')
              : t('plan.reminder.minutes', { count: reminderMinutes })}
        </Property>
      )}
      {ownerName !== null && <Property label={t('field.ownerId')}>{ownerName}</Property>}
    </PropertyList>
  )
}
