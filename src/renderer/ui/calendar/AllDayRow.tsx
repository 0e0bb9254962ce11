// Above the hours: what takes whole days, as bars over the days it takes.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { placeBars } from '#shared/calendar/bars.ts'
import { useCalendar } from './calendar-context.ts'
import { EntryBar } from './EntryBar.tsx'
import { Here } from './Here.tsx'
import { usualAt } from './placement.ts'
import { isBar, toBar } from './segments.ts'
import classes from './Week.module.css'

const LANE = 24

export function AllDayRow() {
  const { days, entries, moving, cursor, setCursor, onCreate } = useCalendar()
  const t = useT()
  const format = useFormat()
  const first = days[0]?.day ?? ''
  const drawnHere = moving && moving.key === null && isBar(moving.placement) ? moving.placement : null
  const bars = placeBars(
    [
      ...entries.filter(isBar).map(toBar),
      ...(drawnHere ? [{ id: '', from: drawnHere.dueOn, to: drawnHere.endsOn ?? drawnHere.dueOn }] : []),
    ],
    first,
    days.length,
  )
  const lanes = bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0)

  return (
    <div
      className={classes['allDay']}
      style={{
        gridTemplateColumns: `56px repeat(${days.length}, minmax(0, 1fr))`,
        gridTemplateRows: `${Math.max(lanes, 1) * LANE + 6}px`,
      }}
    >
      <div className={classes['gutter']}>
        <span className={classes['allDayLabel']}>{t('calendar.all_day')}</span>
      </div>
      {days.map(({ day }, column) => (
        <div
          key={day}
          role="presentation"
          data-day={day}
          className={classes['allDayCell']}
          style={{ gridColumn: column + 2 }}
          onClick={() => setCursor({ day, minutes: null, key: null })}
          onDoubleClick={() => onCreate(usualAt({ day, minutes: null }))}
        >
          {cursor.day === day && cursor.minutes === null && cursor.key === null && (
            <Here
              label={t('calendar.new_all_day_on', { day: format.weekdayAndDay(day) })}
              onEnter={() => onCreate(usualAt({ day, minutes: null }))}
            />
          )}
        </div>
      ))}
      {bars.map(({ id, lane, start, length, comesFromBefore, goesOn }) => {
        const entry = entries.find(({ key }) => key === id)
        const style = { gridColumn: `${start + 2} / span ${length}`, top: lane * LANE + 3 }
        return entry ? (
          <EntryBar
            key={id}
            entry={entry}
            day={days[start]?.day ?? first}
            style={style}
            isOpenLeft={comesFromBefore}
            isOpenRight={goesOn}
          />
        ) : (
          <div key={id} className={classes['drawnBar']} style={style} />
        )
      })}
    </div>
  )
}
