// What a card says below its amount: when it is expected to close or was closed, and what comes next.
import { IconAlertTriangle, IconCalendar, IconCheckbox, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { CardNote } from '#renderer/ui/board/CardFace.tsx'
import type { DealCard } from '#shared/deals/deal.ts'

/** An open deal whose expected day has passed. `today` is a day of the workspace's zone. */
export const isOverdue = ({ status, expectedCloseOn }: Pick<DealCard, 'status' | 'expectedCloseOn'>, today: string): boolean =>
  status === 'open' && expectedCloseOn !== null && expectedCloseOn < today

export const dealNotes = (card: DealCard, t: Translate, format: Format): CardNote[] => [
  ...closeNote(card, t, format),
  ...taskNote(card, t, format),
]

const closeNote = (card: DealCard, t: Translate, { shortDay, nearDay, today }: Format): CardNote[] => {
  const { status, expectedCloseOn, closedOn } = card
  if (status === 'won') return closedOn ? [{ icon: IconCircleCheck, text: t('deals.card.won', { day: shortDay(closedOn) }) }] : []
  if (status === 'lost') return closedOn ? [{ icon: IconCircleX, text: t('deals.card.lost', { day: shortDay(closedOn) }) }] : []
  if (expectedCloseOn === null) return []
  return isOverdue(card, today())
    ? [{ icon: IconAlertTriangle, text: t('deals.card.overdue', { day: shortDay(expectedCloseOn) }), tone: 'alert' }]
    : [{ icon: IconCalendar, text: t('deals.card.close', { day: nearDay(expectedCloseOn) }) }]
}

const taskNote = ({ nextTask }: DealCard, t: Translate, { nearDay, today }: Format): CardNote[] => {
  if (!nextTask) return []
  const { title, dueOn } = nextTask
  if (dueOn === null) return [{ icon: IconCheckbox, text: t('deals.card.task_undated', { title }) }]
  const params = { title, day: nearDay(dueOn) }
  return dueOn < today()
    ? [{ icon: IconCheckbox, text: t('deals.card.task_overdue', params), tone: 'alert' }]
    : [{ icon: IconCheckbox, text: t('deals.card.task', params) }]
}
