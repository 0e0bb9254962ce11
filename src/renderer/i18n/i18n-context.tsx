// Gives every screen its words and formats. Switching the language renders again; nothing has to be restarted.
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Language } from '#shared/base/messages.ts'
import { createFormat, type Format } from './format.ts'
import { createTranslate, type Translate } from './translate.ts'

interface I18n {
  readonly language: Language
  readonly t: Translate
  readonly format: Format
  readonly now: () => number
}

const I18nContext = createContext<I18n | null>(null)

interface I18nProviderProps {
  readonly language: Language
  /** The workspace's IANA zone; the machine's while no workspace is open. */
  readonly timeZone: string
  readonly now: () => number
  readonly children: ReactNode
}

export function I18nProvider({ language, timeZone, now, children }: I18nProviderProps) {
  const i18n = useMemo(
    () => ({ language, t: createTranslate(language), format: createFormat({ language, timeZone, now }), now }),
    [language, timeZone, now],
  )
  return <I18nContext value={i18n}>{children}</I18nContext>
}

const useI18n = (): I18n => {
  const i18n = use(I18nContext)
  if (!i18n) throw new Error('This needs an <I18nProvider> above it')
  return i18n
}

/** `t('deals.board.title', params)`. */
export const useT = (): Translate => useI18n().t

/** Money, numbers, days and moments in the reader's language. */
export const useFormat = (): Format => useI18n().format

/** The clock, ms since 1970: for what must know the moment and not only show it. */
export const useNow = (): (() => number) => useI18n().now

export const useLanguage = (): Language => useI18n().language
