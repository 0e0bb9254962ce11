// What a company's or person's deals, tickets, orders and files come to.
import { sql } from 'kysely'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

const attachmentsOf = prepared<{ recordId: string }>()((param) =>
  build
    .selectFrom('attachments')
    .select((the) => the.fn.countAll<number>().as('n'))
    .where('recordId', '=', param('recordId'))
    .where(isActive('attachments')),
)

const dealSumsBy = (column: 'companyId' | 'contactId') =>
  prepared<{ recordId: string }>()((param) =>
    build
      .selectFrom('deals')
      .select(['status', 'currency'])
      .select((the) => [the.fn.countAll<number>().as('count'), sql<number>`sum(coalesce(amountMinor, 0))`.as('amountMinor')])
      .where(column, '=', param('recordId'))
      .where(sql<boolean>`status <> 'lost'`)
      .where(isActive('deals'))
      .groupBy(['status', 'currency'])
      .orderBy('currency'),
  )

const openTicketsBy = (column: 'companyId' | 'contactId') =>
  prepared<{ recordId: string }>()((param) =>
    build
      .selectFrom('tickets')
      .innerJoin('ticketStatuses as status', 'status.id', 'tickets.statusId')
      .select((the) => the.fn.countAll<number>().as('n'))
      .where(column, '=', param('recordId'))
      .where(sql<boolean>`status.clock <> 'stops'`)
      .where(isActive('tickets')),
  )

const ordersBy = (column: 'companyId' | 'contactId') =>
  prepared<{ recordId: string }>()((param) =>
    build
      .selectFrom('orders')
      .select((the) => the.fn.countAll<number>().as('n'))
      .where(column, '=', param('recordId'))
      .where(isActive('orders')),
  )

const orders = { company: ordersBy('companyId'), contact: ordersBy('contactId') } as const
const dealSums = { company: dealSumsBy('companyId'), contact: dealSumsBy('contactId') } as const
const openTickets = { company: openTicketsBy('companyId'), contact: openTicketsBy('contactId') } as const

/** Sums of deals by currency, and how many deals, tickets, orders and files there are. */
export const findRecordFigures = (db: Db, recordType: CustomerType, recordId: string) => {
  const sums = dealSums[recordType](db, { recordId })
  const open = sums.filter(({ status }) => status === 'open')
  const won = sums.filter(({ status }) => status === 'won')
  return {
    sums: { openDealSums: open.map(toSum), wonSums: won.map(toSum) },
    counts: {
      openDeals: open.reduce((sum, { count }) => sum + count, 0),
      wonDeals: won.reduce((sum, { count }) => sum + count, 0),
      openTickets: openTickets[recordType](db, { recordId })[0]?.n ?? 0,
      orders: orders[recordType](db, { recordId })[0]?.n ?? 0,
      attachments: attachmentsOf(db, { recordId })[0]?.n ?? 0,
    },
  }
}

const toSum = ({ currency, amountMinor, count }: { currency: string; amountMinor: number; count: number }) => ({
  currency,
  amountMinor,
  count,
})
