// Changes of the record itself, from its history; what other kinds of entries tell is left out here.
import type { RecordType } from '#shared/base/fields.ts'
import type { RecordChange } from '#shared/history/history.ts'
import type { TimelineEntry } from '#shared/timeline/timeline.contract.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { TimelineRecord } from './activities.repository.ts'
import { inOrder, isOnPage, type Page } from './place.ts'

type ChangeEntry = Extract<TimelineEntry, { kind: 'change' }>

/** Told by the entries of deals, tickets and the lifecycle, or of no interest to a reader. */
const toldElsewhere: Readonly<Record<RecordType, ReadonlySet<string>>> = {
  company: new Set(['lifecycleStageId', 'lifecycleSince']),
  contact: new Set(['lifecycleStageId', 'lifecycleSince']),
  deal: new Set(['stageId', 'position', 'status', 'closedOn']),
  ticket: new Set(['closedAt']),
  order: new Set(),
  product: new Set(),
}

/** Told by an entry and a note of its own; every link that went over is in the history. */
const TOLD_BY_MERGE = 'merges.run'

/** The most changes one question reads of the history. */
const MOST = 1000

export const fieldChangeEntries = (context: CallContext, record: TimelineRecord, page: Page): readonly ChangeEntry[] => {
  // Changes that say nothing here make a page shorter, so further ones are read until it is full or there are no more.
  for (let limit = Math.min(page.limit + 10, MOST); ; limit = Math.min(limit * 4, MOST)) {
    const changes = historyOf(context, record, { before: page.before?.at ?? null, limit })
    const entries = entriesOf(changes, record.recordType).filter((entry) => isOnPage(entry, page))
    // The last operation may have been cut in two, so it is told only when there is no more.
    const whole = changes.length < limit || limit === MOST ? entries : entries.filter(({ at }) => at > (changes.at(-1)?.at ?? ''))
    if (whole.length >= page.limit || changes.length < limit || limit === MOST) return whole.slice(0, page.limit)
  }
}

export const countFieldChanges = (context: CallContext, record: TimelineRecord): number =>
  entriesOf(historyOf(context, record, null), record.recordType).length

const historyOf = (
  { run }: CallContext,
  { recordType, recordId }: TimelineRecord,
  page: { readonly before: string | null; readonly limit: number } | null,
): readonly RecordChange[] => run('history.ofRecord', { table: recordTableOf(recordType), id: recordId, page })

const entriesOf = (changes: readonly RecordChange[], recordType: RecordType): ChangeEntry[] => {
  const operations = Map.groupBy(changes, ({ operation }) => operation)
  return inOrder([...operations.values()].flatMap((parts) => entryOf(parts, recordType)))
}

const entryOf = (parts: readonly RecordChange[], recordType: RecordType): ChangeEntry[] => {
  const [first] = parts
  if (!first || first.procedure === TOLD_BY_MERGE) return []
  const own = parts.find(({ row, kind }) => row === null && kind === 'created')
  const changes = parts.flatMap(({ row, changes: fields }) =>
    fields.filter(({ field }) => row !== null || !toldElsewhere[recordType].has(field)).map((field) => ({ ...field, row })),
  )
  if (own === undefined && changes.length === 0) return []
  const event = own === undefined ? 'changed' : own.procedure === 'imports.run' ? 'imported' : 'created'
  const { operation, at, actorName, procedure } = first
  const currency = parts.find(({ row }) => row === null)?.currency ?? null
  return [{ id: `change:${operation}`, at, actorName, kind: 'change', event, procedure, operation, changes, currency }]
}
