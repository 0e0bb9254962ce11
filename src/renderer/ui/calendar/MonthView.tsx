// A month in whole weeks. A cell shows as many lines as it has room for, the rest behind "+3".
import { useLayoutEffect, useRef, useState } from 'react'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import { useCalendar } from './calendar-context.ts'
import type { DayFacts } from './calendar-entry.ts'
import classes from './Month.module.css'
import { MonthWeek } from './MonthWeek.tsx'

const HEAD = 28
const LINE = 22

export function MonthView() {
  const { days } = useCalendar()
  const format = useFormat()
  const grid = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState(3)
  const weeks = inWeeks(days)

  useLayoutEffect(() => {
    const element = grid.current
    if (!element) return undefined
    const measure = () => {
      const height = element.clientHeight / weeks.length
      if (height > 0) setLines(Math.max(1, Math.floor((height - HEAD) / LINE)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [weeks.length])

  return (
    <div className={classes['month']}>
      <div className={classes['weekdays']} aria-hidden>
        {weeks[0]?.map(({ day }) => (
          <span key={day} className={classes['weekday']}>
            {format.weekday(day)}
          </span>
        ))}
      </div>
      <div ref={grid} className={classes['weeks']} style={{ gridTemplateRows: `repeat(${weeks.length}, minmax(0, 1fr))` }}>
        {weeks.map((week) => (
          <MonthWeek key={week[0]?.day} week={week} lines={lines} />
        ))}
      </div>
    </div>
  )
}

const inWeeks = (days: readonly DayFacts[]): readonly (readonly DayFacts[])[] =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, index) => days.slice(index * 7, index * 7 + 7))
