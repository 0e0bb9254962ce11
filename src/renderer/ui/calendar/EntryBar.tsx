// An entry as a bar over whole days, or as a line in a month's cell.
import { VisuallyHidden } from '@mantine/core'
import type { CSSProperties } from 'react'
import { useCalendar } from './calendar-context.ts'
import type { CalendarEntry } from './calendar-entry.ts'
import classes from './Entry.module.css'
import { EntrySigns } from './EntrySigns.tsx'
import { isBar } from './segments.ts'
import { useEntryName } from './use-entry-name.ts'

interface EntryBarProps {
  readonly entry: CalendarEntry
  /** The first of its days that is shown. */
  readonly day: string
  readonly style?: CSSProperties | undefined
  readonly isOpenLeft?: boolean
  readonly isOpenRight?: boolean
}

export function EntryBar({ entry, day, style, isOpenLeft = false, isOpenRight = false }: EntryBarProps) {
  const { cursor, setCursor, moving, onOpen } = useCalendar()
  const nameOf = useEntryName()
  const isCurrent = cursor.key === entry.key
  const isOnCursor = cursor.day >= day && cursor.day <= (entry.endsOn ?? entry.dueOn)

  return (
    <button
      type="button"
      data-entry={entry.key}
      data-current={isCurrent || undefined}
      tabIndex={isOnCursor || cursor.day === day ? 0 : -1}
      className={isBar(entry) ? classes['bar'] : classes['chip']}
      data-tint={entry.tint}
      data-done={entry.isDone || undefined}
      data-fixed={entry.isFixed || undefined}
      data-moving={moving?.key === entry.key || undefined}
      data-open-left={isOpenLeft || undefined}
      data-open-right={isOpenRight || undefined}
      style={style}
      onFocus={() => !isCurrent && setCursor({ day: isOnCursor ? cursor.day : day, minutes: null, key: entry.key })}
      onClick={(event) => {
        event.stopPropagation()
        onOpen(entry.key)
      }}
    >
      <VisuallyHidden>{nameOf(entry)}</VisuallyHidden>
      {entry.dueTime !== null && (
        <span className={classes['time']} aria-hidden>
          {entry.dueTime}
        </span>
      )}
      <EntrySigns entry={entry} />
      <span className={classes['title']} aria-hidden>
        {entry.title}
      </span>
      {isBar(entry) && !entry.isFixed && !isOpenRight && <span data-edge className={classes['sideEdge']} />}
    </button>
  )
}
