// Makes what a form brings along with a new company or person, in the same operation.
import type { z } from 'zod'
import type { CustomerType } from '#shared/customers/contact-point.ts'
import type { newCompanyAlong } from '#shared/customers/made-along.ts'
import type { Run } from '#main/rpc/handlers.ts'

type Along = z.output<typeof newCompanyAlong>

export const addPoints = (run: Run, recordType: CustomerType, recordId: string, points: Along['points']): void => {
  for (const point of points) run('contactPoints.add', { recordType, recordId, ...point })
}

export const addPeople = (run: Run, companyId: string, people: Along['people']): void => {
  for (const person of people) run('contacts.create', { ...person, companyId })
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
  return companyName ? run('companies.create', { name: companyName }).id : null
}
