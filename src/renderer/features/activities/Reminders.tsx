// Reminders that wait for an answer, in a corner of every screen: what was missed while Kith was shut, and what fell since.
import { ActionIcon, Anchor, Button, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useNow, useT } from '#renderer/i18n/i18n-context.tsx'
import { FloatingPanel, FloatingRow, FloatingRows } from '#renderer/ui/FloatingPanel.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import type { Reminder } from '#shared/activities/reminders.contract.ts'
import { snoozes } from '#shared/calendar/remind.ts'
import { recordHref } from '#shared/base/record-places.ts'

/** Neither a sleep nor a clock that was set makes it miss one for longer. */
const EVERY_MS = 30_000

export function Reminders() {
  const t = useT()
  const api = useApi()
  const now = useNow()
  const [startedAt] = useState(() => new Date(now()).toISOString())
  const [isFolded, setIsFolded] = useState(false)
  const fallen = useQuery({ ...api.reminders.missed({}), refetchInterval: EVERY_MS })
  const seen = useAction(api.reminders.seen())
  const reminders = fallen.data?.reminders ?? []
  const missed = reminders.filter(({ at }) => at < startedAt).length

  useShortcuts([{ keys: 'shift+r', label: t('reminders.key'), group: 'everywhere', run: () => setIsFolded(!isFolded) }])
  if (reminders.length === 0) return null
  return (
    <FloatingPanel
      title={
        missed > 0
          ? t('reminders.missed', { count: missed, rest: reminders.length - missed })
          : t('reminders.title', { count: reminders.length })
      }
      isFolded={isFolded}
      onFold={setIsFolded}
      foldLabel={t(isFolded ? 'reminders.unfold' : 'reminders.fold')}
      actions={
        <Button size="compact-sm" variant="subtle" onClick={() => seen.mutate({ until: new Date(now()).toISOString() })}>
          {t('reminders.dismiss_all')}
        </Button>
      }
    >
      <FloatingRows label={t('reminders.label')}>
        {reminders.map((reminder) => (
          <ReminderRow key={`${reminder.activityId} ${reminder.on}`} reminder={reminder} />
        ))}
      </FloatingRows>
    </FloatingPanel>
  )
}

function ReminderRow({ reminder }: { readonly reminder: Reminder }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { activityId, on, kind, dueOn, dueTime, record } = reminder
  const title = reminder.title ?? t(`activities.kind.${kind}`)
  const complete = useAction(api.activities.complete(), { said: () => t('activities.done') })
  const snooze = useAction(api.reminders.snooze())
  const dismiss = useAction(api.reminders.dismiss())
  const route = record === null || record.type === 'user' ? `/calendar?view=day&day=${dueOn}` : recordHref(record.type, record.id)

  return (
    <FloatingRow
      title={
        <Anchor component={Link} to={route}>
          {title}
        </Anchor>
      }
      facts={[
        [format.nearDay(dueOn), dueTime].filter(Boolean).join(' '),
        record === null || record.type === 'user' ? null : record.name,
      ]}
      actions={
        <>
          <Tooltip label={t('reminders.done')}>
            <ActionIcon
              aria-label={t('activities.mark_done', { title })}
              onClick={() => complete.mutate({ id: activityId, on, done: true })}
            >
              <IconCheck size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t('reminders.snooze', { title })}>
                <IconClock size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {snoozes.map((wait) => (
                <Menu.Item key={wait} onClick={() => snooze.mutate({ activityId, on, for: wait })}>
                  {t(`reminders.snooze.${wait}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Tooltip label={t('reminders.dismiss')}>
            <ActionIcon aria-label={t('reminders.dismiss_one', { title })} onClick={() => dismiss.mutate({ activityId, on })}>
              <IconX size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      }
    />
  )
}
