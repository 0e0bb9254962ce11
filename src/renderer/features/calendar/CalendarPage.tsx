// The calendar: a month, a week or a day of one's own and of colleagues' tasks, calls and meetings. View, day and people are in the address.
import { ActionIcon, Box, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { QuickAdd } from '#renderer/features/activities/QuickAdd.tsx'
import { ScopeModal } from '#renderer/features/activities/ScopeModal.tsx'
import { Calendar } from '#renderer/ui/calendar/Calendar.tsx'
import type { Placement } from '#renderer/ui/calendar/calendar-entry.ts'
import { usualAt } from '#renderer/ui/calendar/placement.ts'
import { turned } from '#renderer/ui/calendar/cursor-moves.ts'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { useWallClock } from '#renderer/ui/use-wall-clock.ts'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { minutesOf } from '#shared/calendar/days.ts'
import { CalendarMenu } from './CalendarMenu.tsx'
import { EntryCard } from '#renderer/features/activities/EntryCard.tsx'
import { NewEntry } from '#renderer/features/activities/NewEntry.tsx'
import { PeopleChoice } from './PeopleChoice.tsx'
import { useCalendarAddress, views } from './use-calendar-address.ts'
import { useCalendarDays } from './use-calendar-days.ts'
import { useCalendarEntries } from './use-calendar-entries.ts'
import { useMove } from './use-move.ts'

export function CalendarPage() {
  const t = useT()
  const format = useFormat()
  const me = useQuery(useApi().users.me({}))
  const { view, day, range, people, goTo, setPeople } = useCalendarAddress(me.data?.id ?? null)
  const days = useCalendarDays(range)
  const { entries, shown, basis, isCut, error, retry } = useCalendarEntries(range, people, me.data?.id ?? null)
  const { move, placed, asking, answer } = useMove(basis)
  const [open, setOpen] = useState<string | null>(null)
  const [drawn, setDrawn] = useState<Placement | null>(null)
  const { today, time } = useWallClock()
  const nowMinutes = minutesOf(time)
  const title =
    view === 'month'
      ? format.wholeMonth(day.slice(0, 7))
      : view === 'week'
        ? format.days(range.from, range.to)
        : format.weekdayAndDay(day)

  useShortcuts([
    { keys: 't', label: t('calendar.key.today'), group: 'page', run: () => goTo({ day: today }) },
    ...views.map((each, index) => ({
      keys: String(index + 1),
      label: t(`calendar.key.${each}`),
      group: 'page' as const,
      run: () => goTo({ view: each }),
    })),
    { keys: 'd', label: t('calendar.key.day'), group: 'page', run: () => goTo({ view: 'day' }) },
    { keys: 'w', label: t('calendar.key.week'), group: 'page', run: () => goTo({ view: 'week' }) },
  ])

  const opened = open === null ? null : (entries.get(open) ?? null)
  return (
    <Page
      title={t('calendar.title')}
      layout="fill"
      tools={
        <Group gap="xs" wrap="nowrap" miw={0}>
          <ActionIcon size={28} aria-label={t('calendar.before')} onClick={() => goTo({ day: turned(day, view, -1) })}>
            <IconChevronLeft size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
          <ActionIcon size={28} aria-label={t('calendar.after')} onClick={() => goTo({ day: turned(day, view, 1) })}>
            <IconChevronRight size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
          <Button variant="default" flex="none" px="sm" onClick={() => goTo({ day: today })}>
            {t('calendar.today')}
          </Button>
          <Text span fw={600} miw={0} truncate>
            {title}
          </Text>
        </Group>
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button onClick={() => setDrawn(usualAt({ day, minutes: day === today ? nextHalfHour(nowMinutes) : 9 * 60 }))}>
            {t('calendar.new')}
          </Button>
          {me.data && <CalendarMenu range={range} people={people} me={me.data.id} />}
        </Group>
      }
      status={isCut ? t('calendar.cut') : t('calendar.figures', { count: shown.length })}
    >
      <Group px="lg" py="sm" gap="sm" wrap="nowrap" align="flex-start">
        <Box flex={1} miw={0}>
          <QuickAdd usualDay={day} />
        </Box>
        <PeopleChoice value={people} me={me.data?.id ?? null} onChange={setPeople} />
        <SegmentedControl
          flex="none"
          aria-label={t('calendar.view')}
          data={views.map((each) => ({ value: each, label: t(`calendar.view.${each}`) }))}
          value={view}
          onChange={(each) => goTo({ view: each })}
        />
      </Group>
      {error && <ErrorNote error={error} onRetry={retry} />}
      {days.error && <ErrorNote error={days.error} onRetry={days.retry} />}
      {days.facts && (
        <Calendar
          key={view}
          label={title}
          view={view}
          days={days.facts}
          entries={placed(shown)}
          day={day}
          onDay={(next) => goTo({ day: next })}
          today={today}
          nowMinutes={nowMinutes}
          onOpen={setOpen}
          onCreate={setDrawn}
          onMove={(key, placement) => {
            const entry = entries.get(key)
            if (entry) move(key, entry, placement)
          }}
          onShowDay={(next) => goTo({ day: next, view: 'day' })}
        />
      )}
      {opened && <EntryCard key={open} entry={opened} onClose={() => setOpen(null)} />}
      {drawn && me.data && <NewEntry placement={drawn} ownerId={me.data.id} onClose={() => setDrawn(null)} />}
      {asking && <ScopeModal title={t('plan.move')} onChoose={answer} onClose={() => answer(null)} />}
    </Page>
  )
}

const nextHalfHour = (minutes: number): number => Math.min(Math.ceil(minutes / 30) * 30, 23 * 60 + 30)
