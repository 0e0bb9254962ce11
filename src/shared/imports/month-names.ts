// Days with the month in words: 5 March 2026, March 5, 2026, 5. März 2026, 5 de marzo de 2026.

const DAY_FIRST =
  /^(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?(?:\s+de)?[\s.-]+(?<month>\p{L}{3,10})\.?(?:\s+de)?[\s.,-]+(?<y>\d{2}|\d{4})$/u
const MONTH_FIRST = /^(?<month>\p{L}{3,10})\.?[\s.-]+(?<d>\d{1,2})(?:st|nd|rd|th)?[\s.,-]+(?<y>\d{2}|\d{4})$/u

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

const bare = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}.]/gu, '')

/** Full and shortened names with their numbers; the first language that has a name decides. */
const readMonths = (): ReadonlyMap<string, number> => {
  const months = new Map<string, number>([['sept', 9]])
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      for (let number = 1; number <= 12; number += 1) {
        const name = bare(format.format(Date.UTC(2026, number - 1, 15)))
        if (!months.has(name)) months.set(name, number)
      }
    }
  }
  return months
}
let months: ReadonlyMap<string, number> | null = null

/** Year, month and day of a date in words; undefined for any other text. */
export const datePartsInWords = (text: string): { readonly y: string; readonly m: string; readonly d: string } | undefined => {
  const { y, d, month } = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups ?? {}
  if (y === undefined || d === undefined || month === undefined) return undefined
  months ??= readMonths()
  const m = months.get(bare(month))
  return m === undefined ? undefined : { y, m: String(m), d }
}
