// "+3" in a month's cell: opens all that the day has.
import { Popover } from '@mantine/core'
import { type CSSProperties, useId, useState } from 'react'
import { useFormat } from '#renderer/i18n/i18n-context.tsx'
import type { CalendarEntry } from './calendar-entry.ts'
import { useCalendar } from './calendar-context.ts'
import { EntryBar } from './EntryBar.tsx'
import classes from './Month.module.css'

interface MoreEntriesProps {
  readonly day: string
  readonly label: string
  readonly entries: readonly CalendarEntry[]
  readonly style: CSSProperties
}

export function MoreEntries({ day, label, entries, style }: MoreEntriesProps) {
  const { cursor } = useCalendar()
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const titleId = useId()
  const title = format.weekdayAndDay(day)

  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={280} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          data-no-drag
          className={classes['more']}
          style={style}
          tabIndex={cursor.day === day ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation()
            setIsOpen(true)
          }}
        >
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-labelledby={titleId}
        data-no-drag
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        <div id={titleId} className={classes['moreTitle']}>
          {title}
        </div>
        <div className={classes['moreList']}>
          {entries.map((entry) => (
            <EntryBar key={entry.key} entry={entry} day={day} />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
