// What each procedure of companies does: fetch, apply the rules in shared/customers, save.
import { AppError } from '#shared/base/app-error.ts'
import type { Company } from '#shared/customers/company.ts'
import { MOST_ON_CARD } from '#shared/customers/record-card.ts'
import { wouldCircle } from '#shared/customers/company-tree.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import { searchKindOf } from '#main/db/registry/search-kinds.ts'
import { archiveDependents, listDependents } from '#main/records/company-dependents.ts'
import { requireUnmerged } from '#main/records/merged-into.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { companiesQuestion, COMPANY_COLUMNS, toCompanyRow } from './companies.list.ts'
import {
  findAroundCompany,
  findCompany,
  findParentId,
  insertCompany,
  listCompaniesByNo,
  listChildrenOf,
  listContactsOf,
  listFirstCompanies,
  updateCompany,
} from './companies.repository.ts'
import { promotePoints } from './contact-points.handlers.ts'
import { beginLifecycle } from './enter-stage.ts'
import { addPeople, addPoints } from './made-along.ts'
import { outOfPool } from './customer-rows.ts'
import { findRecordCard } from './record-card.repository.ts'
import { findRecordFigures } from './record-figures.repository.ts'
import { todayOf } from './today.ts'

const SEARCH_KIND = searchKindOf('companies')
const PICKS = 20

export const companiesHandlers: Handlers['companies'] = {
  list: ({ run }, { after, limit, ...question }) =>
    run('lists.page', { ...companiesQuestion(question), columns: [...COMPANY_COLUMNS], after, limit }).rows.map(toCompanyRow),

  outline: ({ run }, question) => run('lists.outline', companiesQuestion(question)),

  get: ({ db, actor }, { id }) => {
    const company = requireCompany(db, id)
    const { sums, counts } = findRecordFigures(db, 'company', id)
    const around = findAroundCompany(db, id)
    return {
      ...company,
      ...findRecordCard(db, { id, stageId: company.lifecycleStageId, userId: actor.userId }),
      ...sums,
      ...around,
      counts: { ...counts, ...around.counts },
      children: listChildrenOf(db, id, MOST_ON_CARD),
      people: listContactsOf(db, id, MOST_ON_CARD),
    }
  },

  contacts: ({ db }, { id }) => listContactsOf(db, id),

  pick: ({ db, search }, { text }) => {
    if (text.trim() === '') return listFirstCompanies(db, PICKS)
    const found = search.find(text, { kinds: [SEARCH_KIND], limit: PICKS })
    return listCompaniesByNo(
      db,
      found.map(({ no }) => no),
    )
  },

  create: (context, { points, people, ...fields }) => {
    const { tx, run } = context
    requireCompanyReferences(tx, fields)
    const id = insertCompany(tx, { ...fields, lifecycleSince: fields.lifecycleStageId ? todayOf(context) : null })
    if (fields.lifecycleStageId) beginLifecycle(context, 'company', id, fields.lifecycleStageId)
    addPoints(run, 'company', id, points)
    addPeople(run, id, people)
    return requireCompany(tx, id)
  },

  update: ({ tx }, { id, ...changes }) => {
    const { pooledAt } = requireActiveCompany(tx, id)
    requireCompanyReferences(tx, changes)
    if (changes.parentId && wouldCircle(id, changes.parentId, (above) => findParentId(tx, above))) {
      const issues = [{ field: 'parentId', code: 'parent_circle', params: {} }]
      throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
    }
    updateCompany(tx, id, { ...changes, ...outOfPool(pooledAt, changes) })
    promotePoints(tx, 'company', id, Object.keys(changes))
    return requireCompany(tx, id)
  },

  dependents: ({ db }, { id }) => {
    requireCompany(db, id)
    const { contacts, deals, tickets, children } = listDependents(db, id)
    return { contacts: contacts.length, deals: deals.length, tickets: tickets.length, children: children.length }
  },

  archive: (context, { id, withDependents }) => {
    const { tx } = context
    if (requireCompany(tx, id).archivedAt !== null) return null
    if (withDependents) archiveDependents(context, id)
    tx.archive('companies', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    requireUnmerged(tx, 'company', id)
    if (requireCompany(tx, id).archivedAt !== null) tx.restore('companies', id)
    return null
  },
}

const requireCompany = (db: Db, id: string): Company => {
  const company = findCompany(db, id)
  if (!company) throw new AppError('not_found', 'customers.companyGone', { id })
  return company
}

const requireActiveCompany = (db: Db, id: string): Company => {
  const company = requireCompany(db, id)
  if (company.archivedAt !== null) throw new AppError('conflict', 'customers.companyArchived', { id })
  return company
}

const requireCompanyReferences = (
  db: Db,
  fields: { readonly [K in 'ownerId' | 'parentId' | 'lifecycleStageId' | 'recordTypeId']?: string | null | undefined },
): void =>
  requireReferences(db, [
    { field: 'ownerId', table: 'users', id: fields.ownerId },
    { field: 'parentId', table: 'companies', id: fields.parentId },
    { field: 'lifecycleStageId', table: 'lifecycleStages', id: fields.lifecycleStageId },
    { field: 'recordTypeId', table: 'recordTypes', id: fields.recordTypeId },
  ])
