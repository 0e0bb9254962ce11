// Makes what a form brings along with a new company or person, in the same operation.
import type { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import { issuePath } from '#shared/custom-fields/field-value.ts'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { newCompanyAlong } from '#shared/customers/made-along.ts'
import type { Run } from '#main/rpc/handlers.ts'

type Along = z.output<typeof newCompanyAlong>

export const addPoints = (run: Run, recordType: CustomerType, recordId: string, points: Along['points']): void => {
  for (const point of points) run('contactPoints.add', { recordType, recordId, ...point })
}

export const addPeople = (run: Run, companyId: string, people: Along['people']): void => {
  for (const { contactId, ...person } of people) {
    if (contactId) run('contacts.link', { contactId, companyId, role: person.role ?? null, isPrimary: false })
    else made(run, 'contact', person.name, () => run('contacts.create', { ...person, companyId }))
  }
}

/** The company of a new person: the one that was chosen, or one that is made now. */
export const companyFor = (
  run: Run,
  {
    companyId,
    companyName,
  }: { readonly companyId?: string | null | undefined; readonly companyName?: string | null | undefined },
): string | null => {
  if (companyId) return companyId
  return companyName ? made(run, 'company', companyName, () => run('companies.create', { name: companyName })).id : null
}

/** What the office asks of the record besides has no place in this form: it is said by name. */
const made = <Value>(run: Run, entity: CustomerType, name: string, make: () => Value): Value => {
  try {
    return make()
  } catch (error) {
    const about = new Set(error instanceof AppError ? (error.details.issues ?? []).map(({ field }) => field) : [])
    const fields = run('customFields.list', { entity }).fields.filter(({ key }) => about.has(issuePath(key)))
    if (fields.length === 0) throw error
    throw new AppError(
      'conflict',
      'customFields.lacksFields',
      { name, fields: fields.map((field) => field.name) },
      { cause: error },
    )
  }
}
