// Who has which record open at one machine, in windows that come and go.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Opened } from '#main/sync/opened.ts'
import { createOpenRecords, type OpenRecords } from '#main/engine/open-records.ts'

const lin = { id: 'lin', name: 'Lin' }
const nordwind: Opened = { entity: 'company', id: 'nordwind', person: lin }
const suedwind: Opened = { entity: 'company', id: 'suedwind', person: lin }
const [first, second] = [{}, {}]

const told = vi.fn<(open: readonly Opened[]) => void>()
let records: OpenRecords

beforeEach(() => {
  vi.useFakeTimers()
  told.mockClear()
  records = createOpenRecords({ nowMs: Date.now, onChange: told })
})
afterEach(() => {
  records.close()
  vi.useRealTimers()
})

test('somebody who has a record open in two windows has it open until both are closed, and counts once', () => {
  records.open(nordwind, first)
  records.open(nordwind, second)
  expect(records.of('company', 'nordwind')).toEqual([lin])
  records.leave(nordwind, first)
  records.leave(nordwind, first)
  expect(records.of('company', 'nordwind')).toEqual([lin])
  expect(told.mock.calls).toEqual([[[nordwind]]])
  records.leave(nordwind, second)
  expect(records.of('company', 'nordwind')).toEqual([])
  expect(told.mock.lastCall).toEqual([[]])
})

test('a window that is closed leaves all that was open in it, and nothing else', () => {
  records.open(nordwind, first)
  records.open(suedwind, first)
  records.open(nordwind, second)
  records.leaveAll(first)
  expect(told.mock.lastCall).toEqual([[nordwind]])
  told.mockClear()
  records.leaveAll(first)
  expect(told).not.toHaveBeenCalled()
})

test('a window that says nothing for a minute has closed it, and not the other one', () => {
  records.open(nordwind, first)
  records.open(suedwind, first)
  vi.advanceTimersByTime(50_000)
  records.open(nordwind, second)
  vi.advanceTimersByTime(30_000)
  expect(told.mock.lastCall).toEqual([[nordwind]])
  vi.advanceTimersByTime(60_000)
  expect(told.mock.lastCall).toEqual([[]])
})

test('what was said last stands last', () => {
  records.open(nordwind, first)
  records.open(suedwind, first)
  records.open(nordwind, first)
  records.open({ ...suedwind, person: { id: 'an', name: 'An' } }, second)
  expect(told.mock.lastCall?.[0].map(({ id, person }) => `${id} ${person.id}`)).toEqual([
    'suedwind lin',
    'nordwind lin',
    'suedwind an',
  ])
})
