// The columns that records have by what stands around them: activities, tasks, favourites, tags, deals and tickets.
import { sql } from 'kysely'
import { type ListColumn, raw, type Sql } from './list-column.ts'
import { flag, sized, tags } from './make-column.ts'

/** A planned call or meeting that has not taken place is no contact yet. */
const lastActivity = (id: string): string =>
  `(select max(done.happenedAt) from activities as done where done.recordId = ${id} and done.kind <> 'task' and done.archivedAt is null and (done.dueOn is null or done.doneAt is not null))`

const nextTask = (id: string): string =>
  `(select min(next.dueOn) from activities as next where next.recordId = ${id} and next.kind = 'task' and next.doneAt is null and next.archivedAt is null)`

/** `me`: the id of whoever asks. */
export const aroundColumns = (table: string, me: unknown): Readonly<Record<string, ListColumn>> => {
  const id = `${table}.id`
  const favourite: Sql = sql`exists (select 1 from ${sql.table('favourites')} as liked where liked.recordId = ${raw(id)} and liked.userId = ${me} and liked.archivedAt is null)`
  return {
    lastActivityAt: sized('moment', lastActivity(id), { isUnsortable: true }),
    nextTaskOn: sized('day', nextTask(id), { isUnsortable: true }),
    isFavourite: flag(favourite),
    tags: tags(id),
    createdAt: sized('moment', `${table}.createdAt`, { blanks: 'never', isIndexed: true }),
    updatedAt: sized('moment', `${table}.updatedAt`, { blanks: 'never', isIndexed: true }),
  }
}

/** Open deals and tickets of a company or contact. */
export const openWork = (table: string, column: 'companyId' | 'contactId'): Readonly<Record<string, ListColumn>> => ({
  openDeals: sized(
    'number',
    `(select count(*) from deals as open where open.${column} = ${table}.id and open.status = 'open' and open.archivedAt is null)`,
    { isUnsortable: true },
  ),
  openTickets: sized(
    'number',
    `(select count(*) from tickets as open join ticketStatuses as status on status.id = open.statusId where open.${column} = ${table}.id and status.clock <> 'stops' and open.archivedAt is null)`,
    { isUnsortable: true },
  ),
})
