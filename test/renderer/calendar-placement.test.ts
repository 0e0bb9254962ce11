// What dragging and the arrow keys do to an entry, and where the arrow keys lead.
import { expect, test } from 'vitest'
import type { CalendarEntry } from '#renderer/ui/calendar/calendar-entry.ts'
import { cursorAfter, turned } from '#renderer/ui/calendar/cursor-moves.ts'
import { drawnBetween, movedTo, nudged, stretched, usualAt } from '#renderer/ui/calendar/placement.ts'
import { blockOn, lastDay } from '#renderer/ui/calendar/segments.ts'

const meeting: CalendarEntry = {
  ...{ key: 'meeting', title: 'Demo', detail: null, kind: 'meeting', tint: 0, initials: null },
  ...{ dueOn: '2026-03-03', dueTime: '10:00', endsOn: null, durationMinutes: 90 },
  ...{ isDone: false, isRepeating: false, isFixed: false },
}
const fair: CalendarEntry = { ...meeting, key: 'fair', dueTime: null, endsOn: '2026-03-05', durationMinutes: 0 }

test('what is dragged lands on the quarter of an hour, as long as before', () => {
  const from = { day: '2026-03-03', minutes: 620 }
  expect(movedTo(meeting, { from, to: { day: '2026-03-04', minutes: 698 } })).toMatchObject({
    ...{ dueOn: '2026-03-04', dueTime: '11:15', durationMinutes: 90 },
  })
})

test('dragged up to the whole days it loses its time, and gets one when it comes down', () => {
  const lifted = movedTo(meeting, { from: { day: '2026-03-03', minutes: 620 }, to: { day: '2026-03-06', minutes: null } })
  expect(lifted).toMatchObject({ dueOn: '2026-03-06', dueTime: null })
  expect(movedTo(fair, { from: { day: '2026-03-04', minutes: null }, to: { day: '2026-03-04', minutes: 845 } })).toMatchObject({
    ...{ dueOn: '2026-03-04', dueTime: '14:00', durationMinutes: 60 },
  })
})

test('whole days move as a whole, and time zones have no say in it', () => {
  const moved = movedTo(fair, { from: { day: '2026-03-04', minutes: null }, to: { day: '2026-03-30', minutes: null } })
  expect(moved).toMatchObject({ dueOn: '2026-03-29', endsOn: '2026-03-31' })
})

test('in a month the time of day stays', () => {
  const moved = movedTo(meeting, { from: { day: '2026-03-03', minutes: null }, to: { day: '2026-03-10', minutes: null } })
  expect(moved).toMatchObject({ dueOn: '2026-03-10', dueTime: '10:00' })
})

test('an end is never before the begin', () => {
  expect(stretched(meeting, { days: 0, minutes: -600 }).durationMinutes).toBe(15)
  expect(stretched(fair, { days: -9, minutes: 0 }).endsOn).toBeNull()
})

test('what is drawn upwards is the same as downwards, over days it takes whole days', () => {
  expect(drawnBetween({ day: '2026-03-03', minutes: 640 }, { day: '2026-03-03', minutes: 545 })).toMatchObject({
    ...{ dueTime: '09:00', durationMinutes: 105 },
  })
  expect(drawnBetween({ day: '2026-03-05', minutes: null }, { day: '2026-03-03', minutes: null })).toMatchObject({
    ...{ dueOn: '2026-03-03', endsOn: '2026-03-05', dueTime: null },
  })
})

test('a new entry late in the evening ends with the day', () => {
  expect(usualAt({ day: '2026-03-03', minutes: 1425 })).toMatchObject({ dueTime: '23:45', durationMinutes: 15 })
})

test('the arrow keys move by a quarter of an hour and by days', () => {
  expect(nudged(meeting, { days: 1, minutes: 0 })).toMatchObject({ dueOn: '2026-03-04', dueTime: '10:00' })
  expect(nudged(meeting, { days: 0, minutes: -15 })).toMatchObject({ dueTime: '09:45' })
})

test('what runs past midnight goes on in the next column', () => {
  const late = { ...meeting, dueTime: '23:00', durationMinutes: 120 }
  expect(blockOn(late, '2026-03-03')).toMatchObject({ from: 1380, to: 1440 })
  expect(blockOn(late, '2026-03-04')).toMatchObject({ from: 0, to: 60 })
  expect(lastDay(late)).toBe('2026-03-04')
  expect(lastDay({ ...meeting, dueTime: '22:30', durationMinutes: 90 })).toBe('2026-03-03')
})

test('down leads from slot to slot, onto entries, past their ends, and up to the whole days', () => {
  const week = { view: 'week' as const, entries: [meeting, fair] }
  const at = (minutes: number | null, key: string | null = null) => ({ day: '2026-03-03', minutes, key })
  expect(cursorAfter('ArrowDown', at(540), week)).toEqual(at(570))
  expect(cursorAfter('ArrowDown', at(570), week)).toEqual(at(600, 'meeting'))
  expect(cursorAfter('ArrowDown', at(600, 'meeting'), week)).toEqual(at(690))
  expect(cursorAfter('ArrowUp', at(600, 'meeting'), week)).toEqual(at(570))
  expect(cursorAfter('ArrowUp', at(0), week)).toEqual(at(null, 'fair'))
  expect(cursorAfter('ArrowUp', at(null, 'fair'), week)).toEqual(at(null))
  expect(cursorAfter('x', at(540), week)).toBeNull()
})

test('a page turns to the same day of the next month, or its last', () => {
  expect(turned('2026-01-31', 'month', 1)).toBe('2026-02-28')
  expect(turned('2026-03-31', 'month', -1)).toBe('2026-02-28')
  expect(turned('2026-12-15', 'month', 1)).toBe('2027-01-15')
  expect(turned('2026-03-02', 'week', -1)).toBe('2026-02-23')
})
