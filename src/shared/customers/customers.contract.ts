// What can be asked about companies and contacts.
import { z } from 'zod'
import { id, line, outline, reference } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { company, companyChanges, companyListInput, companyOutlineInput, companyRow } from './company.ts'
import {
  companyContact,
  contact,
  contactChanges,
  contactListInput,
  contactOfCompany,
  contactOutlineInput,
  contactRow,
} from './contact.ts'
import { newCompanyAlong, newContactAlong } from './made-along.ts'
import { cardInput, companyCard, contactCard } from './record-card.ts'

const view = { needs: 'customers.view' } as const
const edit = { needs: 'customers.edit' } as const

export const companiesContract = {
  list: query(companyListInput, z.array(companyRow), view),
  /** The exact number of rows of a list and where its blocks of 200 begin. */
  outline: query(companyOutlineInput, outline, view),
  /** The whole first tab of a company's page. */
  get: query(cardInput, companyCard, view),
  contacts: query(z.object({ id }), z.array(contactOfCompany), view),
  /** Companies whose name fits what was typed, for a picker: at most 20. */
  pick: query(z.object({ text: line(200) }), z.array(reference), view),
  /** How many records stand on a company and on no other one. Companies that belong to it are not archived with it. */
  dependents: query(z.object({ id }), z.object({ contacts: z.int(), deals: z.int(), tickets: z.int(), children: z.int() }), view),
  create: mutation(newCompanyAlong, company, edit),
  update: mutation(companyChanges, company, edit),
  /** `withDependents`: also its deals and tickets, and the people who belong to no other company. */
  archive: mutation(z.object({ id, withDependents: z.boolean().default(false) }), z.null(), { ...edit, bulk: true }),
  restore: mutation(z.object({ id }), z.null(), edit),
}

export const contactsContract = {
  list: query(contactListInput, z.array(contactRow), view),
  outline: query(contactOutlineInput, outline, view),
  /** The whole first tab of a person's page. */
  get: query(cardInput, contactCard, view),
  pick: query(z.object({ text: line(200), companyId: id.nullable().default(null) }), z.array(reference), view),
  create: mutation(newContactAlong, contact, edit),
  update: mutation(contactChanges, contact, edit),
  archive: mutation(z.object({ id }), z.null(), edit),
  restore: mutation(z.object({ id }), z.null(), edit),
  /** Links a contact to a company, or changes the role or primary mark of the link that exists; what is left out stays as it is. */
  link: mutation(
    z.object({ contactId: id, companyId: id, role: line(100).nullable().optional(), isPrimary: z.boolean().optional() }),
    companyContact,
    edit,
  ),
  unlink: mutation(z.object({ contactId: id, companyId: id }), z.null(), edit),
}
