// The tables whose ids come from what their rows tie together, and what becomes of each under the winner.
import type { Db } from '#main/db/database.ts'
import type { Members } from './merge-records.ts'
import { type NaturalTable, planNatural } from './natural-plan.ts'
import type { Plan } from './step.ts'

/** Links between companies and people. Of two to the same one the winner's role stays, else the first that says something. */
const companyContacts: NaturalTable<'companyContacts'> = {
  table: 'companyContacts',
  columns: ['companyId', 'contactId'],
  turn: ({ companyId, contactId, role, isPrimary }, { become }) => {
    const next = { companyId: become(companyId), contactId: become(contactId), role, isPrimary }
    return { key: [next.companyId, next.contactId], next }
  },
  join: (stays, { row, next }) => {
    const isLost = row.role !== null && row.role !== '' && Boolean(stays.role) && row.role !== stays.role
    return {
      next: { ...stays, role: stays.role || next.role, isPrimary: stays.isPrimary || next.isPrimary },
      left: isLost
        ? { kind: 'role', of: row.companyId === next.companyId ? row.companyId : row.contactId, text: row.role ?? '' }
        : null,
    }
  },
  // A person has one main company: the first that was marked.
  settle: (rows) => {
    const marked = new Set<string>()
    return rows.map((row) => {
      const isPrimary = row.isPrimary && !marked.has(row.contactId)
      if (isPrimary) marked.add(row.contactId)
      return { ...row, isPrimary }
    })
  },
}

const recordTags: NaturalTable<'recordTags'> = {
  table: 'recordTags',
  columns: ['recordId'],
  turn: ({ tagId, recordType, recordId }, { become }) => {
    const next = { tagId, recordType, recordId: become(recordId) }
    return { key: [tagId, next.recordId], next }
  },
}

const favourites: NaturalTable<'favourites'> = {
  table: 'favourites',
  columns: ['recordId'],
  turn: ({ userId, recordType, recordId, position }, { become }) => {
    const next = { userId, recordType, recordId: become(recordId), position }
    return { key: [userId, next.recordId], next }
  },
}

/** A pair that was found not to be the same stays so under the winner's name; what is said about two of those merged is void. */
const notDuplicates: NaturalTable<'notDuplicates'> = {
  table: 'notDuplicates',
  columns: ['aId', 'bId'],
  turn: ({ recordType, aId, bId, byId }, { become }) => {
    const [first = '', second = ''] = [become(aId), become(bId)].toSorted()
    return { key: [recordType, first, second], next: { recordType, aId: first, bId: second, byId } }
  },
  isPointless: ({ next }) => next.aId === next.bId,
}

/** An entry of one of the records needs no link to another of them. */
const activityLinks = (isOfMember: (activityId: string) => boolean): NaturalTable<'activityLinks'> => ({
  table: 'activityLinks',
  columns: ['recordId'],
  turn: ({ activityId, recordType, recordId }, { become }) => {
    const next = { activityId, recordType, recordId: become(recordId) }
    return { key: [activityId, recordType, next.recordId], next }
  },
  isPointless: ({ next }) => isOfMember(next.activityId),
})

export const planLinks = (db: Db, members: Members) => planNatural(db, members, companyContacts)
export const planTags = (db: Db, members: Members) => planNatural(db, members, recordTags)

/** All of them but links and tags, which the preview shows one by one. */
export const planOtherNatural = (db: Db, members: Members, isOfMember: (activityId: string) => boolean): readonly Plan[] => [
  planNatural(db, members, favourites),
  planNatural(db, members, notDuplicates),
  planNatural(db, members, activityLinks(isOfMember)),
]
