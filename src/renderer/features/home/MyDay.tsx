// What is to be done: overdue, today in order, and the seven days after.
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EntryCard } from '#renderer/features/activities/EntryCard.tsx'
import { AgendaList, AgendaSection } from '#renderer/ui/Agenda.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useWallClock } from '#renderer/ui/use-wall-clock.ts'
import { Pending } from '#renderer/ui/Pending.tsx'
import type { CalendarEntry, TaskEntry } from '#shared/activities/calendar-entry.ts'
import { addDays } from '#shared/calendar/days.ts'
import { AgendaEntry } from './AgendaEntry.tsx'

const AHEAD = 7
/** So many stand there at first; the rest is a click away. */
const OVERDUE_FIRST = 5
const OVERDUE_SHOWN = 100

export function MyDay({ me }: { readonly me: string }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { today } = useWallClock()
  const planned = useQuery(api.activities.calendar({ from: today, to: addDays(today, AHEAD), ownerIds: [me] }))
  const late = useQuery(api.activities.tasks({ ownerId: me, buckets: ['overdue'], limit: OVERDUE_SHOWN }))
  const counts = useQuery(api.activities.taskCounts({ ownerId: me }))
  const [isAllShown, setIsAllShown] = useState(false)
  const [opened, setOpened] = useState<TaskEntry | null>(null)
  const failed = [planned, late].find(({ isError }) => isError)

  if (planned.isPending || late.isPending) return <Pending lines={6} />
  if (failed) return <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
  const entries = planned.data?.entries ?? []
  // What began before and still lasts is today's.
  const ofToday = entries.filter(({ dueOn }) => dueOn <= today)
  const ahead = Map.groupBy(
    entries.filter(({ dueOn, doneAt }) => dueOn > today && doneAt === null),
    ({ dueOn }) => dueOn,
  )
  const overdue = late.data?.tasks ?? []
  const row = (entry: TaskEntry, time: string | null) => (
    <AgendaEntry key={`${entry.id} ${entry.on}`} entry={entry} time={time} onOpen={() => setOpened(entry)} />
  )

  return (
    <>
      <AgendaSection
        title={t('home.today')}
        note={format.weekdayAndDay(today)}
        action={
          <Anchor component={Link} to="/calendar" inherit>
            {t('home.open_calendar')}
          </Anchor>
        }
      >
        {ofToday.length === 0 && (
          <EmptyState isSmall text={t(overdue.length > 0 ? 'home.today_empty_but_overdue' : 'home.today_empty')} />
        )}
        <AgendaList label={t('home.today')}>
          {ofToday.toSorted(byTime).map((entry) => row(entry, entry.dueTime ?? t('calendar.all_day')))}
        </AgendaList>
      </AgendaSection>
      {overdue.length > 0 && (
        <AgendaSection
          title={t('home.overdue')}
          tone="alert"
          note={format.number(counts.data?.overdue ?? overdue.length)}
          action={
            overdue.length > OVERDUE_FIRST && (
              <Anchor component="button" type="button" inherit onClick={() => setIsAllShown(!isAllShown)}>
                {t(isAllShown ? 'home.fewer' : 'home.all')}
              </Anchor>
            )
          }
        >
          <AgendaList label={t('home.overdue')}>
            {(isAllShown ? overdue : overdue.slice(0, OVERDUE_FIRST)).map((entry) =>
              row(entry, entry.dueOn === null ? null : format.shortDay(entry.dueOn)),
            )}
          </AgendaList>
        </AgendaSection>
      )}
      <AgendaSection
        title={t('home.ahead')}
        note={counts.data && counts.data.undated > 0 ? t('home.undated', { count: counts.data.undated }) : null}
      >
        {ahead.size === 0 && <EmptyState isSmall text={t('home.ahead_empty')} />}
        {[...ahead].map(([day, ofDay]) => (
          <Fragment key={day}>
            <AgendaList label={format.weekdayAndDay(day)}>
              {ofDay.map((entry, index) =>
                row(entry, index === 0 ? dayAndTime(format.weekday(day), format.dayOfMonth(day)) : ''),
              )}
            </AgendaList>
          </Fragment>
        ))}
      </AgendaSection>
      {opened && <EntryCard entry={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

const dayAndTime = (weekday: string, day: string): string => `${weekday} ${day}`

/** Whole days first, then by the clock; what is done stays where it was. */
const byTime = (a: CalendarEntry, b: CalendarEntry): number => (a.dueTime ?? '').localeCompare(b.dueTime ?? '')
