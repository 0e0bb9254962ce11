// The days that are shown, with what the office's working calendar says of each.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import type { DayFacts } from '#renderer/ui/calendar/calendar-entry.ts'
import type { DayRange } from './use-calendar-address.ts'

interface CalendarDays {
  readonly facts: readonly DayFacts[] | null
  readonly error: AppError | null
  readonly retry: () => void
}

export const useCalendarDays = (range: DayRange): CalendarDays => {
  const api = useApi()
  const spans = useQuery({ ...api.workingTime.spans(range), placeholderData: keepPreviousData })
  const special = useQuery({ ...api.workingTime.days(range), placeholderData: keepPreviousData })
  const facts = useMemo(() => {
    if (!spans.data) return null
    const kinds = new Map(special.data?.map(({ day, kind }) => [day, kind]))
    return spans.data.map((each) => ({ ...each, mark: kinds.get(each.day) ?? null }))
  }, [spans.data, special.data])
  const retry = (): void => {
    for (const query of [spans, special]) if (query.isError) void query.refetch()
  }
  return { facts, error: spans.error ?? special.error, retry }
}
