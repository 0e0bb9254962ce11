// What each procedure of conflicts does: find what crossed, tell it, decide about it.
import { AppError } from '#shared/base/app-error.ts'
import type { Decision } from '#shared/conflicts/conflict.ts'
import { MOST_CIRCLES, MOST_SAME_NUMBERS } from '#shared/conflicts/conflicts.contract.ts'
import type { Crossed, RowAt } from '#main/db/log/crossings.ts'
import { layouts } from '#main/db/registry/layout.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { archiveDependents } from '#main/records/company-dependents.ts'
import { readNames } from '#main/records/names.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import { openCircles, tellCircles } from './company-circles.ts'
import { writeAnew } from './editors.ts'
import { mergeOf, reasonOf } from './kept-merges.ts'
import { isOfItsRecord, type OpenGroup, openCount, openGroups, openOfRecord, openOn } from './open-groups.ts'
import { paired, sameNumberPairs, sameNumbers, seriesOf } from './same-numbers.ts'
import { takeValue } from './take-value.ts'
import { tellConflicts } from './told-conflicts.ts'

export const conflictsHandlers: Handlers['conflicts'] = {
  list: (context, { after, limit }) => {
    const all = openGroups(context)
    const rest = after === null ? all : all.filter((group) => comesAfter(group, after))
    const page = rest.slice(0, limit)
    const last = rest.length > limit ? page.at(-1) : undefined
    const names = readNames(
      context.db,
      page.map(({ table, id }) => ({ table, rowId: id })),
    )
    const groupOf = new Map<string, string>(
      page.flatMap(({ id, rows }) => rows.map(({ table, rowId }) => [`${table} ${rowId}`, id])),
    )
    const open = openOn(
      context,
      page.flatMap(({ rows }) => rows),
    )
    const told = Map.groupBy(tellConflicts(context, open), ({ table, rowId }) => groupOf.get(`${table} ${rowId}`))
    return {
      groups: page.map(({ id, table, recordType, at }) => ({
        ...{ id, table, recordType, at, name: names.of(table, id) },
        conflicts: (told.get(id) ?? []).map((one) => (one.rowId === id ? { ...one, row: null } : one)),
      })),
      next: last ? { key: last.at, id: last.id } : null,
      total: all.length,
      open: countOf(all),
    }
  },

  sameNumbers: (context, { recordId }) => sameNumbers(context, recordId).slice(0, MOST_SAME_NUMBERS),

  circles: (context, { companyId }) => {
    const wanted = openCircles(context).filter((circle) => companyId === null || circle.some(({ id }) => id === companyId))
    return tellCircles(context, wanted.slice(0, MOST_CIRCLES))
  },

  count: (context) => {
    const { open, ids } = openCount(context)
    const doubled = sameNumberPairs(context)
    const circles = openCircles(context)
    const records = new Set([
      ...ids,
      ...doubled.map(({ later }) => later.id),
      ...circles.flatMap((circle) => circle.map(({ id }) => id)),
    ])
    return {
      ...{ open: open + doubled.length + circles.length, records: records.size },
      ...{ numbers: doubled.length, circles: circles.length },
    }
  },

  ofRecord: (context, { recordType, recordId }) =>
    tellConflicts(context, openOfRecord(context, recordType, recordId)).map((one) =>
      one.rowId === recordId ? { ...one, row: null } : one,
    ),

  get: (context, wanted) => {
    const open = openOn(context, knownRows([wanted])).filter((one) => isOf(one, wanted))
    const [found] = tellConflicts(context, open)
    return found ? (open.some(isOfItsRecord) ? { ...found, row: null } : found) : null
  },

  decide: (context, { decisions }) => {
    const open = openOn(context, knownRows(decisions))
    for (const decision of decisions) decide(context, open, decision)
    return { decided: decisions.length }
  },

  renumber: (context, { recordType, id }) => {
    const { tx } = context
    const isOpen = sameNumberPairs(context, id).some((one) => one.recordType === recordType)
    if (!isOpen) throw new AppError('conflict', 'conflicts.decided')
    const number = tx.nextNumber(seriesOf[recordType])
    tx.update(recordTableOf(recordType), id, { number })
    return { number }
  },

  keepNumbers: (context, { recordType, ids }) => {
    const { tx, actor } = context
    const [aId, bId] = paired(...ids)
    const isOpen = sameNumberPairs(context, aId).some(({ first, later }) => paired(first.id, later.id).join() === `${aId},${bId}`)
    if (!isOpen) throw new AppError('conflict', 'conflicts.decided')
    tx.put('notDuplicates', [recordType, aId, bId], { recordType, aId, bId, byId: actor.userId })
    return null
  },

  keep: (context, wanted) => {
    const { table, row } = requireKept(context, wanted)
    context.tx.decide(table, row.id, { archivedAt: null, archivedReason: null })
    return null
  },

  archiveAgain: (context, { withDependents, ...wanted }) => {
    const { tx, run } = context
    const kept = requireKept(context, wanted)
    const { table, row } = kept
    const merged = mergeOf(tx, kept)
    if (merged?.winnerId) {
      // It stays for now, and is merged once more, so that what was done on it since goes over, too.
      tx.decide(table, row.id, { archivedAt: null, archivedReason: null })
      run('merges.run', { recordType: merged.recordType, winnerId: merged.winnerId, loserIds: [row.id] })
    } else {
      tx.decide(table, row.id, { archivedAt: tx.at, archivedReason: merged ? 'user' : (reasonOf(kept) ?? 'user') })
      if (withDependents && table === 'companies') archiveDependents(context, row.id)
    }
    return null
  },
}

const countOf = (groups: readonly OpenGroup[]): number => groups.reduce((sum, { open }) => sum + open, 0)

const comesAfter = ({ at, id }: OpenGroup, after: { readonly key: string | number | null; readonly id: string }): boolean => {
  const key = String(after.key)
  return at < key || (at === key && id < after.id)
}

const isOf = (
  { kind, table, row, cell }: Crossed,
  wanted: { readonly table: string; readonly rowId: string; readonly field: string },
): boolean =>
  kind === 'value' && table === wanted.table && row.id === wanted.rowId && cell.columns.some(({ name }) => name === wanted.field)

/** What a window says may name a table that there is not. */
const knownRows = (named: readonly { readonly table: string; readonly rowId: string }[]): RowAt[] =>
  named.flatMap(({ table: name, rowId }) =>
    [...layouts.keys()].filter((table) => table === name).map((table) => ({ table, rowId })),
  )

const requireOpen = (found: Crossed | undefined): Crossed => {
  if (!found) throw new AppError('conflict', 'conflicts.decided')
  return found
}

const requireKept = (context: MutationContext, { table, rowId }: { readonly table: string; readonly rowId: string }): Crossed =>
  requireOpen(openOn(context, knownRows([{ table, rowId }])).find((one) => one.kind === 'kept'))

const decide = (context: MutationContext, open: readonly Crossed[], decision: Decision): void => {
  const { rowId, field, choice } = decision
  const crossed = requireOpen(open.find((one) => isOf(one, decision)))
  const { standing, others } = context.log.crossing(crossed)
  const isUnseen = others.some(({ id }) => !decision.others.includes(id))
  if (standing.id !== decision.standing || isUnseen) throw new AppError('conflict', 'conflicts.changed')
  if (choice.kind === 'take') {
    const other = others.find(({ id }) => id === choice.claim)
    if (!other) throw new AppError('conflict', 'conflicts.changed')
    takeValue(context, crossed, other.values)
  } else if (choice.kind === 'write') writeAnew(context, { table: crossed.table, rowId, field, value: choice.value })
  context.tx.settle(crossed.table, rowId, field)
}
