// Moving what stands in the calendar: shown in its new place at once, and of what repeats asked which ones are meant.
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Scope } from '#renderer/features/activities/ScopeModal.tsx'
import type { CalendarEntry as DrawnEntry, Placement } from '#renderer/ui/calendar/calendar-entry.ts'
import type { CalendarEntry } from '#shared/activities/calendar-entry.ts'

interface Move {
  readonly key: string
  readonly entry: CalendarEntry
  readonly placement: Placement
  /** What was shown when it was moved: once that is read anew, the entry stands where it is kept. */
  readonly basis: unknown
}

interface Moves {
  readonly move: (key: string, entry: CalendarEntry, placement: Placement) => void
  /** The entries with the moved one in its new place. */
  readonly placed: (entries: readonly DrawnEntry[]) => readonly DrawnEntry[]
  /** What repeats waits for the answer which ones are meant. */
  readonly asking: Move | null
  readonly answer: (scope: Scope | null) => void
}

export const useMove = (basis: unknown): Moves => {
  const t = useT()
  const api = useApi()
  const [last, setLast] = useState<Move | null>(null)
  const [asking, setAsking] = useState<Move | null>(null)
  const options = { said: ({ title }: { readonly title: string | null }) => t('calendar.moved', { title: title ?? '' }) }
  const update = useAction(api.activities.update(), options)
  const editSeries = useAction(api.activities.editSeries(), options)
  const undoLook = { onError: () => setLast(null) }

  return {
    asking,
    move: (key, entry, placement) => {
      const move = { key, entry, placement, basis }
      setLast(move)
      if (entry.on !== null) setAsking(move)
      else update.mutate({ id: entry.id, ...placeOf(entry, placement) }, undoLook)
    },
    answer: (scope) => {
      setAsking(null)
      if (scope === null || !asking || asking.entry.on === null) return setLast(null)
      const { entry, placement } = asking
      editSeries.mutate({ id: entry.id, on: asking.entry.on, scope, changes: placeOf(entry, placement) }, undoLook)
    },
    placed: (entries) =>
      last === null || last.basis !== basis
        ? entries
        : entries.map((entry) => (entry.key === last.key ? { ...entry, ...last.placement } : entry)),
  }
}

/** What had no length of its own gets none by being moved, only by being stretched. */
const placeOf = ({ durationMinutes }: CalendarEntry, { dueOn, dueTime, endsOn, durationMinutes: drawn }: Placement) => ({
  dueOn,
  dueTime,
  endsOn,
  durationMinutes: dueTime === null ? null : (durationMinutes ?? 0) === 0 && drawn === 30 ? durationMinutes : drawn,
})
