// How long before something begins, in words: of what takes whole days on the morning itself, or days before.
import { useT } from '#renderer/i18n/i18n-context.tsx'

export const useReminderWords = (): ((minutes: number, isWhole: boolean) => string) => {
  const t = useT()
  return (minutes, isWhole) => {
    if (isWhole) return t('plan.reminder.whole', { days: Math.round(minutes / 1440) })
    if (minutes === 0) return t('plan.reminder.at_begin')
    if (minutes % 1440 === 0) return t('plan.reminder.days', { count: minutes / 1440 })
    return minutes % 60 === 0 ? t('plan.reminder.hours', { count: minutes / 60 }) : t('plan.reminder.minutes', { count: minutes })
  }
}
