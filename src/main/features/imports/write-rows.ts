// Writing what was resolved: first what rows are tied to, then the rows, all in the caller's one operation.
import { generateNKeysBetween } from 'fractional-indexing'
import type { Draft } from '#shared/imports/draft.ts'
import type { ImportEntity } from '#shared/imports/import.ts'
import type { WriteTx } from '#main/db/database.ts'
import { automaticNumbers } from '#main/records/checked-record.ts'
import { lastPositions } from './imports.repository.ts'
import type { Resolution, ResolvedRow } from './resolution.ts'

interface WriteRows {
  readonly entity: ImportEntity
  /** What a deal without an amount is in. */
  readonly currency: string
  /** Called after each row. */
  readonly onRow: (done: number) => void
}

export const writeRows = (tx: WriteTx, resolution: Resolution, { entity, currency, onRow }: WriteRows): void => {
  for (const { id, name } of resolution.people) tx.insert('users', { id, name, canSignIn: false })
  for (const stage of resolution.stages) tx.insert('stages', stage)
  for (const company of resolution.companies) tx.insert('companies', { ...company, custom: automaticNumbers(tx, 'company') })
  for (const { id, name } of resolution.contacts) tx.insert('contacts', { id, name, custom: automaticNumbers(tx, 'contact') })
  for (const { id, companyId } of resolution.contacts) linkContact(tx, id, companyId, null)

  const insert =
    entity === 'company' ? insertCompany : entity === 'contact' ? insertContact : dealInserter(tx, resolution, currency)
  for (const [place, row] of resolution.accepted.entries()) {
    insert(tx, row)
    onRow(place + 1)
  }
  if (entity === 'contact') for (const { id, companyId, draft } of resolution.accepted) linkContact(tx, id, companyId, draft.role)
}

const insertCompany = (tx: WriteTx, { id, draft, ownerId, companyId }: ResolvedRow): void => {
  tx.insert('companies', {
    id,
    name: draft.name ?? '',
    phone: draft.phone,
    email: draft.email,
    website: draft.website,
    industry: draft.industry,
    address: draft.address,
    city: draft.city,
    country: draft.country,
    employees: draft.employees,
    annualRevenueMinor: draft.money?.amountMinor,
    revenueCurrency: draft.money?.currency,
    foundedYear: draft.foundedYear,
    parentId: companyId,
    ownerId,
    description: draft.description,
    externalId: draft.externalId,
    custom: ownOf(tx, 'company', draft),
  })
}

/** The rows were held to the office's rules when they were resolved. */
const ownOf = (tx: WriteTx, entity: ImportEntity, { custom }: Draft) => ({ ...custom, ...automaticNumbers(tx, entity) })

const insertContact = (tx: WriteTx, { id, draft, ownerId }: ResolvedRow): void => {
  tx.insert('contacts', {
    id,
    name: draft.name ?? '',
    phone: draft.phone,
    email: draft.email,
    address: draft.address,
    city: draft.city,
    country: draft.country,
    ownerId,
    description: draft.description,
    externalId: draft.externalId,
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
