// Which day and time of a calendar lie under a point of the window. Days carry `data-day`, columns of hours `data-hours`.
import type { Spot } from './calendar-entry.ts'

export const HOUR_HEIGHT = 48

export const spotAt = (root: HTMLElement | null, x: number, y: number): Spot | null => {
  if (!root) return null
  const hours = inside([...root.querySelectorAll<HTMLElement>('[data-hours]')], x, y, root.querySelector('[data-scroller]'))
  if (hours) {
    const minutes = ((y - hours.getBoundingClientRect().top) / HOUR_HEIGHT) * 60
    return { day: hours.dataset['hours'] ?? '', minutes: Math.min(Math.max(minutes, 0), 1440) }
  }
  const day = inside([...root.querySelectorAll<HTMLElement>('[data-day]')], x, y, null)
  return day ? { day: day.dataset['day'] ?? '', minutes: null } : null
}

const inside = (elements: readonly HTMLElement[], x: number, y: number, clip: Element | null): HTMLElement | undefined =>
  elements.find((element) => contains(element, x, y) && (!clip || contains(clip, x, y)))

const contains = (element: Element, x: number, y: number): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return x >= left && x < right && y >= top && y < bottom
}
