// How long something is, and what the engine says by key, in the reader's words.
import type { Translate } from '#renderer/i18n/translate.ts'
import type { Said } from '#shared/sync/network.contract.ts'

/** A difference between two clocks up to this is nobody's business. */
const CLOCK_LIMIT_MS = 120_000
/** Up to this two clocks agree: the way between the machines takes its time, too. */
const AGREE_MS = 2000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** About how long, in the largest unit of which there are two: `119 minutes`, `3 hours`, `2 days`. */
export const spanText = (t: Translate, ms: number): string => {
  const span = Math.abs(ms)
  if (span < 2 * HOUR) return t('network_page.minutes', { count: Math.max(1, Math.round(span / MINUTE)) })
  return span < 2 * DAY
    ? t('network_page.hours', { count: Math.round(span / HOUR) })
    : t('network_page.days', { count: Math.round(span / DAY) })
}

export const isClockOff = (aheadMs: number): boolean => Math.abs(aheadMs) > CLOCK_LIMIT_MS

/** `Clock agrees`, `Clock 3 s ahead`. */
export const clockText = (t: Translate, aheadMs: number): string => {
  if (Math.abs(aheadMs) <= AGREE_MS) return t('network_page.clock_agrees')
  const seconds = Math.round(Math.abs(aheadMs) / 1000)
  return t(aheadMs > 0 ? 'network_page.clock_fast' : 'network_page.clock_slow', { seconds })
}

/** `9:05` */
export const countdownText = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const saidText = (t: Translate, { messageKey, params }: Said): string =>
  t.known(messageKey, 'network_page.said_elsewhere', params)
