// What each procedure of contacts does, and how they are linked to companies.
import { AppError } from '#shared/base/app-error.ts'
import type { CompanyContact, Contact } from '#shared/customers/contact.ts'
import { birthdayProblem, nextBirthday } from '#shared/records/birthday.ts'
import { linkToCompany, promoteAfterUnlink } from '#shared/customers/contact-links.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import { requireUnmerged } from '#main/records/merged-into.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { endLink, listCompaniesOf, listLinksOf, putLink, setPrimary } from './contact-links.repository.ts'
import { contactsQuestion, CONTACT_COLUMNS, toContactRow } from './contacts.list.ts'
import {
  findContact,
  findOwnerName,
  insertContact,
  listContactsByNo,
  listFirstContacts,
  pickContactsOf,
  updateContact,
} from './contacts.repository.ts'
import { promotePoints } from './contact-points.handlers.ts'
import { addPoints, companyFor } from './made-along.ts'
import { outOfPool } from './customer-rows.ts'
import { beginLifecycle } from './enter-stage.ts'
import { findRecordCard } from './record-card.repository.ts'
import { findRecordFigures } from './record-figures.repository.ts'
import { listRelationsOf } from './relations.repository.ts'
import { todayOf } from './today.ts'

const SEARCH_KIND = searchKindOf('contacts')
const PICKS = 20

export const contactsHandlers: Handlers['contacts'] = {
  list: ({ run }, { after, limit, ...question }) =>
    run('lists.page', { ...contactsQuestion(question), columns: [...CONTACT_COLUMNS], after, limit }).rows.map(toContactRow),

  outline: ({ run }, question) => run('lists.outline', contactsQuestion(question)),

  get: ({ db, actor, now, run }, { id }) => {
    const contact = requireContact(db, id)
    const { sums, counts } = findRecordFigures(db, 'contact', id)
    return {
      ...contact,
      ...findRecordCard(db, { id, stageId: contact.lifecycleStageId, userId: actor.userId }),
      ...sums,
      counts,
      ownerName: findOwnerName(db, id),
      companies: listCompaniesOf(db, id),
      relations: listRelationsOf(db, id),
      nextBirthday: contact.birthday === null ? null : nextBirthday(contact.birthday, todayOf({ now, run })),
    }
  },

  pick: ({ db, search }, { text, companyId }) => {
    if (companyId !== null) return pickContactsOf(db, companyId, search.condition(text, SEARCH_KIND, 'active'), PICKS)
    if (text.trim() === '') return listFirstContacts(db, PICKS)
    const found = search.find(text, { kinds: [SEARCH_KIND], limit: PICKS })
    return listContactsByNo(
      db,
      found.map(({ no }) => no),
    )
  },

  create: (context, { companyId, companyName, role, points, ...fields }) => {
    const { tx, run } = context
    requireReferences(tx, [
      { field: 'ownerId', table: 'users', id: fields.ownerId },
      { field: 'companyId', table: 'companies', id: companyId },
      { field: 'lifecycleStageId', table: 'lifecycleStages', id: fields.lifecycleStageId },
      { field: 'recordTypeId', table: 'recordTypes', id: fields.recordTypeId },
    ])
    requireBirthday(fields.birthday, todayOf(context))
    const contactId = insertContact(tx, { ...fields, lifecycleSince: fields.lifecycleStageId ? todayOf(context) : null })
    if (fields.lifecycleStageId) beginLifecycle(context, 'contact', contactId, fields.lifecycleStageId)
    addPoints(run, 'contact', contactId, points)
    const linkTo = companyFor(run, { companyId, companyName })
    if (linkTo !== null) putLink(tx, { companyId: linkTo, contactId, role: role ?? null, isPrimary: true })
    return requireContact(tx, contactId)
  },

  update: (context, { id, ...changes }) => {
    const { tx } = context
    const { pooledAt } = requireActiveContact(tx, id)
    requireReferences(tx, [
      { field: 'ownerId', table: 'users', id: changes.ownerId },
      { field: 'recordTypeId', table: 'recordTypes', id: changes.recordTypeId },
    ])
    requireBirthday(changes.birthday, todayOf(context))
    updateContact(tx, id, { ...changes, ...outOfPool(pooledAt, changes) })
    promotePoints(tx, 'contact', id, Object.keys(changes))
    return requireContact(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireContact(tx, id).archivedAt === null) tx.archive('contacts', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    requireUnmerged(tx, 'contact', id)
    if (requireContact(tx, id).archivedAt !== null) tx.restore('contacts', id)
    return null
  },

  link: ({ tx }, { contactId, companyId, role, isPrimary: wantsPrimary }) => {
    requireActiveContact(tx, contactId)
    requireReferences(tx, [{ field: 'companyId', table: 'companies', id: companyId }])
    const links = listLinksOf(tx, contactId)
    const before = links.find((link) => link.companyId === companyId)
    const { isPrimary, demote } =
      before && wantsPrimary === undefined
        ? { isPrimary: before.isPrimary, demote: [] }
        : linkToCompany(links, companyId, wantsPrimary ?? false)
    for (const linkId of demote) setPrimary(tx, linkId, false)
    return putLink(tx, { companyId, contactId, role: role === undefined ? (before?.role ?? null) : role, isPrimary })
  },

  unlink: ({ tx }, { contactId, companyId }) => {
    const links = listLinksOf(tx, contactId)
    endLink(tx, requireLink(links, companyId).id)
    const promoted = promoteAfterUnlink(links, companyId)
    if (promoted !== null) setPrimary(tx, promoted, true)
    return null
  },
}

const requireContact = (db: Db, id: string): Contact => {
  const contact = findContact(db, id)
  if (!contact) throw new AppError('not_found', 'customers.contactGone', { id })
  return contact
}

const requireActiveContact = (tx: WriteTx, id: string): Contact => {
  const contact = requireContact(tx, id)
  if (contact.archivedAt !== null) throw new AppError('conflict', 'customers.contactArchived', { id })
  return contact
}

/** The writing was checked at the door; only the office knows what day it is. */
const requireBirthday = (birthday: string | null | undefined, today: string): void => {
  const code = birthday ? birthdayProblem(birthday, today) : null
  if (code === null) return
  throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues: [{ field: 'birthday', code, params: {} }] })
}

const requireLink = (links: readonly CompanyContact[], companyId: string): CompanyContact => {
  const link = links.find((one) => one.companyId === companyId)
  if (!link) throw new AppError('not_found', 'customers.linkGone', { companyId })
  return link
}
