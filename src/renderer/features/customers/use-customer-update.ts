// Saves fields of a company or a person, and says which was changed.
import type { z } from 'zod'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useFields } from '#renderer/records/fields/use-fields.ts'
import { companyChanges } from '#shared/customers/company.ts'
import { contactChanges } from '#shared/customers/contact.ts'
import { changedField } from './changed-field.ts'
import type { CustomerCard } from './customer-cards.ts'

export type CompanyChanges = Omit<z.input<typeof companyChanges>, 'id'>
export type ContactChanges = Omit<z.input<typeof contactChanges>, 'id'>
/** What both have. */
export type CustomerChanges = Pick<CompanyChanges, keyof CompanyChanges & keyof ContactChanges>

/** What the fields that both have may be, by the record's own schema. */
export const customerSchemas = (type: CustomerCard['type']): Readonly<Record<keyof CustomerChanges, z.ZodType>> =>
  (type === 'company' ? companyChanges : contactChanges).shape

export const useCustomerUpdate = (type: CustomerCard['type'], id: string) => {
  const t = useT()
  const api = useApi()
  const own = useFields(type).fields
  const saidOfCompany = ({ name }: { readonly name: string }, changes: Readonly<Record<string, unknown>>): string =>
    t('customers.company_changed', { name, field: changedField(t, changes, { kind: 'company', own }) })
  const saidOfContact = ({ name }: { readonly name: string }, changes: Readonly<Record<string, unknown>>): string =>
    t('customers.contact_changed', { name, field: changedField(t, changes, { kind: 'contact', own }) })
  const company = useAction(api.companies.update(), { errors: 'caller', said: saidOfCompany })
  const contact = useAction(api.contacts.update(), { errors: 'caller', said: saidOfContact })
  const companyAtOnce = useAction(api.companies.update(), { said: saidOfCompany })
  const contactAtOnce = useAction(api.contacts.update(), { said: saidOfContact })
  return {
    save: (changes: CustomerChanges): Promise<unknown> =>
      (type === 'company' ? company : contact).mutateAsync({ id, ...changes }),
    /** From a menu: the quiet line says what went wrong. */
    saveAtOnce: (changes: CustomerChanges): void =>
      (type === 'company' ? companyAtOnce : contactAtOnce).mutate({ id, ...changes }),
    saveCompany: (changes: CompanyChanges): Promise<unknown> => company.mutateAsync({ id, ...changes }),
    saveContact: (changes: ContactChanges): Promise<unknown> => contact.mutateAsync({ id, ...changes }),
  }
}
