// What the office's rules say of the rows of an import: those that break one, or lack what it needs, stay out.
import type { FieldValues } from '#shared/custom-fields/conditions.ts'
import { type Draft, isRefused, rowFault } from '#shared/imports/draft.ts'
import type { ImportEntity, ImportPlan } from '#shared/imports/import.ts'
import { messages } from '#shared/messages.ts'
import type { Db } from '#main/db/database.ts'
import { newRecordIssues } from '#main/records/checked-record.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { listPeople, listStages } from './imports.repository.ts'
import type { ReadRows } from './read-rows.ts'

/** Refuses the rows that break a rule of the office, or lack what it needs. Before names are looked up: nothing may be made for them. */
export const refuseBroken = (db: Db, { plan, rows, language }: Pick<ReadRows, 'plan' | 'rows' | 'language'>): void => {
  const { isEmpty, byKey } = fieldChecks(db, plan.entity)
  if (isEmpty) return
  const labelOf = (field: string): string =>
    byKey.get(field.replace(/^custom\./u, ''))?.name ?? messages[language].get(`field.${field}`) ?? field
  const people = new Map(listPeople(db).map(({ id, name }) => [name, id]))
  const outcomeOf = stageOutcomes(db, plan)
  for (const { draft, faults } of rows) {
    if (isRefused(faults)) continue
    const record = recordOf(plan.entity, draft, { ownerId: people.get(draft.ownerName ?? '') ?? draft.ownerName, outcomeOf })
    for (const { field, code, params } of newRecordIssues(db, plan.entity, record)) {
      const key = code === 'required' ? 'imports.own.required' : code === 'own_rule' ? 'imports.own.rule' : 'imports.own.broken'
      const said = code === 'own_rule' ? { message: String(params['message']) } : { field: labelOf(field) }
      const column = plan.columns.indexOf(field.replace(/^custom\./u, ''))
      faults.push(rowFault({ severity: 'refuse', messageKey: key, params: said }, column === -1 ? { field } : { column, field }))
    }
  }
}

type Outcome = 'won' | 'lost' | null

const stageOutcomes = (db: Db, { stages, pipelineId }: ImportPlan): ((stageName: string | null) => Outcome) => {
  const there = pipelineId === null ? [] : listStages(db, pipelineId)
  const outcomes = new Map<string, Outcome>(there.map(({ name, outcome }) => [name, outcome]))
  for (const { name, stageId, outcome } of stages) {
    outcomes.set(name, stageId === null ? outcome : (there.find(({ id }) => id === stageId)?.outcome ?? null))
  }
  return (stageName) => outcomes.get(stageName ?? '') ?? null
}

interface Around {
  readonly ownerId: string | null
  readonly outcomeOf: (stageName: string | null) => Outcome
}

/** A row as rules see the record that it becomes. What it is tied to counts as filled, by its name. */
const recordOf = (entity: ImportEntity, draft: Draft, { ownerId, outcomeOf }: Around): FieldValues => {
  const { custom, row: _row, money, companyName, contactName, parentName, stageName, lifecycleStage, ...texts } = draft
  const amount = money?.amountMinor ?? null
  return {
    ...texts,
    ownerId,
    lifecycleStageId: lifecycleStage,
    parentId: parentName,
    companyId: companyName,
    contactId: contactName,
    ...(entity === 'deal' ? { amountMinor: amount, status: outcomeOf(stageName) ?? 'open' } : { annualRevenueMinor: amount }),
    ...custom,
  }
}
