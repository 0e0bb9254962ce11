// What the cards of companies and contacts hold, told apart by their type.
import type { CompanyCard, ContactCard } from '#shared/customers/record-card.ts'

export type { CompanyCard, ContactCard }

export type CustomerCard = ({ readonly type: 'company' } & CompanyCard) | ({ readonly type: 'contact' } & ContactCard)

/** Where its page is. */
export const pathOf = ({ type, id }: Pick<CustomerCard, 'type' | 'id'>): string =>
  `/${type === 'company' ? 'companies' : 'contacts'}/${id}`
