// The fields of deals, tickets and tasks in lists.
import { dealStatus } from '#shared/deals/deal.ts'
import { ticketChannel, ticketPriority } from '#shared/tickets/ticket.ts'
import { type BuiltInField, choicesFrom, field, words } from './built-in-field.ts'
import { aroundRecord, stampFields } from './customer-fields.ts'

export const taskPriority = ['low', 'normal', 'high'] as const

const recordType = field('recordTypeId', 'field.recordTypeId', 'choice', { choices: choicesFrom('recordTypes') })

export const dealListFields: readonly BuiltInField[] = [
  field('title', 'field.title', 'text', { isRequired: true, isShown: true, width: 240 }),
  field('companyId', 'field.companyId', 'reference', { target: 'companies', isShown: true }),
  field('stageId', 'field.stageId', 'choice', { choices: choicesFrom('stages'), isRequired: true, isShown: true }),
  field('amountMinor', 'field.amountMinor', 'money', { isShown: true }),
  field('expectedCloseOn', 'field.expectedCloseOn', 'day', { isShown: true }),
  field('ownerId', 'field.ownerId', 'user', { isShown: true }),
  field('tags', 'lists.field.tags', 'tags', { isShown: true }),
  field('contactId', 'field.contactId', 'reference', { target: 'contacts' }),
  field('status', 'field.status', 'choice', { choices: words('deals.status', dealStatus.options), isReadOnly: true }),
  field('pipelineId', 'field.pipelineId', 'choice', { choices: choicesFrom('pipelines'), isReadOnly: true }),
  recordType,
  field('openedOn', 'field.openedOn', 'day'),
  field('closedOn', 'field.closedOn', 'day', { isReadOnly: true }),
  field('product', 'field.product', 'text'),
  field('source', 'field.source', 'text'),
  field('lossReason', 'field.lossReason', 'text', { isReadOnly: true, isUnsortable: true }),
  field('description', 'field.description', 'longText'),
  field('externalId', 'field.externalId', 'text', { width: 120 }),
  ...aroundRecord,
  ...stampFields,
]

export const ticketListFields: readonly BuiltInField[] = [
  field('number', 'field.number', 'text', { isReadOnly: true, isShown: true, width: 100 }),
  field('subject', 'field.subject', 'text', { isRequired: true, isShown: true, width: 260 }),
  field('statusId', 'field.statusId', 'choice', { choices: choicesFrom('ticketStatuses'), isRequired: true, isShown: true }),
  field('priority', 'field.priority', 'choice', {
    ...{ choices: words('tickets.priority', ticketPriority.options), isRequired: true, isShown: true },
  }),
  field('companyId', 'field.companyId', 'reference', { target: 'companies', isShown: true }),
  field('contactId', 'field.contactId', 'reference', { target: 'contacts' }),
  field('assigneeId', 'field.assigneeId', 'user', { isShown: true }),
  field('tags', 'lists.field.tags', 'tags'),
  field('channel', 'field.channel', 'choice', {
    ...{ choices: words('tickets.channel', ticketChannel.options), isRequired: true },
  }),
  field('isOpen', 'lists.field.isOpen', 'boolean', { isReadOnly: true, isUnsortable: true }),
  recordType,
  field('lastMessageAt', 'lists.field.lastMessageAt', 'moment', { isReadOnly: true, isUnsortable: true }),
  field('closedAt', 'field.closedAt', 'moment', { isReadOnly: true }),
  field('description', 'field.description', 'longText'),
  field('externalId', 'field.externalId', 'text', { width: 120 }),
  ...aroundRecord,
  ...stampFields,
]

export const taskListFields: readonly BuiltInField[] = [
  field('title', 'field.title', 'text', { isShown: true, width: 280 }),
  field('isDone', 'lists.field.isDone', 'boolean', { isShown: true, isUnsortable: true, width: 80 }),
  field('dueOn', 'field.dueOn', 'day', { isShown: true }),
  field('dueTime', 'field.dueTime', 'text', { isShown: true, width: 80, isUnsortable: true, isUnfilterable: true }),
  field('priority', 'field.priority', 'choice', {
    choices: words('tickets.priority', taskPriority),
    isRequired: true,
    isShown: true,
  }),
  field('recordId', 'field.recordId', 'reference', { isShown: true, isReadOnly: true, isUnsortable: true, isUnfilterable: true }),
  field('ownerId', 'field.ownerId', 'user', { isShown: true }),
  field('text', 'field.text', 'longText'),
  field('doneAt', 'field.doneAt', 'moment', { isReadOnly: true }),
  ...stampFields,
]
