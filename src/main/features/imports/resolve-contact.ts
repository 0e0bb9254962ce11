// A row of a contact: its company and owner by name.
import { isRefused } from '#shared/imports/draft.ts'
import { finishContact } from '#shared/imports/finish-draft.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import { NEW_COMPANY } from './contact-register.ts'
import type { Registers, ResolvedRow } from './resolution.ts'
import { refuseAmbiguous, warnOfRow } from './row-faults.ts'

/** Null: the row stays out. */
export const resolveContact = (reading: RowReading, { people, companies, contacts, newId }: Registers): ResolvedRow | null => {
  const { draft, faults } = reading
  faults.push(...finishContact(draft))
  const { name, companyName, ownerName } = draft
  const company = companyName === null ? null : companies.find(companyName)
  if (companyName !== null) {
    refuseAmbiguous(reading, company, { field: 'companyName', name: companyName, messageKey: 'imports.company.ambiguous' })
  }
  if (ownerName !== null) {
    refuseAmbiguous(reading, people.find(ownerName), {
      field: 'ownerName',
      name: ownerName,
      messageKey: 'imports.owner.ambiguous',
    })
  }
  if (name === null || isRefused(faults)) return null

  const companyId = companyName === null ? null : companies.ensure(companyName)
  const isThere = company !== null && contacts.find(name, companyId ?? NEW_COMPANY) !== null
  if (isThere) warnOfRow(reading, 'imports.contact.also_there', { field: 'name', value: name, params: { name } })
  return {
    id: newId(),
    draft,
    ownerId: ownerName === null ? null : people.ensure(ownerName),
    companyId,
    contactId: null,
    stage: null,
  }
}
