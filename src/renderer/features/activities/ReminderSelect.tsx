// How long before something begins one wants to be reminded. Of what takes whole days: on the morning itself, or days before.
import { Select } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'

interface ReminderSelectProps {
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
  readonly isWhole: boolean
  readonly isDisabled: boolean
}

const TIMED = [0, 5, 10, 15, 30, 60, 120, 1440]
const WHOLE = [0, 1440, 2880, 10_080]

export function ReminderSelect({ value, onChange, isWhole, isDisabled }: ReminderSelectProps) {
  const t = useT()
  const offered = isWhole ? WHOLE : TIMED
  const shown = value === null || offered.includes(value) ? offered : [value, ...offered]
  const words = (minutes: number): string => {
    if (isWhole) return t('plan.reminder.whole', { days: Math.round(minutes / 1440) })
    if (minutes === 0) return t('plan.reminder.at_begin')
    if (minutes % 1440 === 0) return t('plan.reminder.days', { count: minutes / 1440 })
    return minutes % 60 === 0 ? t('plan.reminder.hours', { count: minutes / 60 }) : t('plan.reminder.minutes', { count: minutes })
  }
  return (
    <Select
      label={t('plan.reminder')}
      allowDeselect={false}
      disabled={isDisabled}
      data={[
        { value: '', label: t('plan.reminder.none') },
        ...shown.map((minutes) => ({ value: String(minutes), label: words(minutes) })),
      ]}
      value={isDisabled || value === null ? '' : String(value)}
      onChange={(chosen) => onChange(chosen === null || chosen === '' ? null : Number(chosen))}
    />
  )
}
