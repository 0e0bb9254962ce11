// What should be known before records become one: signs that they are not the same, and what only one of them can keep.
import { sql } from 'kysely'
import { fieldState } from '#shared/merges/merge-choices.ts'
import type { MergeWarning } from '#shared/merges/merge.ts'
import { readCreditCode } from '#shared/records/credit-code.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import type { MergePlan } from './merge-plan.ts'
import type { Members } from './merge-records.ts'
import { soundParent } from './parent-choice.ts'

export const readWarnings = (db: Db, members: Members, plan: MergePlan): MergeWarning[] => {
  const found: MergeWarning[] = [
    { kind: 'notDuplicates', names: toldApart(db, members) },
    { kind: 'creditCodes', names: creditCodes(members) },
    { kind: 'owners', names: several(distinctValues(plan, 'ownerId')) },
    { kind: 'pool', names: pooled(members) },
    { kind: 'unique', names: uniqueFields(db, members, plan) },
    { kind: 'parentCircle', names: circling(db, members) },
    { kind: 'primaries', names: several(primaries(db, members)) },
    { kind: 'roles', names: plan.left.some(({ kind }) => kind === 'role') ? rolesLeft(plan) : [] },
    { kind: 'samples', names: samples(members) },
  ]
  return found.filter(({ names }) => names.length > 0)
}

const several = (names: readonly string[]): string[] => (names.length > 1 ? [...names] : [])

const distinctValues = ({ fields }: MergePlan, name: string): string[] => {
  const values = fields.find(({ field }) => field === name)?.values ?? []
  return [...new Set(values.flatMap(({ value }) => (value === null ? [] : String(value))))]
}

const nameOf = ({ records }: Members, id: string): string => records.find((record) => record.id === id)?.name ?? ''

/** Pairs among them that someone found not to be the same. */
const toldApart = (db: Db, members: Members): string[] => {
  const ids = sql.join(members.ids)
  const rows = db.all(
    compileSql(
      sql<{
        aId: string
        bId: string
      }>`select aId, bId from notDuplicates where archivedAt is null and aId in (${ids}) and bId in (${ids})`,
    ),
  )
  return [...new Set(rows.flatMap(({ aId, bId }) => [aId, bId]))].map((id) => nameOf(members, id))
}

/** Two codes of a register are two companies. */
const creditCodes = ({ records }: Members): string[] => {
  const codes = records.map(({ values }) => values['creditCode']).filter((code) => typeof code === 'string' && code !== '')
  const read = new Set(codes.map((code) => readCreditCode(String(code)).text))
  return several([...read])
}

const pooled = ({ records }: Members): string[] => {
  const inPool = records.filter(({ row }) => row.pooledAt !== null)
  return inPool.length === records.length ? [] : inPool.map(({ name }) => name)
}

/** Fields whose values the office wants to be there once: all but one become free again. */
const uniqueFields = (db: Db, { recordType }: Members, { fields }: MergePlan): string[] => {
  const unique = new Set(
    fieldChecks(db, recordType).valueRules.flatMap(({ rule }) => (rule.kind === 'unique' ? [rule.field] : [])),
  )
  return fields
    .filter((field) => unique.has(field.field) && fieldState(field) === 'differs')
    .map(({ label, field }) => label ?? field)
}

/** Those whose company would lead back to the merged one. */
const circling = (db: Db, members: Members): string[] =>
  members.recordType === 'contact'
    ? []
    : members.records.flatMap(({ name, values: { parentId } }) =>
        typeof parentId === 'string' && soundParent(db, members, parentId) === null ? [name] : [],
      )

/** The main companies of people that have different ones. */
const primaries = (db: Db, { recordType, ids }: Members): string[] =>
  recordType === 'company'
    ? []
    : db
        .all(
          compileSql(
            sql<{
              name: string
            }>`select distinct companies.name from companyContacts as link join companies on companies.id = link.companyId
              where link.contactId in (${sql.join(ids)}) and link.isPrimary = 1 and link.archivedAt is null and companies.archivedAt is null`,
          ),
        )
        .map(({ name }) => name)

const rolesLeft = ({ left }: MergePlan): string[] => left.filter(({ kind }) => kind === 'role').map(({ text }) => text)

/** Samples go together with the samples: what is real would go along, or stay behind. */
const samples = ({ records }: Members): string[] => {
  const marked = records.filter(({ row }) => row.isSample)
  return marked.length === records.length ? [] : marked.map(({ name }) => name)
}
