// A calendar: a month, a week or a day of entries that can be opened, moved, made longer and drawn anew, by pointer and by keys alike.
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import classes from './Calendar.module.css'
import { CalendarProvider, type Cursor, type Moving } from './calendar-context.ts'
import type { CalendarEntry, DayFacts, Placement, Spot } from './calendar-entry.ts'
import { cursorAfter, SLOT, type View } from './cursor-moves.ts'
import { MonthView } from './MonthView.tsx'
import { isSamePlace, nudged, stretched, usualAt } from './placement.ts'
import { spotAt } from './spot-at.ts'
import { useCalendarDrag } from './use-calendar-drag.ts'
import { WeekView } from './WeekView.tsx'

interface CalendarProps {
  readonly label: string
  /** Another view is another calendar: to be given as its key, too. */
  readonly view: View
  /** The days that are shown, in order; a month's come in whole weeks. */
  readonly days: readonly DayFacts[]
  readonly entries: readonly CalendarEntry[]
  /** The day the cursor stands on; it may lead out of the page. */
  readonly day: string
  readonly onDay: (day: string) => void
  readonly today: string
  readonly nowMinutes: number
  readonly onOpen: (key: string) => void
  readonly onCreate: (placement: Placement) => void
  readonly onMove: (key: string, placement: Placement) => void
  /** A month leads to one of its days. */
  readonly onShowDay: (day: string) => void
}

const STEP = 15

export function Calendar(props: CalendarProps) {
  const { label, view, days, entries, day, onDay, today, nowMinutes, onOpen, onCreate, onMove, onShowDay } = props
  const t = useT()
  const root = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Omit<Cursor, 'day'>>(() => ({
    minutes: firstSlot(days, day === today ? nowMinutes : null),
    key: null,
  }))
  const [byKeys, setByKeys] = useState<Moving | null>(null)
  const wantsFocus = useRef(false)
  const cursor: Cursor = { day, ...place, ...(view === 'month' ? { minutes: null } : {}) }

  const drag = useCalendarDrag({
    entries,
    spotAt: (x, y) => spotAt(root.current, x, y),
    scroller: () => root.current?.querySelector<HTMLElement>('[data-scroller]') ?? null,
    onMove,
    onCreate,
  })
  const moving = drag.moving ?? byKeys
  const shown = moving?.key
    ? entries.map((entry) => (entry.key === moving.key ? { ...entry, ...moving.placement } : entry))
    : entries

  const setCursor = (next: Cursor) => {
    setPlace({ minutes: next.minutes, key: next.key })
    if (next.day !== day) onDay(next.day)
  }
  const focused = entries.find(({ key }) => key === cursor.key) ?? null
  const spot: Spot = { day: cursor.day, minutes: view === 'month' ? null : cursor.minutes }

  useShortcuts([
    { keys: 'n', label: t('calendar.key.new'), group: 'page', run: () => onCreate(usualAt(spot)) },
    {
      keys: 'm',
      label: t('calendar.key.move'),
      group: 'page',
      run: () => focused && !focused.isFixed && setByKeys({ key: focused.key, placement: focused, by: 'keys' }),
    },
  ])

  const moveByKeys = (event: KeyboardEvent, held: Moving & { readonly key: string }) => {
    const steps: Readonly<Record<string, { readonly days: number; readonly minutes: number }>> = {
      ArrowLeft: { days: -1, minutes: 0 },
      ArrowRight: { days: 1, minutes: 0 },
      ArrowUp: view === 'month' ? { days: -7, minutes: 0 } : { days: 0, minutes: -STEP },
      ArrowDown: view === 'month' ? { days: 7, minutes: 0 } : { days: 0, minutes: STEP },
    }
    const by = steps[event.key]
    if (by) {
      const placement = (event.shiftKey ? stretched : nudged)(held.placement, by)
      setByKeys({ ...held, placement })
      if (placement.dueOn !== day) onDay(placement.dueOn)
      wantsFocus.current = true
    } else if (event.key === 'Enter') {
      const before = entries.find(({ key }) => key === held.key)
      setByKeys(null)
      if (before && !isSamePlace(before, held.placement)) onMove(held.key, held.placement)
    } else if (event.key === 'Escape') {
      setByKeys(null)
      if (focused && focused.dueOn !== day) onDay(focused.dueOn)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (byKeys?.key) return moveByKeys(event, { ...byKeys, key: byKeys.key })
    const next = cursorAfter(event.key, cursor, { view, entries })
    if (next === null) return
    event.preventDefault()
    wantsFocus.current = true
    setCursor(next)
  }

  // The focus follows the cursor, also onto days that had to be read first.
  useLayoutEffect(() => {
    const target = root.current?.querySelector<HTMLElement>('[data-current]')
    if (!wantsFocus.current || !target) return
    wantsFocus.current = false
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  return (
    <CalendarProvider value={{ entries: shown, days, today, nowMinutes, cursor, setCursor, moving, onOpen, onCreate, onShowDay }}>
      {/* What the keys are for is inside; the calendar only hears them on their way up. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={root}
        role="group"
        aria-label={label}
        className={classes['calendar']}
        data-moving={moving ? true : undefined}
        onKeyDown={onKeyDown}
        onPointerDown={drag.onPointerDown}
      >
        {view === 'month' ? <MonthView /> : <WeekView />}
        <Announcement moving={byKeys} />
      </div>
    </CalendarProvider>
  )
}

function Announcement({ moving }: { readonly moving: Moving | null }): ReactNode {
  const t = useT()
  return (
    <div role="status" className={classes['announcement']} data-shown={moving ? true : undefined}>
      {moving ? t('calendar.moving') : ''}
    </div>
  )
}

/** Where the cursor stands first: the next half hour of today, else where work begins. */
const firstSlot = (days: readonly DayFacts[], nowMinutes: number | null): number => {
  const starts = days.flatMap(({ spans }) => spans.map(({ from }) => from))
  const first = nowMinutes ?? (starts.length === 0 ? 9 * 60 : Math.min(...starts))
  return Math.min(Math.ceil(first / SLOT) * SLOT, 1440 - SLOT)
}
