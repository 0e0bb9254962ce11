// The columns of deals, tickets and tasks.
import { sql } from 'kysely'
import { ticketChannel } from '#shared/tickets/ticket.ts'
import { taskPriority } from '#shared/lists/work-fields.ts'
import { aroundColumns } from './around-columns.ts'
import { placeIn } from './customer-columns.ts'
import { type ListColumn, raw, type Sql } from './list-column.ts'
import { choice, flag, keyedText, latin, money, ranked, reference, sized, text, user } from './make-column.ts'

type Columns = Readonly<Record<string, ListColumn>>

export const dealColumns = (me: unknown): Columns => ({
  ...aroundColumns('deals', me),
  title: keyedText('deals.title', 'deals.sortTitle', { isRequired: true, finder: 'name' }),
  companyId: reference('deals.companyId', 'companies', true),
  contactId: reference('deals.contactId', 'contacts', true),
  stageId: choice(
    'deals.stageId',
    `(select pipelines.position || pipelines.id || stages.position || stages.id from stages join pipelines on pipelines.id = stages.pipelineId where stages.id = deals.stageId)`,
    'position',
  ),
  pipelineId: choice('deals.pipelineId', placeIn('pipelines', 'deals.pipelineId')),
  status: ranked('deals.status', ['open', 'won', 'lost']),
  recordTypeId: choice('deals.recordTypeId', placeIn('recordTypes', 'deals.recordTypeId')),
  amountMinor: money('deals.amountMinor', raw('deals.currency'), true),
  expectedCloseOn: sized('day', 'deals.expectedCloseOn', { isIndexed: true }),
  openedOn: sized('day', 'deals.openedOn'),
  closedOn: sized('day', 'deals.closedOn'),
  ownerId: user('deals.ownerId', 'expectedCloseOn'),
  product: text('deals.product'),
  source: text('deals.source'),
  lossReason: text('deals.lossReason'),
  description: text('deals.description', 'longText'),
  externalId: latin('deals.externalId', 'text', 'parts'),
})

const clockIn = (clock: string): Sql =>
  sql`tickets.statusId in (select id from ${sql.table('ticketStatuses')} where clock ${raw(clock)})`

/** Few tickets are open, so an index finds them; most are closed. */
const open: ListColumn = { ...flag(clockIn(`<> 'stops'`), clockIn(`= 'stops'`)), isIndexed: true }

export const ticketColumns = (me: unknown): Columns => ({
  ...aroundColumns('tickets', me),
  number: {
    ...latin('tickets.number', 'text', 'parts'),
    sort: { key: raw('tickets.numberKey'), blanks: 'never', isIndexed: false },
  },
  subject: keyedText('tickets.subject', 'tickets.sortSubject', { isRequired: true, finder: 'name' }),
  statusId: choice('tickets.statusId', placeIn('ticketStatuses', 'tickets.statusId'), 'priority'),
  priority: {
    ...choice('tickets.priority', 'tickets.priorityRank'),
    sort: { key: raw('tickets.priorityRank'), blanks: 'never', isIndexed: true },
  },
  channel: ranked('tickets.channel', ticketChannel.options),
  companyId: reference('tickets.companyId', 'companies', true),
  contactId: reference('tickets.contactId', 'contacts', true),
  assigneeId: user('tickets.assigneeId', 'priority'),
  isOpen: open,
  recordTypeId: choice('tickets.recordTypeId', placeIn('recordTypes', 'tickets.recordTypeId')),
  lastMessageAt: sized(
    'moment',
    `(select max(message.sentAt) from ticketMessages as message where message.ticketId = tickets.id and message.archivedAt is null)`,
    { isUnsortable: true },
  ),
  closedAt: sized('moment', 'tickets.closedAt'),
  description: text('tickets.description', 'longText'),
  externalId: latin('tickets.externalId', 'text', 'parts'),
})

const recordEntity = `case activities.recordType when 'company' then 'companies' when 'contact' then 'contacts' when 'deal' then 'deals' when 'ticket' then 'tickets' when 'order' then 'orders' when 'product' then 'products' end`
const recordTitle = `case activities.recordType
  when 'company' then (select name from companies where id = activities.recordId)
  when 'contact' then (select name from contacts where id = activities.recordId)
  when 'deal' then (select title from deals where id = activities.recordId)
  when 'ticket' then (select subject from tickets where id = activities.recordId)
  when 'order' then (select number from orders where id = activities.recordId)
  when 'product' then (select name from products where id = activities.recordId) end`
const entityNames = ['companies', 'contacts', 'deals', 'products', 'orders', 'tickets'] as const

export const taskColumns = (_me: unknown): Columns => ({
  // Its key is stored, but no index holds tasks in that order.
  title: {
    ...keyedText('activities.title', 'activities.sortTitle', { finder: 'name' }),
    sort: { key: raw('activities.sortTitle'), blanks: 'highest', isIndexed: false },
    isIndexed: false,
  },
  text: text('activities.text', 'longText'),
  isDone: flag(raw('activities.doneAt is not null'), raw('activities.doneAt is null')),
  dueOn: sized('day', 'activities.dueOn', { isIndexed: false }),
  dueTime: { ...latin('activities.dueTime', 'text'), sort: null },
  // Nothing stands for normal.
  priority: ranked(`coalesce(activities.priority, 'normal')`, taskPriority),
  // Its index holds planned tasks alone.
  ownerId: user('activities.ownerId', 'dueOn', false),
  doneAt: sized('moment', 'activities.doneAt'),
  createdAt: sized('moment', 'activities.createdAt', { blanks: 'never' }),
  updatedAt: sized('moment', 'activities.updatedAt', { blanks: 'never' }),
  recordId: {
    ...text('activities.recordId', 'reference'),
    sort: null,
    parts: { '': raw('activities.recordId'), name: raw(recordTitle), entity: raw(recordEntity) },
    readAt: (placeOf) => {
      const [place, beside, kind] = [placeOf(''), placeOf('name'), placeOf('entity')]
      return (row) => {
        const [id, name] = [row[place], row[beside]]
        const entity = entityNames.find((one) => one === row[kind])
        return typeof id === 'string' && typeof name === 'string' && entity ? { id, name, entity } : null
      }
    },
  },
})
