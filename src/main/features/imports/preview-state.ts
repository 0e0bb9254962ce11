// The preview that was asked for last, kept on this thread: its rows are looked at page by page, and nothing is worked out twice.
import type { ImportPlan } from '#shared/imports/plan.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { type ImportDone, importAll } from './import-all.ts'
import type { ImportFiles } from './sheets.ts'
import { frameOf, takeAgain } from './take-again.ts'

export interface PreviewState {
  readonly plan: ImportPlan
  readonly files: ImportFiles
  readonly done: ImportDone
}

let kept: { readonly key: string; readonly frame: string; readonly state: PreviewState } | null = null

/** Ids for a preview, where nothing is kept: no record has one like them. */
const passingIds = (): (() => string) => {
  let next = 0
  return () => `ffffffff-ffff-8fff-8fff-${(next += 1).toString(16).padStart(12, '0')}`
}

/** What the plan would do to the files, as the office is now. */
export const previewFor = (context: CallContext, { plan, files }: Pick<PreviewState, 'plan' | 'files'>): PreviewState => {
  const position = context.log.operations(null, 1)[0]?.lsn ?? 0
  const frame = JSON.stringify([files.identity, frameOf(plan), position])
  const key = JSON.stringify([frame, plan.edits, plan.decisions])
  if (kept?.key !== key) {
    const before = kept?.frame === frame ? kept.state : null
    // The old one is let go before the new one grows.
    kept = null
    const again = before && takeAgain({ ...before, files }, plan)
    const done = again ?? importAll(context, { db: context.db, tx: null, newId: passingIds(), plan, files })
    kept = { key, frame, state: { plan, files, done } }
  }
  const { state } = kept
  // The files may have been read anew since, to the same rows.
  return { ...state, files }
}
