// What the cards of companies and contacts hold.
import type { z } from 'zod'
import type { companiesContract, contactsContract } from '#shared/customers/customers.contract.ts'

export type CompanyCard = z.output<(typeof companiesContract)['get']['output']>
export type ContactCard = z.output<(typeof contactsContract)['get']['output']>
