// The working hours of one day: stretches from a time to a time, added and taken away.
import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { minutesOf, timeOf } from '#shared/calendar/days.ts'
import type { WorkingInterval } from '#shared/calendar/working-time.ts'
import { toTimeOfDay } from '#renderer/features/activities/time-of-day.ts'
import { useState } from 'react'

interface IntervalsFieldProps {
  readonly label: string
  readonly value: readonly WorkingInterval[]
  readonly onChange: (intervals: readonly WorkingInterval[]) => void
  readonly error: string | null
}

export function IntervalsField({ label, value, onChange, error }: IntervalsFieldProps) {
  const t = useT()
  const set = (index: number, change: Partial<WorkingInterval>) =>
    onChange(value.map((interval, at) => (at === index ? { ...interval, ...change } : interval)))

  return (
    <div>
      <Group gap="xs" role="group" aria-label={label}>
        <Text miw={40}>{label}</Text>
        {value.length === 0 && <Text c="dimmed">{t('working_time.day_off')}</Text>}
        {value.map(({ from, to }, index) => (
          <Group key={index} gap={4} wrap="nowrap">
            <TimeBox
              label={t('working_time.from', { day: label })}
              value={from}
              onChange={(time) => set(index, { from: time })}
            />
            <span aria-hidden>–</span>
            <TimeBox label={t('working_time.to', { day: label })} value={to} onChange={(time) => set(index, { to: time })} />
            <ActionIcon
              size="sm"
              aria-label={t('working_time.remove', { day: label, from })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size={14} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <ActionIcon
          size="sm"
          aria-label={t('working_time.add', { day: label })}
          onClick={() => onChange([...value, nextInterval(value)])}
        >
          <IconPlus size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Group>
      {error && (
        <Text c="red" size="xs" role="alert">
          {error}
        </Text>
      )}
    </div>
  )
}

interface TimeBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
}

/** What is typed counts when the box is left; what is no time goes back to what it was. */
function TimeBox({ label, value, onChange }: TimeBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    const time = typed === null ? null : toTimeOfDay(typed)
    if (time !== null && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/u.test(time)) onChange(time)
    setTyped(null)
  }
  return (
    <TextInput
      aria-label={label}
      w={62}
      value={typed ?? value}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}

/** After the last stretch, an hour later, for as long as there is day left. */
const nextInterval = (value: readonly WorkingInterval[]): WorkingInterval => {
  const last = value.at(-1)
  if (!last) return { from: '09:00', to: '18:00' }
  const from = Math.min(minutesOf(last.to) + 60, 22 * 60)
  return { from: timeOf(from), to: timeOf(Math.min(from + 120, 1440)) }
}
