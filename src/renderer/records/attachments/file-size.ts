// How large a file is, in the unit that makes it short to read: `2.4 MB`.
import { locales } from '#renderer/i18n/translate.ts'
import type { Language } from '#shared/base/messages.ts'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Of bytes; 1 kB is 1,024 of them, as file managers count. */
export const fileSize = (language: Language, bytes: number): string => {
  const step = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** step
  const format = new Intl.NumberFormat(locales[language], {
    ...{ style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short' },
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  })
  return format.format(value)
}
