// Small signs before an entry's title: what kind it is, that it repeats, and whose it is.
import { IconCheckbox, IconPhone, IconRepeat, IconSquare, IconUsers } from '@tabler/icons-react'
import type { CalendarEntry } from './calendar-entry.ts'
import classes from './Entry.module.css'

export function EntrySigns({ entry: { kind, isDone, isRepeating, initials } }: { readonly entry: CalendarEntry }) {
  const task = isDone ? IconCheckbox : IconSquare
  const Kind = { task, call: IconPhone, meeting: IconUsers }[kind]
  return (
    <span className={classes['signs']} aria-hidden>
      <Kind size={13} stroke={1.5} />
      {isRepeating && <IconRepeat size={12} stroke={1.5} />}
      {initials && <span className={classes['initials']}>{initials}</span>}
    </span>
  )
}
