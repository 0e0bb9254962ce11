// A plan as a screen shows it before anything is written.
import type { MergePreview } from '#shared/merges/merge.ts'
import type { Db } from '#main/db/database.ts'
import type { MergePlan } from './merge-plan.ts'
import type { Members } from './merge-records.ts'
import { countChildren, readCustomerNames, readOwnerNames, readTags } from './merges.repository.ts'
import type { Step } from './step.ts'
import { readWarnings } from './warnings.ts'

export const previewOf = (db: Db, members: Members, plan: MergePlan): MergePreview => {
  const { recordType, winnerId, ids } = members
  const owners = readOwnerNames(db, members)
  const otherOf = ({ companyId, contactId }: MergePlan['links']['rows'][number]): string =>
    recordType === 'company' ? contactId : companyId
  const names = readCustomerNames(db, [...plan.links.rows.map(otherOf), ...plan.relations.united.map(({ otherId }) => otherId)])
  const referenceTo = (id: string) => ({ id, name: names.get(id) ?? '' })
  return {
    ...{ recordType, winnerId },
    records: members.records.map(({ id, name, row: { createdAt, updatedAt } }) => ({
      ...{ id, name, createdAt, updatedAt },
      ...{ ownerName: owners.get(id) ?? null, children: countChildren(db, recordType, id) },
    })),
    fields: plan.fields.map(({ columns: _columns, ...field }) => field),
    unions: {
      points: plan.points.united.map(({ kind, value, recordIds }) => ({
        ...{ kind, value },
        recordIds: ids.filter((id) => recordIds.includes(id)),
      })),
      tags: readTags(
        db,
        plan.tags.rows.map(({ tagId }) => tagId),
      ),
      links: plan.links.rows.map((link) => ({
        ...referenceTo(otherOf(link)),
        ...{ role: link.role ?? null, isPrimary: link.isPrimary },
      })),
      relations: plan.relations.united.map(({ otherId, kind }) => ({ ...referenceTo(otherId), kind })),
    },
    counts: countsOf(plan.steps),
    warnings: readWarnings(db, members, plan),
  }
}

const countsOf = (steps: readonly Step[]): MergePreview['counts'] => {
  const moved = Map.groupBy(
    steps.filter(({ kind, isActive }) => kind === 'moved' && isActive),
    ({ table }) => table,
  )
  return [...moved].map(([table, { length: count }]) => ({ table, count }))
}
