// The clock of a ticket.
import { expect, test } from 'vitest'
import { enterStatus, firstStatus } from '#shared/tickets/clock.ts'
import type { TicketStatus } from '#shared/tickets/ticket.ts'

const status = (id: string, clock: TicketStatus['clock']): TicketStatus => ({ id, name: id, position: id, clock })
const now = '2026-03-02T09:00:00.000Z'
const before = '2026-03-01T09:00:00.000Z'

test('a ticket is closed when its clock stops, and open again when it runs or pauses', () => {
  expect(enterStatus({ closedAt: null }, status('solved', 'stops'), now)).toEqual({ statusId: 'solved', closedAt: now })
  expect(enterStatus({ closedAt: before }, status('new', 'runs'), now)).toEqual({ statusId: 'new', closedAt: null })
  expect(enterStatus({ closedAt: before }, status('waiting', 'pauses'), now)).toEqual({ statusId: 'waiting', closedAt: null })
})

test('a closed ticket that changes to another closed status keeps the moment it was closed', () => {
  expect(enterStatus({ closedAt: before }, status('closed', 'stops'), now)).toEqual({ statusId: 'closed', closedAt: before })
})

test('a new ticket starts where the clock runs, whatever the status is called', () => {
  expect(firstStatus([status('draft', 'pauses'), status('打开', 'runs'), status('b', 'runs')])?.id).toBe('打开')
  expect(firstStatus([status('solved', 'stops')])).toBeNull()
})
