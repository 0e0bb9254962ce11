// One day's hours: working time light, the rest shaded, and its entries side by side.
import type { MouseEvent } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { placeItems } from '#shared/calendar/day-columns.ts'
import { minutesOf, timeOf } from '#shared/calendar/days.ts'
import { useCalendar } from './calendar-context.ts'
import type { DayFacts } from './calendar-entry.ts'
import { SLOT } from './cursor-moves.ts'
import { EntryBlock } from './EntryBlock.tsx'
import { Here } from './Here.tsx'
import { usualAt } from './placement.ts'
import { blockOn, isBar } from './segments.ts'
import { HOUR_HEIGHT } from './spot-at.ts'
import classes from './Week.module.css'

export function DayColumn({ facts }: { readonly facts: DayFacts }) {
  const { entries, today, nowMinutes, cursor, setCursor, moving, onCreate } = useCalendar()
  const t = useT()
  const format = useFormat()
  const { day, spans } = facts
  const blocks = entries.filter((entry) => !isBar(entry)).flatMap((entry) => blockOn(entry, day) ?? [])
  const isHere = cursor.day === day && cursor.minutes !== null && cursor.key === null
  const minutes = cursor.minutes ?? 0
  const drawnHere =
    moving && moving.key === null && !isBar(moving.placement) && moving.placement.dueOn === day ? moving.placement : null

  const slotAt = (event: MouseEvent<HTMLElement>): number => {
    const { top } = event.currentTarget.getBoundingClientRect()
    return Math.min(Math.max(Math.floor((event.clientY - top) / HOUR_HEIGHT / (SLOT / 60)) * SLOT, 0), 1440 - SLOT)
  }
  const isEntry = ({ target }: MouseEvent) => target instanceof Element && target.closest('[data-entry]') !== null

  return (
    <section
      data-hours={day}
      aria-label={format.weekdayAndDay(day)}
      className={classes['column']}
      data-today={day === today || undefined}
      onClick={(event) => !isEntry(event) && setCursor({ day, minutes: slotAt(event), key: null })}
      onDoubleClick={(event) => !isEntry(event) && onCreate(usualAt({ day, minutes: slotAt(event) }))}
    >
      {spans.map(({ from, to }) => (
        <div key={from} className={classes['working']} style={{ top: px(from), height: px(to - from) }} />
      ))}
      <div className={classes['lines']} />
      {isHere && (
        <Here
          label={t('calendar.new_at', { day: format.weekdayAndDay(day), time: timeOf(minutes) })}
          style={{ top: px(minutes), height: px(SLOT) }}
          onEnter={() => onCreate(usualAt({ day, minutes }))}
        />
      )}
      {placeItems(blocks).map(({ id, from, to, column, columns, span }) => {
        const entry = entries.find(({ key }) => key === id)
        return (
          entry && (
            <EntryBlock
              key={id}
              entry={entry}
              day={day}
              isContinued={entry.dueOn !== day}
              style={{
                top: px(from),
                height: Math.max(px(to - from), 22) - 1,
                left: `${(column / columns) * 100}%`,
                width: `calc(${(span / columns) * 100}% - 3px)`,
              }}
            />
          )
        )
      })}
      {drawnHere?.dueTime && (
        <div
          className={classes['drawn']}
          style={{ top: px(minutesOf(drawnHere.dueTime)), height: px(drawnHere.durationMinutes) }}
        >
          {`${drawnHere.dueTime} – ${timeOf(minutesOf(drawnHere.dueTime) + drawnHere.durationMinutes)}`}
        </div>
      )}
      {day === today && <div className={classes['now']} style={{ top: px(nowMinutes) }} />}
    </section>
  )
}

const px = (minutes: number): number => (minutes / 60) * HOUR_HEIGHT
