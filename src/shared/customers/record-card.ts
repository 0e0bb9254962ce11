// What a company's or a person's page shows on its first tab, in one answer.
import { z } from 'zod'
import { activity } from '#shared/activities/activity.ts'
import { currency, day, id, moment, reference } from '#shared/base/fields.ts'
import { tag } from '#shared/tags/tag.ts'
import { company } from './company.ts'
import { companyOfContact, contact, contactOfCompany } from './contact.ts'
import { contactPoint } from './contact-point.ts'
import { lifecycleMove, lifecycleStage } from './lifecycle.ts'
import { relation } from './relation.ts'

/** Money of several deals, one sum for each currency. Whole numbers of the minor unit. */
export const moneySum = z.object({ currency, amountMinor: z.int(), count: z.int() })
export type MoneySum = z.infer<typeof moneySum>

/** What happened last: a note, call, meeting or e-mail. */
export const lastActivity = activity.pick({ id: true, kind: true, title: true, text: true, happenedAt: true })
export const nextTask = activity.pick({ id: true, title: true, dueOn: true, dueTime: true })

/** Pinned notes and other entries, newest pin first. */
export const pinnedEntry = lastActivity.extend({ pinnedAt: moment, ownerName: z.string().nullable() })

export const recordCard = {
  ownerName: z.string().nullable(),
  stage: lifecycleStage.nullable(),
  /** Newest first. */
  moves: z.array(lifecycleMove),
  tags: z.array(tag),
  /** Further phones, e-mails, addresses, messengers and pages, in their order. */
  points: z.array(contactPoint.omit({ archivedAt: true, createdAt: true, updatedAt: true })),
  openDealSums: z.array(moneySum),
  wonSums: z.array(moneySum),
  lastActivity: lastActivity.nullable(),
  nextTask: nextTask.nullable(),
  isFavourite: z.boolean(),
  pinned: z.array(pinnedEntry),
} as const

/** People and daughter companies on a company's card: this many at most, `counts` says how many there are. */
export const MOST_ON_CARD = 50

export const companyCard = company.extend({
  ...recordCard,
  parent: reference.nullable(),
  children: z.array(reference),
  people: z.array(contactOfCompany),
  counts: z.object({
    contacts: z.int(),
    children: z.int(),
    openDeals: z.int(),
    wonDeals: z.int(),
    openTickets: z.int(),
    orders: z.int(),
    attachments: z.int(),
  }),
})
export type CompanyCard = z.infer<typeof companyCard>

export const contactCard = contact.extend({
  ...recordCard,
  companies: z.array(companyOfContact),
  relations: z.array(relation),
  /** The next time the birthday is kept, today included, and the age reached then. */
  nextBirthday: z.object({ on: day, age: z.int().nullable() }).nullable(),
  counts: z.object({ openDeals: z.int(), wonDeals: z.int(), openTickets: z.int(), orders: z.int(), attachments: z.int() }),
})
export type ContactCard = z.infer<typeof contactCard>

export const cardInput = z.object({ id })
