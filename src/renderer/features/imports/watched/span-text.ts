// A stretch of time in words: how often a folder is looked into.
import type { Translate } from '#renderer/i18n/translate.ts'

export const SPANS = [1, 5, 15, 30, 60, 240, 1440] as const

const HOUR = 60
const DAY = 1440

export const spanText = (t: Translate, minutes: number): string => {
  if (minutes === DAY) return t('watchedFolders.day')
  return minutes % HOUR === 0
    ? t('watchedFolders.hours', { count: minutes / HOUR })
    : t('watchedFolders.minutes', { count: minutes })
}
