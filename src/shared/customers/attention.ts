// What about a customer needs a look today. Pure: the card's facts and the day come in.
import { daysBetween } from '#shared/calendar/days.ts'
import type { CompanyCard, ContactCard } from './record-card.ts'

/** Without a word for this long, a customer is quiet. */
export const QUIET_DAYS = 90
/** A birthday is told this many days ahead. */
export const BIRTHDAY_DAYS = 14

export interface Attention {
  /** An overdue task; nothing said for long; nothing said ever, though a deal is open; a birthday soon. */
  readonly kind: 'overdue' | 'quiet' | 'never' | 'birthday'
  readonly day: string | null
  readonly days: number | null
  readonly name: string | null
}

type Facts = Pick<CompanyCard, 'nextTask' | 'lastActivity'> &
  Partial<Pick<ContactCard, 'nextBirthday'>> & {
    readonly counts: { readonly openDeals: number }
    readonly today: string
    readonly dayOf: (moment: string) => string
  }

export const attentionOf = ({ nextTask, lastActivity, nextBirthday, counts, today, dayOf }: Facts): readonly Attention[] => {
  const found: Attention[] = []
  if (nextTask !== null && nextTask.dueOn !== null && nextTask.dueOn < today)
    found.push({ kind: 'overdue', day: nextTask.dueOn, days: daysBetween(nextTask.dueOn, today), name: nextTask.title })
  if (lastActivity === null) {
    if (counts.openDeals > 0) found.push({ kind: 'never', day: null, days: null, name: null })
  } else {
    const days = daysBetween(dayOf(lastActivity.happenedAt), today)
    if (days > QUIET_DAYS) found.push({ kind: 'quiet', day: dayOf(lastActivity.happenedAt), days, name: null })
  }
  if (nextBirthday && daysBetween(today, nextBirthday.on) <= BIRTHDAY_DAYS)
    found.push({ kind: 'birthday', day: nextBirthday.on, days: nextBirthday.age, name: null })
  return found
}
