// The calendar of a day's cell while it is open. The keyboard stays in the cell, where days are typed.
import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { type MouseEvent, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useCalendarWords } from '#renderer/ui/use-calendar-words.ts'
import classes from './CellEditor.module.css'

interface CellCalendarProps {
  readonly day: string | null
  readonly onPick: (day: string) => void
}

/** A click that took the focus would end the typing. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

export function CellCalendar({ day, onPick }: CellCalendarProps) {
  const t = useT()
  const words = useCalendarWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" offset={6}>
      <Popover.Target>
        <ActionIcon
          size={24}
          tabIndex={-1}
          className={classes['calendar']}
          aria-label={t('base.calendar.pick')}
          onMouseDown={keepFocus}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconCalendar size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown onMouseDown={keepFocus}>
        <DatePicker
          {...words}
          value={day}
          {...(day === null ? {} : { defaultDate: day })}
          onChange={(next) => next !== null && onPick(next)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
