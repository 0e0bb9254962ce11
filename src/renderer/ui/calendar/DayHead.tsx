// The head of a day's column: its weekday and number, and what the office's calendar says of it.
import { VisuallyHidden } from '@mantine/core'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { useCalendar } from './calendar-context.ts'
import type { DayFacts } from './calendar-entry.ts'
import { DayMark } from './DayMark.tsx'
import classes from './Week.module.css'

export function DayHead({ facts }: { readonly facts: DayFacts }) {
  const { today, onShowDay } = useCalendar()
  const format = useFormat()
  const { day } = facts

  return (
    <div className={classes['dayHead']} data-today={day === today || undefined} data-rest={facts.spans.length === 0 || undefined}>
      <button type="button" className={classes['dayName']} onClick={() => onShowDay(day)}>
        <VisuallyHidden>{format.weekdayAndDay(day)}</VisuallyHidden>
        <span className={classes['weekday']} aria-hidden>
          {format.weekday(day)}
        </span>
        <span className={classes['number']} aria-hidden>
          {Number(day.slice(8))}
        </span>
      </button>
      <DayMark facts={facts} />
    </div>
  )
}
