// One week of a month: bars over its days, then the lines of each day.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { monthCells, placeBars } from '#shared/calendar/bars.ts'
import { useCalendar } from './calendar-context.ts'
import type { CalendarEntry, DayFacts } from './calendar-entry.ts'
import { EntryBar } from './EntryBar.tsx'
import classes from './Month.module.css'
import { MonthDay } from './MonthDay.tsx'
import { MoreEntries } from './MoreEntries.tsx'
import { inOrder, isBar, toBar, touches } from './segments.ts'

const HEAD = 28
const LINE = 22

interface MonthWeekProps {
  readonly week: readonly DayFacts[]
  /** How many lines a cell has room for. */
  readonly lines: number
}

export function MonthWeek({ week, lines }: MonthWeekProps) {
  const { entries } = useCalendar()
  const t = useT()
  const first = week[0]?.day ?? ''
  const here = entries.filter((entry) => week.some(({ day }) => touches(entry, day)))
  const bars = placeBars(here.filter(isBar).map(toBar), first)
  const timed = here.filter((entry) => !isBar(entry)).toSorted(inOrder)
  const items = new Map(week.map(({ day }) => [day, timed.filter(({ dueOn }) => dueOn === day).map(({ key }) => key)]))
  const cells = monthCells(first, bars, { items, lines })
  const entryOf = (key: string): CalendarEntry | undefined => here.find((entry) => entry.key === key)

  return (
    <div className={classes['week']}>
      {week.map((facts, column) => (
        <MonthDay key={facts.day} facts={facts} column={column} />
      ))}
      {bars.map(({ id, lane, start, length, comesFromBefore, goesOn }) => {
        const entry = entryOf(id)
        // A bar is whole or not at all: it shows where every one of its cells has room.
        const isShown = cells.slice(start, start + length).every(({ shown }) => shown.includes(id))
        const style = { gridColumn: `${start + 1} / span ${length}`, top: HEAD + lane * LINE }
        return (
          entry &&
          isShown && (
            <EntryBar
              key={id}
              entry={entry}
              day={week[start]?.day ?? first}
              style={style}
              isOpenLeft={comesFromBefore}
              isOpenRight={goesOn}
            />
          )
        )
      })}
      {cells.map(({ day, shown }, column) => {
        const barsHere = bars.filter(({ start, length }) => start <= column && column < start + length)
        const offset = barsHere.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
        const hidden = barsHere.filter(
          ({ id, start, length }) => !cells.slice(start, start + length).every((cell) => cell.shown.includes(id)),
        )
        const singles = shown.filter((key) => !bars.some(({ id }) => id === key))
        const all = here.filter((entry) => (isBar(entry) ? touches(entry, day) : entry.dueOn === day)).toSorted(inOrder)
        const more = all.length - singles.length - (barsHere.length - hidden.length)
        return [
          ...singles.flatMap((key, index) => {
            const entry = entryOf(key)
            const style = { gridColumn: column + 1, top: HEAD + (offset + index) * LINE }
            return entry ? [<EntryBar key={key} entry={entry} day={day} style={style} />] : []
          }),
          more > 0 && (
            <MoreEntries
              key={`more-${day}`}
              day={day}
              label={t('calendar.more', { count: more })}
              entries={all}
              style={{ gridColumn: column + 1, top: HEAD + (lines - 1) * LINE }}
            />
          ),
        ]
      })}
    </div>
  )
}
