// The one timeline: each source gives its newest entries behind the page's place, and the newest of all make the page.
import type { ActivityKind } from '#shared/activities/activity.ts'
import { type TimelineEntry, type TimelineKind, timelineKind } from '#shared/timeline/timeline.contract.ts'
import { findRecordState } from '#main/records/record-state.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { CallContext, Handlers } from '#main/rpc/handlers.ts'
import { type ActivityRow, countActivities, listActivities, PREFIX, type TimelineRecord } from './activities.repository.ts'
import { listFiles, listLifecycleMoves, listOrders, listTicketEvents, readUserNames } from './around.repository.ts'
import { countDealEntries, dealEntries } from './deal-events.ts'
import { countFieldChanges, fieldChangeEntries } from './field-changes.ts'
import { mergeEntries } from './merge-events.ts'
import { inOrder, type Page } from './place.ts'

export const timelineHandlers: Handlers['timeline'] = {
  of: (context, { recordType, recordId, kinds, before, limit }) => {
    const record = { recordType, recordId }
    requireThere(context, record)
    // One more than the page holds tells whether another page follows.
    const found = entriesOf(context, record, kinds, { before, limit: limit + 1 })
    const unique = new Map(found.map((entry) => [entry.id, entry]))
    const entries = inOrder([...unique.values()])
    const page = entries.slice(0, limit)
    const last = page.at(-1)
    return {
      entries: withActors(context, page),
      next: entries.length > limit && last ? { at: last.at, id: last.id } : null,
    }
  },

  counts: (context, record) => {
    requireThere(context, record)
    const { db } = context
    const all = { before: null, limit: -1 }
    const activities = countActivities(db, record)
    const activity = (kind: ActivityKind): number => activities.get(kind) ?? 0
    return {
      ...{ note: activity('note'), call: activity('call'), meeting: activity('meeting') },
      ...{ email: activity('email'), task: activity('task') },
      deal: countDealEntries(context, record),
      ticket: listTicketEvents(db, record, all).length,
      order: listOrders(db, record, all).length,
      lifecycle: listLifecycleMoves(db, record, all).length,
      file: listFiles(db, record, all).length,
      merge: mergeEntries(context, record, all).length,
      change: countFieldChanges(context, record),
    }
  },
}

const activityKinds = new Set<TimelineKind>(['note', 'call', 'meeting', 'email', 'task'])
const isActivityKind = (kind: TimelineKind): kind is ActivityKind => activityKinds.has(kind)

const entriesOf = (
  context: CallContext,
  record: TimelineRecord,
  asked: readonly TimelineKind[],
  page: Page,
): readonly TimelineEntry[] => {
  const { db } = context
  const kinds = asked.length === 0 ? timelineKind.options : asked
  const has = (kind: TimelineKind): boolean => kinds.includes(kind)
  const wanted = kinds.filter(isActivityKind)
  const activities =
    wanted.length === 0 ? [] : listActivities(db, record, { ...page, kinds: wanted.length === activityKinds.size ? [] : wanted })
  return [
    ...activities.map((row) => activityEntry(row, record)),
    ...(has('deal') ? dealEntries(context, record, page) : []),
    ...(has('ticket') ? listTicketEvents(db, record, page).map(ticketEntry) : []),
    ...(has('order') ? listOrders(db, record, page).map(orderEntry) : []),
    ...(has('lifecycle') ? listLifecycleMoves(db, record, page).map(lifecycleEntry) : []),
    ...(has('file') ? listFiles(db, record, page).map(fileEntry) : []),
    ...(has('merge') ? mergeEntries(context, record, page) : []),
    ...(has('change') ? fieldChangeEntries(context, record, page) : []),
  ]
}

const activityEntry = ({ activity, recordName, ownerName, files }: ActivityRow, record: TimelineRecord): TimelineEntry => {
  const { id, kind, happenedAt, recordType: type, recordId } = activity
  const isElsewhere = recordId !== record.recordId && type !== 'user'
  return {
    ...{ id: `${PREFIX}:${id}`, at: happenedAt, actorName: ownerName, kind, activity, files },
    of: isElsewhere ? { type, id: recordId, name: recordName ?? '' } : null,
  }
}

const ticketEntry = ({ id, event, at, subject, number }: ReturnType<typeof listTicketEvents>[number]): TimelineEntry => ({
  ...{ id: `${event}:${id}`, at, actorName: null, kind: 'ticket', event },
  ticket: { id, name: subject, number },
})

const orderEntry = ({ id, at, number, ...amount }: ReturnType<typeof listOrders>[number]): TimelineEntry => ({
  ...{ id: `order:${id}`, at, actorName: null, kind: 'order', order: { id, name: number } },
  ...amount,
})

const lifecycleEntry = (move: ReturnType<typeof listLifecycleMoves>[number]): TimelineEntry => {
  const { id, at, fromName, toName, onDay, note, byName } = move
  return { id: `lifecycle:${id}`, at, actorName: byName, kind: 'lifecycle', from: fromName, to: toName, onDay, note }
}

const fileEntry = ({ at, ...file }: ReturnType<typeof listFiles>[number]): TimelineEntry => ({
  ...{ id: `file:${file.id}`, at, actorName: null, kind: 'file', file },
})

/** Who made a ticket or added a file stands in the change log only; asked for what is shown alone. */
const withActors = ({ db, log }: CallContext, entries: readonly TimelineEntry[]): TimelineEntry[] => {
  const users = entries.some(({ kind }) => kind === 'ticket' || kind === 'file') ? readUserNames(db) : new Map<string, string>()
  return entries.map((entry) => {
    if (entry.kind !== 'ticket' && entry.kind !== 'file') return entry
    const history = entry.kind === 'file' ? log.ofRow('attachments', entry.file.id) : log.ofRow('tickets', entry.ticket.id)
    const isCreation = entry.kind === 'file' || entry.event === 'created'
    const change = history.find(({ kind, changes }) =>
      isCreation ? kind === 'created' : changes.some(({ field, to }) => field === 'closedAt' && to === entry.at),
    )
    return { ...entry, actorName: users.get(change?.actorId ?? '') ?? null }
  })
}

const requireThere = ({ db }: CallContext, { recordType, recordId }: TimelineRecord): void => {
  if (findRecordState(db, recordType, recordId) === 'gone')
    throw new AppError('not_found', 'activities.recordGone', { id: recordId })
}
