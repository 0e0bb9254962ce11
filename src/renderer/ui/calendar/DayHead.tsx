// The head of a day's column: its weekday and number, and what the office's calendar says of it.
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
      <button type="button" className={classes['dayName']} aria-label={format.weekdayAndDay(day)} onClick={() => onShowDay(day)}>
        <span className={classes['weekday']}>{format.weekday(day)}</span>
        <span className={classes['number']}>{Number(day.slice(8))}</span>
      </button>
      <DayMark facts={facts} />
    </div>
  )
}
