// What rows of deals, tickets and activities can hold, and of the colleagues and links around them.
import { activityKind, callDirection, callOutcome, priority } from '#shared/activities/activity.ts'
import { ticketChannel, ticketPriority } from '#shared/tickets/ticket.ts'
import { choice, day, type EntitySpec, longText, reference, text } from './field-spec.ts'

const externalId = { key: 'externalId', kind: 'code', max: 100 } as const

export const dealSpec: EntitySpec = {
  entity: 'deal',
  fields: [
    text('title', 200),
    reference('company', 'company'),
    reference('contact', 'contact'),
    reference('owner', 'user'),
    { key: 'stage', kind: 'stage', max: 100 },
    /** How it ended, beside the stage or instead of it. */
    choice('status', ['open', 'won', 'lost']),
    { key: 'amount', kind: 'money' },
    { key: 'currency', kind: 'currency' },
    text('product', 200),
    day('openedOn'),
    day('expectedCloseOn'),
    day('closedOn'),
    text('lossReason', 200),
    text('source', 100),
    { key: 'tags', kind: 'tags' },
    longText('description'),
    externalId,
  ],
  keys: ['externalId', 'title', 'row'],
  usualKeys: ['externalId', 'row'],
  named: ['title', 'product', 'company', 'contact', 'externalId'],
}

export const ticketSpec: EntitySpec = {
  entity: 'ticket',
  fields: [
    text('subject', 300),
    longText('description'),
    reference('company', 'company'),
    reference('contact', 'contact'),
    reference('assignee', 'user'),
    { key: 'status', kind: 'ticketStatus', max: 100 },
    choice('priority', ticketPriority.options),
    choice('channel', ticketChannel.options),
    { key: 'createdAt', kind: 'moment' },
    { key: 'closedAt', kind: 'moment' },
    { key: 'tags', kind: 'tags' },
    externalId,
  ],
  keys: ['externalId', 'row'],
  usualKeys: ['externalId', 'row'],
  named: ['subject', 'description', 'externalId'],
}

export const activitySpec: EntitySpec = {
  entity: 'activity',
  fields: [
    choice('kind', activityKind.options),
    text('title', 200),
    longText('text'),
    reference('company', 'company'),
    reference('contact', 'contact'),
    reference('deal', 'deal', false),
    reference('ticket', 'ticket', false),
    reference('owner', 'user'),
    /** Who takes part, by e-mail: people who are known are tied to the entry, others named in its text. */
    { key: 'attendees', kind: 'people' },
    { key: 'happenedAt', kind: 'moment' },
    { key: 'durationMinutes', kind: 'whole', maxValue: 600_000 },
    day('dueOn'),
    { key: 'dueTime', kind: 'time' },
    /** Day and time of what is planned, in one column. */
    { key: 'plannedAt', kind: 'moment' },
    day('endsOn'),
    { key: 'doneAt', kind: 'moment' },
    { key: 'isDone', kind: 'flag' },
    choice('priority', priority.options),
    choice('outcome', callOutcome.options),
    choice('direction', callDirection.options),
    text('location', 200),
    text('recurrence', 500),
    { key: 'icsUid', kind: 'code', max: 200 },
  ],
  keys: ['icsUid', 'row'],
  usualKeys: ['icsUid', 'row'],
  named: ['title', 'text'],
}

export const linkSpec: EntitySpec = {
  entity: 'link',
  fields: [
    reference('company', 'company'),
    reference('contact', 'contact'),
    text('role', 100),
    { key: 'isPrimary', kind: 'flag' },
  ],
  keys: ['link'],
  usualKeys: ['link'],
  named: ['company', 'contact'],
}

export const userSpec: EntitySpec = {
  entity: 'user',
  fields: [
    { key: 'name', kind: 'name', max: 200 },
    text('givenName', 200),
    text('familyName', 200),
    /** Holds for the tables of this import only: they name their colleagues by it. */
    externalId,
  ],
  keys: ['name'],
  usualKeys: ['name'],
  named: ['name', 'givenName', 'familyName'],
}
