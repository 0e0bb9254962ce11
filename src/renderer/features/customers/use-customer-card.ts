// The card of a company or a person, told apart by its type.
import { useQuery } from '@tanstack/react-query'
import type { AppError } from '#shared/base/app-error.ts'
import { useApi } from '#renderer/api/api-context.tsx'
import type { CustomerCard } from './customer-cards.ts'

export interface CustomerCardAnswer {
  readonly customer: CustomerCard | null
  readonly error: AppError | null
  readonly retry: () => void
  /** Changes with every answer. */
  readonly at: number
}

export const useCustomerCard = (type: CustomerCard['type'], id: string): CustomerCardAnswer => {
  const api = useApi()
  const company = useQuery({ ...api.companies.get({ id }), enabled: type === 'company' })
  const contact = useQuery({ ...api.contacts.get({ id }), enabled: type === 'contact' })
  const asked = type === 'company' ? company : contact
  const customer: CustomerCard | null =
    type === 'company'
      ? ((company.data && { type: 'company', ...company.data }) ?? null)
      : ((contact.data && { type: 'contact', ...contact.data }) ?? null)
  return { customer, error: asked.error, retry: () => void asked.refetch(), at: asked.dataUpdatedAt }
}
