// A merge as a whole, worked out on what is there: the preview shows it, the merge carries it out.
import type { PointKind } from '#shared/customers/contact-point.ts'
import { chosenPlace } from '#shared/merges/merge-choices.ts'
import { pointOfField } from '#shared/merges/merge-fields.ts'
import type { MergeChoices } from '#shared/merges/merge.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { planChildren } from './children-plan.ts'
import { type MergedField, readMergedFields } from './merged-fields.ts'
import type { Members } from './merge-records.ts'
import { planNamed } from './named-plan.ts'
import { planLinks, planOtherNatural, planTags } from './natural-tables.ts'
import { planPoints } from './points-plan.ts'
import { planRelations } from './relations-plan.ts'
import type { Left, Step } from './step.ts'

const recordOfActivity = prepared<{ id: string }>()((param) =>
  build.selectFrom('activities').select('recordId').where('id', '=', param('id')),
)

interface PlanOptions {
  readonly choices: MergeChoices
  /** Only what is in use is of interest. */
  readonly isPreview: boolean
}

export const planMerge = (db: Db, members: Members, { choices, isPreview }: PlanOptions) => {
  const fields = readMergedFields(db, members)
  const placeOf = (field: MergedField): number => chosenPlace(field, members.ids, members.winnerId, choices)
  const mainPlace = (kind: PointKind): number => {
    const field = fields.find((one) => pointOfField(members.recordType, one.field) === kind)
    return field ? placeOf(field) : members.ids.indexOf(members.winnerId)
  }
  const points = planPoints(db, members, mainPlace)
  const links = planLinks(db, members)
  const tags = planTags(db, members)
  const relations = planRelations(db, members)
  const others = planOtherNatural(db, members, (id) => members.has(recordOfActivity(db, { id })[0]?.recordId ?? null))
  const plans = [points, links, tags, relations, ...others]
  const steps: readonly Step[] = [
    ...planChildren(db, members, isPreview),
    ...plans.flatMap((plan) => plan.steps),
    ...planNamed(db, members),
  ]
  const left: readonly Left[] = plans.flatMap((plan) => plan.left)
  return { fields, placeOf, points, links, tags, relations, steps, left }
}
export type MergePlan = ReturnType<typeof planMerge>
