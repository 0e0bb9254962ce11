// What is planned in some days, as the calendar draws it.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { CalendarEntry as DrawnEntry } from '#renderer/ui/calendar/calendar-entry.ts'
import { TINTS } from '#renderer/ui/calendar/calendar-entry.ts'
import { initialsOf } from '#renderer/ui/initials.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { CalendarEntry } from '#shared/activities/calendar-entry.ts'
import type { DayRange } from './use-calendar-address.ts'

/** What takes no time that anybody wrote down is drawn as half an hour. */
const DRAWN_MINUTES = 30

interface CalendarEntries {
  /** By their key on the page. */
  readonly entries: ReadonlyMap<string, CalendarEntry>
  readonly shown: readonly DrawnEntry[]
  /** The answer they were made of. */
  readonly basis: unknown
  readonly isCut: boolean
  readonly error: AppError | null
  readonly retry: () => void
}

export const useCalendarEntries = (range: DayRange, people: readonly string[], me: string | null): CalendarEntries => {
  const t = useT()
  const api = useApi()
  const asked = useQuery({
    ...api.activities.calendar({ ...range, ownerIds: [...people] }),
    enabled: people.length > 0,
    placeholderData: keepPreviousData,
  })
  const everyone = useQuery(api.users.list({}))
  const found = people.length === 0 ? undefined : asked.data?.entries

  const shown = useMemo(() => {
    const tints = new Map(
      (everyone.data ?? []).filter(({ id }) => id !== me).map(({ id }, index) => [id, 1 + (index % (TINTS - 1))]),
    )
    return (found ?? []).flatMap((entry): DrawnEntry[] => {
      const { kind, ownerId, ownerName, record, isPrivate } = entry
      if (kind !== 'task' && kind !== 'call' && kind !== 'meeting') return []
      return [
        {
          key: keyOf(entry),
          kind,
          title: isPrivate ? t('calendar.busy') : (entry.title ?? entry.text ?? ''),
          detail: record === null || record.type === 'user' ? entry.location : record.name,
          dueOn: entry.dueOn,
          dueTime: entry.dueTime,
          endsOn: entry.endsOn,
          durationMinutes: entry.durationMinutes || DRAWN_MINUTES,
          tint: (ownerId !== null && tints.get(ownerId)) || 0,
          initials: people.length > 1 && ownerName !== null ? initialsOf(ownerName) : null,
          isDone: entry.doneAt !== null,
          isRepeating: entry.on !== null,
          isFixed: isPrivate,
        },
      ]
    })
  }, [found, everyone.data, me, people.length, t])

  return {
    entries: new Map((found ?? []).map((entry) => [keyOf(entry), entry])),
    shown,
    basis: asked.data,
    isCut: asked.data?.isCut ?? false,
    error: asked.error,
    retry: () => void asked.refetch(),
  }
}

const keyOf = ({ id, on }: CalendarEntry): string => `${id} ${on ?? ''}`
