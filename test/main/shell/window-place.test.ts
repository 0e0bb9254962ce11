import { expect, test } from 'vitest'
import { firstPlace, fitInto, leastSize, nextPlace, windowPlace } from '#main/shell/window-place.ts'

const desk = { x: 0, y: 0, width: 1920, height: 1040 }

test('a window that fits stays where it was', () => {
  const bounds = { x: 200, y: 100, width: 1200, height: 800 }
  expect(fitInto(bounds, desk)).toEqual(bounds)
})

test('a window of a display that is gone comes back whole', () => {
  expect(fitInto({ x: 2400, y: -300, width: 1200, height: 800 }, desk)).toEqual({ x: 720, y: 0, width: 1200, height: 800 })
})

test('a window larger than the display shrinks to it', () => {
  const laptop = { x: 0, y: 0, width: 1366, height: 728 }
  expect(fitInto({ x: 50, y: 50, width: 2560, height: 1400 }, laptop)).toEqual(laptop)
})

test('a window may be made small, but never has to be larger than the display', () => {
  expect(leastSize(fitInto({ x: 0, y: 0, width: 1280, height: 800 }, desk))).toEqual({ minWidth: 880, minHeight: 560 })
  // 1366 × 768 at 150 %, above the task bar.
  const enlarged = { x: 0, y: 0, width: 911, height: 472 }
  expect(leastSize(fitInto({ x: 0, y: 0, width: 1280, height: 800 }, enlarged))).toEqual({ minWidth: 880, minHeight: 472 })
})

test('on a display left of the main one, whose places are negative, it stays there', () => {
  const left = { x: -1920, y: 0, width: 1920, height: 1040 }
  expect(fitInto({ x: -1900, y: 10, width: 1000, height: 700 }, left)).toEqual({ x: -1900, y: 10, width: 1000, height: 700 })
})

test('the first window stands in the middle, the next one beside it and within the screen', () => {
  const first = firstPlace(desk)
  expect(first.bounds).toEqual({ x: 320, y: 120, width: 1280, height: 800 })
  expect(nextPlace(first, desk).bounds).toMatchObject({ x: 348, y: 148 })
  expect(nextPlace({ bounds: { x: 640, y: 240, width: 1280, height: 800 }, isMaximized: true }, desk)).toEqual({
    bounds: { x: 640, y: 240, width: 1280, height: 800 },
    isMaximized: false,
  })
})

test('a place that makes no sense is refused', () => {
  for (const width of [0, -5, 1.5, 1e9, '800'])
    expect(windowPlace.safeParse({ bounds: { x: 0, y: 0, width, height: 600 }, isMaximized: false }).success).toBe(false)
})
