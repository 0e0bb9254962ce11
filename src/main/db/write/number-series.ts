// The numbers that a machine gives: one series a kind, all with the machine's own letter. They are the machine's, no other's.
import type { RawConnection } from '../raw-connection.ts'
import { numberKey } from '../registry/number-key.ts'

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

/** Orders are looked up among those in use, which is what their index holds. */
const FIND: Readonly<Record<string, string>> = {
  T: 'SELECT 1 FROM tickets WHERE numberKey = ? LIMIT 1',
  O: 'SELECT 1 FROM orders WHERE numberKey = ? AND archivedAt IS NULL LIMIT 1',
}

/** Whether a number stands on a record already: another machine gave it under the same letter before the two met, or somebody typed it. */
export const prepareIsGiven = (raw: RawConnection): ((series: string, number: string) => boolean) => {
  const statements = new Map<string, ReturnType<typeof raw.prepare<[string], unknown>>>()
  return (series, number) => {
    const sql = FIND[series]
    if (sql === undefined) return false
    const statement = statements.get(series) ?? raw.prepare<[string], unknown>(sql)
    statements.set(series, statement)
    return statement.get(numberKey(number)) !== undefined
  }
}
