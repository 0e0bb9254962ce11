// The words of an exported file, in the language of the screen that asked for it.
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageParams } from '#shared/base/app-error.ts'
import { minorDigits } from '#shared/base/money.ts'
import type { Language } from '#shared/base/messages.ts'
import type { ListChoice, ListField } from '#shared/lists/list-field.ts'
import { isMessageKey, type MessageKey, messages } from '#shared/messages.ts'

export type Say = (key: MessageKey, params?: MessageParams) => string

export const speechIn =
  (language: Language): Say =>
  (key, params) => {
    const text = messages[language].get(key) ?? key
    return params ? String(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).format({ ...params })) : text
  }

export const labelOf = (say: Say, { label, labelKey }: Pick<ListField | ListChoice, 'label' | 'labelKey'>): string =>
  label ?? say(labelKey !== null && isMessageKey(labelKey) ? labelKey : 'field.other')

/** Digits behind the mark; an amount whose currency nobody knows has two. */
export const digitsOf = (currency: string): number => (currency === '' ? 2 : minorDigits(currency))

/** `1250` cents as `12.50`: exact, without signs of thousands. */
export const amountText = (amountMinor: number, currency: string): string => {
  const digits = digitsOf(currency)
  if (digits === 0) return String(amountMinor)
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  return `${amountMinor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

export interface Calendar {
  /** A moment on the workspace's wall, `2026-11-22 14:05`. */
  readonly wall: (moment: string) => string
  /** A day as the list shows it. */
  readonly shownDay: (day: string) => string
  readonly shownMoment: (moment: string) => string
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

export const calendarIn = (language: Language, timeZone: string): Calendar => {
  const short = { year: 'numeric', month: 'short', day: 'numeric' } as const
  const days = new Intl.DateTimeFormat(locales[language], { ...short, timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locales[language], { ...short, hour: '2-digit', minute: '2-digit', timeZone })
  const parts = new Intl.DateTimeFormat('sv-SE', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone },
  })
  return {
    wall: (moment) => parts.format(new Date(moment)),
    shownDay: (day) => days.format(new Date(`${day}T12:00:00.000Z`)),
    shownMoment: (moment) => moments.format(new Date(moment)),
  }
}
