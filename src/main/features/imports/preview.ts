// What an import would do, as the user is shown it before anything is written.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import { moneyToText } from '#shared/imports/amounts.ts'
import { type Draft, isRefused, type RowFault } from '#shared/imports/draft.ts'
import { isPointField } from '#shared/imports/points.ts'
import type { CellProblem, ImportPlan, ImportPreview } from '#shared/imports/import.ts'
import type { OwnText } from './own-fields.ts'
import type { Resolution } from './resolution.ts'
import { countRefused } from './resolve-rows.ts'

const LISTED = 500
const SAMPLE = 20

/** Refusals are listed before warnings, so that no warning hides one. `problemCount` counts them all. */
export const previewOf = (resolution: Resolution, plan: ImportPlan, ownText: OwnText): ImportPreview => {
  const { rows, accepted } = resolution
  const refused = countRefused(rows)
  const listed = [...listOf(resolution, 'refuse', LISTED)]
  const problems = [...listed, ...listOf(resolution, 'warn', LISTED - listed.length)]
  return {
    rows: rows.length,
    accepted: accepted.length,
    refused,
    problemCount: rows.reduce((count, { faults }) => count + faults.length, 0),
    problems,
    sample: accepted.slice(0, SAMPLE).map(({ draft }) => ({
      row: draft.row,
      cells: plan.columns.map((field) => (field === null ? null : storedText(draft, field, ownText))),
    })),
    newCompanies: resolution.companies.length,
    newContacts: resolution.contacts.length,
    newPeople: resolution.people.map(({ name }) => name),
    newStages: resolution.stages.map(({ name }) => name),
    newTags: resolution.around?.newTags.map(({ name }) => name) ?? [],
  }
}

const listOf = function* ({ rows }: Resolution, severity: RowFault['severity'], limit: number): Generator<CellProblem> {
  let left = limit
  for (const { draft, faults } of rows) {
    if (severity === 'refuse' && !isRefused(faults)) continue
    for (const fault of faults) {
      if (fault.severity !== severity) continue
      if (left === 0) return
      left -= 1
      yield { ...fault, params: { ...fault.params }, row: draft.row }
    }
  }
}

const storedText = (draft: Draft, field: string, ownText: OwnText): string | null => {
  if (storageClassOf(field) !== null) return ownText(field, draft.custom[field] ?? null)
  if (isPointField(field)) return draft.points[field] ?? null
  if (field === 'tags') return draft.tags?.join(' · ') ?? null
  if (field === 'amount' || field === 'annualRevenue') {
    return draft.money === null ? null : moneyToText(draft.money)
  }
  // The plan's fields are the draft's, but for those above.
  const value = draft[field as Exclude<keyof Draft, 'money' | 'custom' | 'points' | 'tags'>]
  return value === null ? null : String(value)
}
