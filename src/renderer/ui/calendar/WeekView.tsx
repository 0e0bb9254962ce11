// Days side by side with their hours: a head, a row for whole days, and the columns, scrolled to where work begins.
import { useLayoutEffect, useRef } from 'react'
import { timeOf } from '#shared/calendar/days.ts'
import { AllDayRow } from './AllDayRow.tsx'
import classes from './Week.module.css'
import { useCalendar } from './calendar-context.ts'
import { DayColumn } from './DayColumn.tsx'
import { DayHead } from './DayHead.tsx'
import { HOUR_HEIGHT } from './spot-at.ts'

const HOURS = Array.from({ length: 23 }, (_, index) => index + 1)

export function WeekView() {
  const { days, today, nowMinutes } = useCalendar()
  const scroller = useRef<HTMLDivElement>(null)
  const starts = days.flatMap(({ spans }) => spans.map(({ from }) => from))
  const columns = { gridTemplateColumns: `56px repeat(${days.length}, minmax(0, 1fr))` }
  const hasNow = days.some(({ day }) => day === today)

  useLayoutEffect(() => {
    const first = starts.length === 0 ? 9 * 60 : Math.min(...starts)
    scroller.current?.scrollTo?.({ top: ((Math.min(first, hasNow ? nowMinutes : first) - 45) / 60) * HOUR_HEIGHT })
    // Once: later the reader scrolls.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <div className={classes['week']}>
      <div className={classes['head']} style={columns}>
        <div className={classes['gutter']} />
        {days.map((facts) => (
          <DayHead key={facts.day} facts={facts} />
        ))}
      </div>
      <AllDayRow />
      <div ref={scroller} data-scroller className={classes['scroller']}>
        <div className={classes['hours']} style={columns}>
          <div className={classes['gutter']} aria-hidden>
            {HOURS.map((hour) => (
              <span key={hour} className={classes['hour']} style={{ top: hour * HOUR_HEIGHT }}>
                {timeOf(hour * 60)}
              </span>
            ))}
            {hasNow && (
              <span className={classes['nowTime']} style={{ top: (nowMinutes / 60) * HOUR_HEIGHT }}>
                {timeOf(nowMinutes)}
              </span>
            )}
          </div>
          {days.map((facts) => (
            <DayColumn key={facts.day} facts={facts} />
          ))}
        </div>
      </div>
    </div>
  )
}
