// Dragging with the pointer: an entry to another place, its lower edge to another end, or across empty room for a new one.
import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CalendarEntry, Placement, Spot } from './calendar-entry.ts'
import type { Moving } from './calendar-context.ts'
import { drawnBetween, isSamePlace, movedTo, stretched } from './placement.ts'
import { daysBetween } from '#shared/calendar/days.ts'

/** So far the pointer may tremble before a click becomes a drag. */
const THRESHOLD = 4
const EDGE = 28

interface DragOptions {
  readonly entries: readonly CalendarEntry[]
  /** The spot under a point of the window; `null`: none. */
  readonly spotAt: (x: number, y: number) => Spot | null
  readonly scroller: () => HTMLElement | null
  readonly onMove: (key: string, placement: Placement) => void
  readonly onCreate: (placement: Placement) => void
}

interface Grip {
  readonly mode: 'move' | 'stretch' | 'draw'
  readonly entry: CalendarEntry | null
  readonly from: Spot
  readonly x: number
  readonly y: number
  isDragging: boolean
}

export interface CalendarDrag {
  readonly moving: Moving | null
  readonly onPointerDown: (event: PointerEvent) => void
}

export const useCalendarDrag = (options: DragOptions): CalendarDrag => {
  const { entries, spotAt, scroller, onMove, onCreate } = options
  const grip = useRef<Grip | null>(null)
  const [moving, setMoving] = useState<Moving | null>(null)

  const end = () => {
    grip.current = null
    setMoving(null)
  }
  const placementAt = ({ mode, entry, from }: Grip, to: Spot): Placement => {
    if (mode === 'draw' || !entry) return drawnBetween(from, to)
    if (mode === 'move') return movedTo(entry, { from, to })
    return stretched(entry, {
      days: daysBetween(from.day, to.day),
      minutes: from.minutes === null || to.minutes === null ? 0 : to.minutes - from.minutes,
    })
  }

  const onPointerMove = useEffectEvent((event: globalThis.PointerEvent) => {
    const held = grip.current
    if (!held) return
    if (!held.isDragging && Math.hypot(event.clientX - held.x, event.clientY - held.y) < THRESHOLD) return
    held.isDragging = true
    scrollAtEdge(scroller(), event.clientY)
    const to = spotAt(event.clientX, event.clientY)
    if (to) setMoving({ key: held.entry?.key ?? null, placement: placementAt(held, to), by: 'pointer' })
  })
  const onPointerUp = useEffectEvent(() => {
    const held = grip.current
    if (!held?.isDragging) return end()
    // The click that follows would open what was just moved.
    window.addEventListener('click', stop, { capture: true, once: true })
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }), 0)
    if (moving && held.entry) {
      if (!isSamePlace(moving.placement, held.entry)) onMove(held.entry.key, moving.placement)
    } else if (moving) onCreate(moving.placement)
    end()
  })
  const onPointerCancel = useEffectEvent(() => end())
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !grip.current?.isDragging) return
    event.stopPropagation()
    end()
  })

  useEffect(() => {
    const [move, up, cancel, key] = [
      (event: globalThis.PointerEvent) => onPointerMove(event),
      () => onPointerUp(),
      () => onPointerCancel(),
      (event: KeyboardEvent) => onKeyDown(event),
    ]
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', key, true)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', key, true)
    }
  }, [])

  return {
    moving,
    onPointerDown: (event) => {
      if (event.button !== 0 || !(event.target instanceof HTMLElement) || event.target.closest('[data-no-drag]')) return
      const from = spotAt(event.clientX, event.clientY)
      const key = event.target.closest<HTMLElement>('[data-entry]')?.dataset['entry']
      const entry = key === undefined ? null : (entries.find((each) => each.key === key) ?? null)
      if (!from || entry?.isFixed) return
      const isEdge = event.target.closest('[data-edge]') !== null
      grip.current = {
        mode: entry ? (isEdge ? 'stretch' : 'move') : 'draw',
        entry,
        from,
        x: event.clientX,
        y: event.clientY,
        isDragging: false,
      }
    },
  }
}

const stop = (event: Event): void => {
  event.stopPropagation()
  event.preventDefault()
}

const scrollAtEdge = (element: HTMLElement | null, y: number): void => {
  if (!element) return
  const { top, bottom } = element.getBoundingClientRect()
  if (y < top + EDGE) element.scrollTop -= 12
  else if (y > bottom - EDGE) element.scrollTop += 12
}
