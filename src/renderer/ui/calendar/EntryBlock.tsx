// An entry in the hours of a day: when, what, about whom. Its lower edge can be dragged.
import { VisuallyHidden } from '@mantine/core'
import type { CSSProperties } from 'react'
import { timeOf } from '#shared/calendar/days.ts'
import { useCalendar } from './calendar-context.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import classes from './Entry.module.css'
import { EntrySigns } from './EntrySigns.tsx'
import { startOf } from './placement.ts'
import { useEntryName } from './use-entry-name.ts'

interface EntryBlockProps {
  readonly entry: CalendarEntry
  readonly day: string
  /** The part after midnight. */
  readonly isContinued: boolean
  readonly style: CSSProperties
}

export function EntryBlock({ entry, day, isContinued, style }: EntryBlockProps) {
  const { cursor, setCursor, moving, onOpen } = useCalendar()
  const nameOf = useEntryName()
  const start = startOf(entry)
  const isCurrent = cursor.key === entry.key && cursor.day === day
  const isShort = entry.durationMinutes < 45

  return (
    <button
      type="button"
      data-entry={entry.key}
      data-current={isCurrent || undefined}
      tabIndex={cursor.day === day ? 0 : -1}
      className={classes['block']}
      data-tint={entry.tint}
      data-done={entry.isDone || undefined}
      data-short={isShort || undefined}
      data-fixed={entry.isFixed || undefined}
      data-moving={moving?.key === entry.key || undefined}
      style={style}
      onFocus={() => !isCurrent && setCursor({ day, minutes: isContinued ? 0 : Math.floor(start / 30) * 30, key: entry.key })}
      onClick={() => onOpen(entry.key)}
    >
      <VisuallyHidden>{nameOf(entry)}</VisuallyHidden>
      <span className={classes['line']} aria-hidden>
        <EntrySigns entry={entry} />
        <span className={classes['title']}>{entry.title}</span>
        {isShort && <span className={classes['time']}>{entry.dueTime}</span>}
      </span>
      {!isShort && (
        <span
          className={classes['time']}
          aria-hidden
        >{`${timeOf(start)} – ${timeOf((start + entry.durationMinutes) % 1440)}`}</span>
      )}
      {!isShort && entry.detail && (
        <span className={classes['detail']} aria-hidden>
          {entry.detail}
        </span>
      )}
      {!entry.isFixed && <span data-edge className={classes['edge']} />}
    </button>
  )
}
