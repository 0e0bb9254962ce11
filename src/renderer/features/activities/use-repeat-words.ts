// A rule of repetition as a sentence in the reader's language.
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { recurrenceWords } from '#shared/calendar/recurrence-words.ts'

export const useRepeatWords = (): ((rule: string, startsOn: string) => string) => {
  const t = useT()
  const language = useLanguage()
  return (rule, startsOn) => {
    const { what, end } = recurrenceWords(rule, startsOn, language)
    const words = t.known(what.key, 'calendar.repeats.own', what.params)
    const said =
      end === null
        ? words
        : t('plan.repeats.words_with_end', { what: words, end: t.known(end.key, 'calendar.repeats.own', end.params) })
    return said.charAt(0).toLocaleUpperCase() + said.slice(1)
  }
}
