// What each procedure of merging does: work out the plan, show it, or carry it out.
import { leftValues } from '#shared/merges/merge-choices.ts'
import type { MergeChoices } from '#shared/merges/merge.ts'
import { findMerged } from '#main/records/merged-into.ts'
import type { Handlers, MutationContext } from '#main/rpc/handlers.ts'
import { noteTexts } from './merge-note.ts'
import { type MergePlan, planMerge } from './merge-plan.ts'
import { previewOf } from './merge-preview.ts'
import { type Members, requireMembers } from './merge-records.ts'
import { listMergedInto, readCustomerNames } from './merges.repository.ts'
import { proposedWinner } from './proposed-winner.ts'
import { writeWinner } from './winner-fields.ts'

/** How many rows are written before it is asked whether the user gave up. */
const STRIDE = 200

export const mergesHandlers: Handlers['merges'] = {
  preview: ({ db }, asked) => {
    const winnerId = asked.winnerId ?? proposedWinner(db, requireMembers(db, asked))
    const members = requireMembers(db, { ...asked, winnerId })
    return previewOf(db, members, planMerge(db, members, { choices: {}, isPreview: true }))
  },

  run: (context, { recordType, winnerId, loserIds, choices }) => {
    const { tx, checkCancelled, progress, run } = context
    const members = requireMembers(tx, { recordType, ids: [winnerId, ...loserIds], winnerId })
    const plan = planMerge(tx, members, { choices, isPreview: false })
    const notes = notesOf(context, { members, plan, choices })
    // They go first, so that the winner may take what the office wants to be there once.
    for (const id of members.losers) {
      tx.update(members.table, id, { mergedIntoId: winnerId })
      tx.archive(members.table, id, 'merged')
    }
    writeWinner(tx, members, plan)
    for (const [done, step] of plan.steps.entries()) {
      if (done % STRIDE === 0) {
        checkCancelled()
        progress('merges.step.moving', done, plan.steps.length)
      }
      step.apply(tx)
    }
    for (const text of notes) run('activities.log', { recordType, recordId: winnerId, kind: 'note', text })
    const name = readCustomerNames(tx, [winnerId]).get(winnerId) ?? ''
    const moved = plan.steps.filter(({ kind, isActive }) => kind === 'moved' && isActive).length
    return { winner: { id: winnerId, name }, merged: members.losers.length, moved }
  },

  winnerOf: ({ db }, { recordType, id }) => findMerged(db, recordType, id),

  mergedInto: ({ db }, { recordType, id }) => listMergedInto(db, recordType, id),
}

interface Decided {
  readonly members: Members
  readonly plan: MergePlan
  readonly choices: MergeChoices
}

/** The texts of what stays behind, the winner's own values first where others took their place. */
const notesOf = ({ tx, run }: MutationContext, { members, plan, choices }: Decided): readonly string[] => {
  const { recordType, ids, order, winnerId, records } = members
  const { language, timeZone } = run('settings.get', {})
  const names = readCustomerNames(
    tx,
    plan.left.map(({ of }) => of),
  )
  const values = leftValues(plan.fields, ids, winnerId, choices)
  const lefts = order.map((place) => {
    const recordId = ids[place] ?? winnerId
    const further = plan.left
      .filter((left) => left.recordId === recordId)
      .map(({ of, text }) => ({ of: names.get(of) ?? of, text }))
    return {
      further,
      name: recordId === winnerId ? null : (records[place]?.name ?? ''),
      values: values.filter((left) => left.recordId === recordId),
    }
  })
  return noteTexts({ language, timeZone, recordType }, lefts)
}
