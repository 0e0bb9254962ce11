// Writing what was resolved: first what rows are tied to, then the rows, all in the caller's one operation.
import { generateNKeysBetween } from 'fractional-indexing'
import { companyKind } from '#shared/customers/company.ts'
import type { Draft } from '#shared/imports/draft.ts'
import type { ImportEntity } from '#shared/imports/import.ts'
import type { WriteTx } from '#main/db/database.ts'
import { automaticNumbers } from '#main/records/checked-record.ts'
import { writeAround, writeTags } from './around-customers.ts'
import { lastPositions } from './imports.repository.ts'
import type { Resolution, ResolvedRow } from './resolution.ts'

interface WriteRows {
  readonly entity: ImportEntity
  /** What a deal without an amount is in. */
  readonly currency: string
  /** The day on which records enter their stage of the lifecycle, and who brings them in. */
  readonly today: string
  readonly byId: string | null
  /** Called after each row. */
  readonly onRow: (done: number) => void
}

export const writeRows = (tx: WriteTx, resolution: Resolution, { entity, currency, today, byId, onRow }: WriteRows): void => {
  const { around } = resolution
  for (const { id, name } of resolution.people) tx.insert('users', { id, name, canSignIn: false })
  for (const stage of resolution.stages) tx.insert('stages', stage)
  if (around) writeTags(tx, around)
  for (const company of resolution.companies) tx.insert('companies', { ...company, custom: automaticNumbers(tx, 'company') })
  for (const { id, name } of resolution.contacts) tx.insert('contacts', { id, name, custom: automaticNumbers(tx, 'contact') })
  for (const { id, companyId } of resolution.contacts) linkContact(tx, id, companyId, null)

  const insert = entity === 'deal' ? dealInserter(tx, resolution, currency) : customerInserter(entity, resolution, today)
  for (const [place, row] of resolution.accepted.entries()) {
    insert(tx, row)
    if (around && entity !== 'deal') writeAround(tx, around, row, { recordType: entity, today, byId })
    onRow(place + 1)
  }
  if (entity === 'contact') for (const { id, companyId, draft } of resolution.accepted) linkContact(tx, id, companyId, draft.role)
}

interface Stage {
  readonly lifecycleStageId: string | null
  readonly lifecycleSince: string | null
}

const customerInserter = (entity: 'company' | 'contact', { around }: Resolution, today: string) => {
  const insert = entity === 'company' ? insertCompany : insertContact
  return (tx: WriteTx, row: ResolvedRow): void => {
    const lifecycleStageId = around?.stageIdOf(row.draft.lifecycleStage) ?? null
    insert(tx, row, { lifecycleStageId, lifecycleSince: lifecycleStageId === null ? null : today })
  }
}

/** The columns that companies and people have alike. */
const sharedColumns = ({ phone, email, address, city, country, description, externalId, ...draft }: Draft) => ({
  ...{ phone, email, address, city, country, description, externalId },
  ...{ phoneType: draft.phoneType, emailType: draft.emailType, addressType: draft.addressType },
  ...{ postcode: draft.postcode, source: draft.source },
})

const insertCompany = (tx: WriteTx, { id, draft, ownerId, companyId }: ResolvedRow, stage: Stage): void => {
  tx.insert('companies', {
    id,
    name: draft.name ?? '',
    ...sharedColumns(draft),
    ...stage,
    website: draft.website,
    industry: draft.industry,
    employees: draft.employees,
    annualRevenueMinor: draft.money?.amountMinor,
    revenueCurrency: draft.money?.currency,
    foundedYear: draft.foundedYear,
    parentId: companyId,
    ownerId,
    kind: companyKind.nullable().parse(draft.kind),
    creditCode: draft.creditCode,
    custom: ownOf(tx, 'company', draft),
  })
}

/** The rows were held to the office's rules when they were resolved. */
const ownOf = (tx: WriteTx, entity: ImportEntity, { custom }: Draft) => ({ ...custom, ...automaticNumbers(tx, entity) })

const insertContact = (tx: WriteTx, { id, draft, ownerId }: ResolvedRow, stage: Stage): void => {
  tx.insert('contacts', {
    id,
    name: draft.name ?? '',
    ...sharedColumns(draft),
    ...stage,
    ownerId,
    salutation: draft.salutation,
    birthday: draft.birthday,
    custom: ownOf(tx, 'contact', draft),
  })
}

/** A link's id comes from its two ends, so that two machines make the same one. */
const linkContact = (tx: WriteTx, contactId: string, companyId: string | null, role: string | null): void => {
  if (companyId === null) return
  const id = tx.naturalId('companyContacts', companyId, contactId)
  tx.insert('companyContacts', { id, companyId, contactId, role, isPrimary: true })
}

/** Deals come in at the end of their stages, in the order of the file. */
const dealInserter = (tx: WriteTx, { accepted, pipelineId }: Resolution, currency: string) => {
  const positions = positionsOf(accepted, lastPositions(tx, pipelineId ?? ''))
  return (_tx: WriteTx, { id, draft, ownerId, companyId, contactId, stage }: ResolvedRow): void => {
    if (stage === null || pipelineId === null) throw new Error(`The deal of row ${draft.row} has no stage.`)
    tx.insert('deals', {
      id,
      title: draft.title ?? '',
      pipelineId,
      companyId,
      contactId,
      ownerId,
      amountMinor: draft.money?.amountMinor,
      currency: draft.money?.currency ?? draft.currency ?? currency,
      expectedCloseOn: draft.expectedCloseOn,
      openedOn: draft.openedOn,
      product: draft.product,
      description: draft.description,
      externalId: draft.externalId,
      stageId: stage.id,
      position: positions.get(id) ?? '',
      status: stage.outcome ?? 'open',
      closedOn: draft.closedOn,
      lossReason: draft.lossReason,
      custom: ownOf(tx, 'deal', draft),
    })
  }
}

const positionsOf = (rows: readonly ResolvedRow[], last: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const positions = new Map<string, string>()
  for (const [stageId, deals] of Map.groupBy(rows, ({ stage }) => stage?.id ?? '')) {
    const keys = generateNKeysBetween(last.get(stageId), null, deals.length)
    for (const [place, { id }] of deals.entries()) positions.set(id, keys[place] ?? '')
  }
  return positions
}
