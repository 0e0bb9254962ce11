// The SQL of sample data: writing it, counting it, and finding what was made of it since.
import { type RawBuilder, sql } from 'kysely'
import type { Stage } from '#shared/deals/deal.ts'
import type { TicketStatus } from '#shared/tickets/ticket.ts'
import { build, compileSql } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { keyBehind } from '#main/records/reorder.ts'
import type { Samples } from './making.ts'

/** The tables whose samples a user meets as records of their own. */
export const recordTables = ['companies', 'contacts', 'deals', 'tickets', 'activities'] as const
/** What goes with them. */
export const partTables = [
  ...(['companyContacts', 'ticketMessages', 'lifecycleMoves', 'contactPoints', 'relations'] as const),
  ...(['recordTags', 'tags'] as const),
] as const
export type SampleTable = (typeof recordTables)[number] | (typeof partTables)[number]

export interface SampleRow {
  readonly id: string
  readonly ver: number
  readonly cells: string | null
}

export const countSamples = (db: Db): number =>
  recordTables.reduce((count, table) => {
    const row = db.get(
      compileSql(sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where isSample = 1 and archivedAt is null`),
    )
    return count + (row?.n ?? 0)
  }, 0)

export const listSamples = (db: Db, table: SampleTable): SampleRow[] =>
  db.all(compileSql(sql<SampleRow>`select id, ver, cells from ${sql.table(table)} where isSample = 1 and archivedAt is null`))

/** What a record is called; for an activity its title or its first words. */
export const nameOfSample = (db: Db, table: (typeof recordTables)[number], id: string): string => {
  const names: Readonly<Record<typeof table, RawBuilder<string>>> = {
    companies: sql<string>`name`,
    contacts: sql<string>`name`,
    deals: sql<string>`title`,
    tickets: sql<string>`subject`,
    activities: sql<string>`coalesce(title, substr(text, 1, 80), kind)`,
  }
  return (
    db.get(compileSql(sql<{ name: string }>`select ${names[table]} as name from ${sql.table(table)} where id = ${id}`))?.name ??
    ''
  )
}

export const findFirstPipeline = (db: Db): { readonly id: string; readonly stages: readonly Stage[] } | undefined => {
  const pipeline = db.get(
    build.selectFrom('pipelines').select('id').where(isActive('pipelines')).orderBy('position').orderBy('id').limit(1),
  )
  if (!pipeline) return undefined
  const stages = db.all(
    build
      .selectFrom('stages')
      .select(['id', 'pipelineId', 'name', 'position', 'probability', 'outcome'])
      .where('pipelineId', '=', pipeline.id)
      .where(isActive('stages'))
      .orderBy('position')
      .orderBy('id'),
  )
  return { id: pipeline.id, stages }
}

export const listStatuses = (db: Db): TicketStatus[] =>
  db.all(
    build
      .selectFrom('ticketStatuses')
      .select(['id', 'name', 'position', 'clock'])
      .where(isActive('ticketStatuses'))
      .orderBy('position')
      .orderBy('id'),
  )

const lastPosition = (db: Db, stageId: string): string | null =>
  db.get(
    compileSql(sql<{ last: string | null }>`select max(position) as last from ${sql.table('deals')} where stageId = ${stageId}`),
  )?.last ?? null

/** Writes the samples, each with its mark. */
export const insertSamples = (tx: WriteTx, samples: Samples): void => {
  const isSample = true
  for (const company of samples.companies) tx.insert('companies', { ...company, isSample })
  for (const { companyId: _company, role: _role, ...contact } of samples.contacts) tx.insert('contacts', { ...contact, isSample })
  for (const { id: contactId, companyId, role } of samples.contacts) {
    const id = tx.naturalId('companyContacts', companyId, contactId)
    tx.insert('companyContacts', { id, companyId, contactId, role, isPrimary: true, isSample })
  }
  for (const [stageId, deals] of Map.groupBy(samples.deals, (deal) => deal.stageId)) {
    let position = lastPosition(tx, stageId)
    for (const { openedDaysAgo: _, ...deal } of deals) {
      position = keyBehind(position)
      tx.insert('deals', { ...deal, position, isSample })
    }
  }
  for (const { daysAgo: _, ...ticket } of samples.tickets.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    tx.insert('tickets', { ...ticket, number: tx.nextNumber('T'), isSample })
  }
  for (const message of samples.messages) tx.insert('ticketMessages', { ...message, isSample })
  for (const activity of samples.activities) tx.insert('activities', { ...activity, isSample })
  for (const move of samples.moves) tx.insert('lifecycleMoves', { ...move, isSample })
  for (const point of samples.points) tx.insert('contactPoints', { ...point, isSample })
  for (const relation of samples.relations) tx.insert('relations', { ...relation, isSample })
  for (const tag of samples.tags) tx.insert('tags', { ...tag, isSample })
  for (const row of samples.recordTags) tx.put('recordTags', [row.tagId, row.recordId], { ...row, isSample })
}
