// What happened on the sample records, and the tasks that are to come.
import type { ActivityKind } from '#shared/activities/activity.ts'
import type { NewRow } from '#main/db/database.ts'
import type { Making, Sample, SampleContact, SampleDeal } from './making.ts'

const HAPPENED = 230
const TASKS = 70

interface Records {
  readonly companies: readonly Sample<'companies'>[]
  readonly contacts: readonly SampleContact[]
  readonly deals: readonly SampleDeal[]
}

export const sampleActivities = (making: Making, records: Records): NewRow<'activities'>[] => [
  ...Array.from({ length: HAPPENED }, () => happened(making, records)),
  ...Array.from({ length: TASKS }, (_, number) => task(making, records, number)),
  ...planned(making, records),
  weekly(making, records),
  pinned(making, records),
]

/** The calls and meetings of the coming days, with people of open deals. */
const planned = ({ culture, times, ownerId }: Making, { deals, contacts }: Records): NewRow<'activities'>[] => {
  const asked = deals.filter(({ status, contactId }) => status === 'open' && contactId !== null)
  return culture.plans.map(({ kind, title, ahead, dueTime, durationMinutes, location }, place) => {
    const written = times.moment(1 + place, 200)
    return {
      ...{ recordType: 'contact', recordId: asked[place]?.contactId ?? contacts[place]?.id ?? '', kind, title },
      ...{ happenedAt: written, dueOn: times.workday(ahead), dueTime, durationMinutes, location, ownerId, createdAt: written },
      reminderMinutes: place === 0 ? 15 : null,
    }
  })
}

const weekly = ({ culture, times, ownerId }: Making, { companies }: Records): NewRow<'activities'> => ({
  ...(ownerId === null ? { recordType: 'company', recordId: companies[0]?.id ?? '' } : { recordType: 'user', recordId: ownerId }),
  ...{ kind: 'task', title: culture.weekly, happenedAt: times.moment(8, 0), dueOn: times.friday, dueTime: '16:00', ownerId },
  ...{ recurrence: 'FREQ=WEEKLY;BYDAY=FR', createdAt: times.moment(8, 0) },
})

const pinned = ({ culture, times, ownerId }: Making, { companies }: Records): NewRow<'activities'> => {
  const happenedAt = times.moment(30, 120)
  return {
    ...{ recordType: 'company', recordId: companies[0]?.id ?? '', kind: 'note', text: culture.pinned },
    ...{ happenedAt, pinnedAt: happenedAt, ownerId, createdAt: happenedAt },
  }
}

const happened = (making: Making, records: Records): NewRow<'activities'> => {
  const { culture, times, between, one, ownerId } = making
  const kind = one<Exclude<ActivityKind, 'task'>>(['note', 'call', 'call', 'meeting', 'email', 'email'])
  const { record, since } = onSomething(making, records)
  const happenedAt = times.moment(between(0, since), between(0, 540))
  const isLong = kind === 'call' || kind === 'meeting'
  return {
    ...record,
    kind,
    title: kind === 'note' ? null : one(kind === 'call' ? culture.calls : kind === 'meeting' ? culture.meetings : culture.emails),
    text: kind === 'note' || between(0, 3) === 0 ? one(culture.notes) : null,
    happenedAt,
    durationMinutes: isLong ? one(kind === 'call' ? [3, 5, 8, 12, 20] : [30, 45, 60, 90]) : null,
    ownerId,
    createdAt: happenedAt,
  }
}

/** Half of the tasks are done; of the open ones some are overdue and some are for today. */
const task = (making: Making, records: Records, number: number): NewRow<'activities'> => {
  const { culture, times, between, one, ownerId } = making
  const isDone = number % 2 === 0
  const dueAgo = isDone ? between(1, 60) : number % 7 === 0 ? 0 : between(-20, 5)
  const written = times.moment(Math.max(dueAgo, 0) + between(1, 10), between(0, 540))
  return {
    ...onSomething(making, records).record,
    kind: 'task',
    title: one(culture.tasks),
    happenedAt: written,
    dueOn: times.day(dueAgo),
    dueTime: number % 3 === 0 ? one(['09:00', '10:30', '14:00', '16:30']) : null,
    doneAt: isDone ? times.moment(dueAgo, between(60, 500)) : null,
    ownerId,
    createdAt: written,
  }
}

/** Mostly deals, else companies and people; and for how many days it has been there. */
const onSomething = ({ one, between }: Making, { companies, contacts, deals }: Records) => {
  const chance = between(0, 9)
  if (chance < 5) {
    const deal = one(deals)
    return { record: { recordType: 'deal', recordId: deal.id } as const, since: deal.openedDaysAgo }
  }
  return chance < 8
    ? { record: { recordType: 'company', recordId: one(companies).id } as const, since: 200 }
    : { record: { recordType: 'contact', recordId: one(contacts).id } as const, since: 60 }
}
