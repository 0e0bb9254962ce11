// The ground of one day in a month: its number, its mark, and the room to drop and to draw on.
import { VisuallyHidden } from '@mantine/core'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { useCalendar } from './calendar-context.ts'
import type { DayFacts } from './calendar-entry.ts'
import { DayMark } from './DayMark.tsx'
import classes from './Month.module.css'
import { usualAt } from './placement.ts'

export function MonthDay({ facts, column }: { readonly facts: DayFacts; readonly column: number }) {
  const { days, today, cursor, setCursor, moving, onCreate, onShowDay } = useCalendar()
  const format = useFormat()
  const { day, spans } = facts
  // The middle of the page lies in its month.
  const month = days[Math.floor(days.length / 2)]?.day.slice(0, 7)
  const target = moving?.placement
  const isTarget = target !== undefined && target.dueOn <= day && (target.endsOn ?? target.dueOn) >= day

  return (
    <div
      role="presentation"
      data-day={day}
      className={classes['day']}
      style={{ gridColumn: column + 1 }}
      data-outside={day.slice(0, 7) !== month || undefined}
      data-rest={spans.length === 0 || undefined}
      data-target={isTarget || undefined}
      onClick={() => setCursor({ day, minutes: null, key: null })}
      onDoubleClick={() => onCreate(usualAt({ day, minutes: null }))}
    >
      <span className={classes['dayLine']}>
        <button
          type="button"
          className={classes['number']}
          data-today={day === today || undefined}
          data-current={(cursor.day === day && cursor.key === null) || undefined}
          aria-current={day === today ? 'date' : undefined}
          tabIndex={cursor.day === day ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation()
            onShowDay(day)
          }}
        >
          <VisuallyHidden>{[format.weekdayAndDay(day), facts.name].filter(Boolean).join(', ')}</VisuallyHidden>
          <span aria-hidden>{Number(day.slice(8)) === 1 ? format.dayOfMonth(day) : Number(day.slice(8))}</span>
        </button>
        <DayMark facts={facts} />
      </span>
    </div>
  )
}
