// What the choices of Kith's own fields are called: the words that their records say elsewhere.
import type { Translate } from '#renderer/i18n/translate.ts'

const CATALOGUES: Readonly<Record<string, readonly string[]>> = {
  kind: ['lists.companyKind', 'activities.kind'],
  priority: ['tickets.priority', 'activities.priority'],
  channel: ['tickets.channel'],
  status: ['imports.order_status', 'deals.status'],
  outcome: ['call_log.outcome'],
  direction: ['call_log.direction'],
}

/** A value that no catalogue knows is shown as it is. */
export const choiceWord = (t: Translate, field: string, value: string): string => {
  const words = (CATALOGUES[field] ?? []).map((catalogue) => t.known(`${catalogue}.${value}`, 'imports.field.unknown'))
  return words.find((word) => word !== t('imports.field.unknown')) ?? value
}
