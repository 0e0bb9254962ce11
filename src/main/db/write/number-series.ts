// The numbers that a machine gives: one series a kind, all with the machine's own letter. They are the machine's, no other's.
import type { RawConnection } from '../raw-connection.ts'

export const TICKETS = 'T'
const FIRST_TICKET = 1001
const FIRST = 1

/** Begins the series that every workspace has. */
export const beginSeries = (raw: RawConnection, letter: string): void =>
  void raw.prepare('INSERT INTO number_series (prefix, letter, next) VALUES (?, ?, ?)').run(TICKETS, letter, FIRST_TICKET)

/** Under another letter all series begin anew. */
export const setSeriesLetter = (raw: RawConnection, letter: string): void =>
  void raw
    .prepare('UPDATE number_series SET letter = ?, next = CASE prefix WHEN ? THEN ? ELSE ? END')
    .run(letter, TICKETS, FIRST_TICKET, FIRST)
