// From rows of text to records with links: names are looked up, what is missing is made, rows that cannot come in are left out.
// Nothing is written here, so a preview and an import go the same way.
import { AppError } from '#shared/base/app-error.ts'
import { isRefused } from '#shared/imports/draft.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import type { Db } from '#main/db/database.ts'
import { refuseUnknownStages, resolveAround } from './around-customers.ts'
import { createContactRegister } from './contact-register.ts'
import {
  findPipelineId,
  listCompanyNames,
  listContactNames,
  listExternalIds,
  listPeople,
  listStages,
} from './imports.repository.ts'
import { createNameRegister } from './name-register.ts'
import type { ReadRows } from './read-rows.ts'
import type { Registers, Resolution } from './resolution.ts'
import { refuseBroken } from './office-rules.ts'
import { resolveCompanies } from './resolve-companies.ts'
import { resolveContact } from './resolve-contact.ts'
import { createDealResolver } from './resolve-deal.ts'

/** Resolves the rows against what `db` holds now. Faults that only the database can show are added to the rows' own. */
export const resolveRows = (db: Db, { plan, rows, language }: ReadRows, newId: () => string): Resolution => {
  refuseUnknownStages(db, { plan, rows })
  refuseBroken(db, { plan, rows, language })
  const needs = (...fields: readonly string[]): boolean => fields.some((field) => plan.columns.includes(field))
  const companies = plan.entity === 'company' || needs('companyName', 'contactName') ? listCompanyNames(db) : []
  const contacts = plan.entity === 'contact' || needs('contactName') ? listContactNames(db) : []
  const registers: Registers = {
    people: createNameRegister(needs('ownerName') ? listPeople(db) : [], newId),
    companies: createNameRegister(companies, newId),
    contacts: createContactRegister(contacts, newId),
    newId,
  }
  const made = { people: registers.people.made, companies: registers.companies.made, contacts: registers.contacts.made }

  if (plan.entity !== 'deal') {
    const accepted =
      plan.entity === 'company'
        ? resolveCompanies(rows, registers)
        : rows.flatMap((reading) => resolveContact(reading, registers) ?? [])
    return { rows, accepted, ...made, stages: [], pipelineId: null, around: resolveAround(db, accepted, newId) }
  }

  const pipelineId = findPipelineId(db, plan.pipelineId)
  if (pipelineId === undefined) throw new AppError('invalid_input', 'imports.plan.pipeline_gone')
  const ids = needs('externalId') ? listExternalIds(db) : []
  const deals = createDealResolver(plan, registers, { pipelineId, stages: listStages(db, pipelineId), externalIds: ids })
  const accepted = rows.flatMap((reading) => deals.resolve(reading) ?? [])
  return { rows, accepted, ...made, stages: deals.newStages(), pipelineId, around: null }
}

export const countRefused = (rows: readonly RowReading[]): number =>
  rows.reduce((count, { faults }) => (isRefused(faults) ? count + 1 : count), 0)
