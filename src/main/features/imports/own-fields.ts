// The office's own fields in an import: what columns can go to, whom names lead to, and what its rules say of the rows.
import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '#shared/base/fields.ts'
import type { FieldValues } from '#shared/custom-fields/conditions.ts'
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import type { FieldDefinition } from '#shared/custom-fields/field-definition.ts'
import { type Draft, isRefused, rowFault } from '#shared/imports/draft.ts'
import type { ImportEntity, ImportPlan } from '#shared/imports/import.ts'
import { isImportable, type OwnFields } from '#shared/imports/own-fields.ts'
import { messages } from '#shared/messages.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'
import { newRecordIssues } from '#main/records/checked-record.ts'
import { readFieldBook } from '#main/records/field-book.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import { recordTableOf } from '#main/records/record-tables.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { listPeople, listStages, type Named } from './imports.repository.ts'
import { createNameRegister, type NameRegister } from './name-register.ts'
import type { ReadRows } from './read-rows.ts'

const nameColumns: Readonly<Record<RecordType, RawBuilder<string>>> = {
  company: sql<string>`name`,
  contact: sql<string>`name`,
  deal: sql<string>`title`,
  ticket: sql<string>`number`,
}

const listRecords = (db: Db, target: RecordType): Named[] => {
  const table = recordTableOf(target)
  return db.all(
    compileSql(sql<Named>`select id, ${nameColumns[target]} as name from ${sql.table(table)} where ${isActive(table)}`),
  )
}

const ledTo = (db: Db, { type, config }: FieldDefinition): Named[] =>
  type === 'user' ? listPeople(db) : listRecords(db, config.target ?? 'company')

/** The own fields of an import's kind of record. The names that a field leads to are read once, and only if the file has it. */
export const ownFieldsOf = ({ db, run }: CallContext, entity: ImportEntity): OwnFields => {
  const registers = new Map<string, NameRegister>()
  const registerOf = (field: FieldDefinition): NameRegister => {
    let register = registers.get(field.key)
    // Nothing is made for a name that is not there.
    if (!register) registers.set(field.key, (register = createNameRegister(ledTo(db, field), () => '')))
    return register
  }
  return {
    definitions: readFieldBook(db, entity).fields.filter(isImportable),
    timeZone: run('settings.get', {}).timeZone,
    find: (field, name) => registerOf(field).find(name),
  }
}

/** How a value of an own field reads in a preview. */
export type OwnText = (key: string, value: CustomValue) => string | null

export const ownTextOf = (db: Db, entity: ImportEntity): OwnText => {
  const { fields } = readFieldBook(db, entity)
  const names = new Map<string, ReadonlyMap<string, string>>()
  const nameOf = (field: FieldDefinition, id: string): string => {
    let known = names.get(field.key)
    if (!known) {
      const named = field.choices.length > 0 ? field.choices : ledTo(db, field)
      names.set(field.key, (known = new Map(named.map((one) => [one.id, one.name]))))
    }
    return known.get(id) ?? id
  }
  return (key, value) => {
    const field = fields.find((one) => one.key === key)
    if (!field || value === null) return null
    if (Array.isArray(value)) return value.map((id) => nameOf(field, id)).join(' · ')
    if (['choice', 'user', 'reference'].includes(field.type)) return nameOf(field, String(value))
    return String(value)
  }
}

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
  const { custom, row: _row, money, companyName, contactName, parentName, stageName, ...texts } = draft
  const amount = money?.amountMinor ?? null
  return {
    ...texts,
    ownerId,
    parentId: parentName,
    companyId: companyName,
    contactId: contactName,
    ...(entity === 'deal' ? { amountMinor: amount, status: outcomeOf(stageName) ?? 'open' } : { annualRevenueMinor: amount }),
    ...custom,
  }
}
