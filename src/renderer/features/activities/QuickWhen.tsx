// When a typed line is meant for: a small button that opens the day and the time.
import { Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { QuickChip } from '#renderer/ui/QuickBar.tsx'
import { addDays } from '#shared/calendar/days.ts'
import { endTimeOf } from './plan-values.ts'
import { toTimeOfDay } from './time-of-day.ts'
import type { QuickChoices } from './use-quick-line.ts'

interface QuickWhenProps {
  readonly dueOn: string | null
  readonly dueTime: string | null
  readonly durationMinutes: number | null
  readonly onChange: (choices: QuickChoices) => void
}

export function QuickWhen({ dueOn, dueTime, durationMinutes, onChange }: QuickWhenProps) {
  const t = useT()
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const day = dueOn === null ? t('activities.tasks.no_day') : `${format.weekday(dueOn)} ${format.shortDay(dueOn)}`
  const clock = [dueTime, durationMinutes ? endTimeOf(dueTime, durationMinutes) : ''].filter(Boolean).join(' – ')
  const text = [day, clock].filter(Boolean).join(' ')
  const today = format.today()

  const leaveTime = () => {
    if (typed === null) return
    const time = toTimeOfDay(typed)
    if (time === null || /^([01]\d|2[0-3]):[0-5]\d$/u.test(time))
      onChange({ dueTime: time, ...(dueOn === null ? { dueOn: today } : {}) })
    setTyped(null)
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus width={300}>
      <Popover.Target>
        <QuickChip
          icon={<IconCalendar size={15} stroke={1.5} aria-hidden />}
          text={text}
          label={t('quick_add.when', { when: text })}
          {...{ onClick: () => setIsOpen(!isOpen) }}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Group gap="xs">
            {[
              { label: t('calendar.today'), on: today },
              { label: format.nearDay(addDays(today, 1)), on: addDays(today, 1) },
              { label: t('activities.tasks.no_day'), on: null },
            ].map(({ label, on }) => (
              <Button key={label} size="compact-sm" variant="default" onClick={() => onChange({ dueOn: on })}>
                {label}
              </Button>
            ))}
          </Group>
          <Group grow align="flex-start">
            <DayInput label={t('plan.day')} value={dueOn} onChange={(next) => onChange({ dueOn: next })} />
            <TextInput
              label={t('plan.time')}
              placeholder={t('plan.time.none')}
              value={typed ?? dueTime ?? ''}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              onBlur={leaveTime}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                leaveTime()
                setIsOpen(false)
              }}
            />
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
