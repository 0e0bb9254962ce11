// What became of deals, from the change log: made, moved, won, lost, opened again.
import type { TimelineEntry } from '#shared/timeline/timeline.contract.ts'
import type { LoggedRowChange } from '#main/db/log/change-log.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import type { TimelineRecord } from './activities.repository.ts'
import { type DealRow, listDeals, readStageNames, readUserNames } from './around.repository.ts'
import { inOrder, isOnPage, type Page } from './place.ts'

type DealEntry = Extract<TimelineEntry, { kind: 'deal' }>

/**
 * The entries of a page. Deals are looked at from the one changed last: once a page is full of entries newer than the next deal's last
 * change, no further deal can add to it.
 */
export const dealEntries = ({ db, log }: CallContext, record: TimelineRecord, page: Page): readonly DealEntry[] => {
  const deals = listDeals(db, record)
  if (deals.length === 0) return []
  const stages = readStageNames(db)
  const users = readUserNames(db)
  let entries: DealEntry[] = []
  for (const deal of deals) {
    const last = entries[page.limit - 1]
    if (last && last.at > deal.updatedAt) break
    if (page.before !== null && deal.createdAt > page.before.at) continue
    const own = log.ofRow('deals', deal.id).flatMap((change) => entryOf(deal, change, { stages, users }))
    entries = inOrder([...entries, ...own.filter((entry) => isOnPage(entry, page))]).slice(0, page.limit)
  }
  return entries
}

/** How many entries there are of all a record's deals. */
export const countDealEntries = (context: CallContext, record: TimelineRecord): number =>
  dealEntries(context, record, { before: null, limit: Number.MAX_SAFE_INTEGER }).length

interface NamesOf {
  readonly stages: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, string>
}

const entryOf = (deal: DealRow, change: LoggedRowChange, { stages, users }: NamesOf): DealEntry[] => {
  const value = (field: string): unknown => change.changes.find((one) => one.field === field)?.to
  const event = eventOf(change, value('status'), value('stageId') !== undefined)
  if (event === null) return []
  const stageId = value('stageId')
  return [
    {
      ...{ id: `deal:${deal.id}:${change.operation}`, at: change.at, kind: 'deal', event },
      actorName: change.actorId === null ? null : (users.get(change.actorId) ?? null),
      deal: { id: deal.id, name: deal.title },
      stageName: typeof stageId === 'string' ? (stages.get(stageId) ?? null) : null,
      ...{ amountMinor: deal.amountMinor, currency: deal.currency },
    },
  ]
}

const eventOf = ({ kind }: LoggedRowChange, status: unknown, isMoved: boolean): DealEntry['event'] | null => {
  if (kind === 'created') return 'created'
  if (status === 'won' || status === 'lost') return status
  if (status === 'open') return 'reopened'
  return isMoved ? 'moved' : null
}
