// How long before something begins one wants to be reminded. Of what takes whole days: on the morning itself, or days before.
import { Select, type SelectProps } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useReminderWords } from './use-reminder-words.ts'

interface ReminderSelectProps extends Pick<SelectProps, 'description' | 'descriptionProps'> {
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
  readonly isWhole: boolean
  readonly isDisabled: boolean
}

const TIMED = [0, 5, 10, 15, 30, 60, 120, 1440]
const WHOLE = [0, 1440, 2880, 10_080]

export function ReminderSelect({ value, onChange, isWhole, isDisabled, ...said }: ReminderSelectProps) {
  const t = useT()
  const offered = isWhole ? WHOLE : TIMED
  const shown = value === null || offered.includes(value) ? offered : [value, ...offered]
  const wordsOf = useReminderWords()
  return (
    <Select
      label={t('plan.reminder')}
      allowDeselect={false}
      {...said}
      disabled={isDisabled}
      data={[
        { value: '', label: t('plan.reminder.none') },
        ...shown.map((minutes) => ({ value: String(minutes), label: wordsOf(minutes, isWhole) })),
      ]}
      value={isDisabled || value === null ? '' : String(value)}
      onChange={(chosen) => onChange(chosen === null || chosen === '' ? null : Number(chosen))}
    />
  )
}
