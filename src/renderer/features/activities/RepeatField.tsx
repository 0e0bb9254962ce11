// How often something repeats: the usual ways at hand, everything else by a small form, and the rule in words.
import { Chip, Group, NumberInput, Select, type SelectProps, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { addDays, weekdays, type Weekday } from '#shared/calendar/days.ts'
import { formOfRule, monthlyChoices, newRecurrence, type RecurrenceForm, ruleOfForm } from '#shared/calendar/recurrence-form.ts'
import { useRepeatWords } from './use-repeat-words.ts'

interface RepeatFieldProps extends Pick<SelectProps, 'description' | 'descriptionProps'> {
  readonly value: string | null
  readonly startsOn: string
  readonly onChange: (rule: string | null) => void
  readonly error?: ReactNode
}

const UNITS = ['day', 'week', 'month', 'year'] as const

/** How often at all: never, by days, weeks, months or years. */
export function RepeatSelect({ value, startsOn, onChange, error, ...said }: RepeatFieldProps) {
  const t = useT()
  const form = value === null ? null : formOfRule(value, startsOn)
  return (
    <Select
      label={t('plan.repeats')}
      {...said}
      allowDeselect={false}
      data={[
        { value: 'never', label: t('plan.repeats.never') },
        ...UNITS.map((unit) => ({ value: unit, label: t(`plan.repeats.${unit}`) })),
        ...(value !== null && form === null ? [{ value: 'own', label: t('plan.repeats.own') }] : []),
      ]}
      value={value === null ? 'never' : (form?.unit ?? 'own')}
      onChange={(unit) => {
        const known = UNITS.find((each) => each === unit)
        if (unit === 'never') onChange(null)
        else if (known) onChange(ruleOfForm({ ...newRecurrence(startsOn, known), ...(form ? { end: form.end } : {}) }))
      }}
      error={error}
    />
  )
}

/** The rest of a repetition: every how many, on which days, until when, and all of it in words. */
export function RepeatDetails({ value, startsOn, onChange }: RepeatFieldProps & { readonly value: string }) {
  const t = useT()
  const wordsOf = useRepeatWords()
  const form = formOfRule(value, startsOn)
  const change = (changes: Partial<RecurrenceForm>) => form && onChange(ruleOfForm({ ...form, ...changes }))

  return (
    <Stack gap="sm">
      {form && (
        <Group gap="sm" align="flex-end">
          <NumberInput
            label={t('plan.every')}
            w={88}
            min={1}
            max={999}
            allowDecimal={false}
            value={form.every}
            onChange={(every) => typeof every === 'number' && every >= 1 && change({ every })}
          />
          {(form.unit === 'month' || form.unit === 'year') && (
            <MonthlyChoice value={form} startsOn={startsOn} onChange={(on) => change({ on })} />
          )}
          <RepeatEnd value={form.end} startsOn={startsOn} onChange={(end) => change({ end })} />
        </Group>
      )}
      {form?.unit === 'week' && (
        <Weekdays value={form.weekdays} onChange={(days) => days.length > 0 && change({ weekdays: days })} />
      )}
      <Text c="dimmed">{wordsOf(value, startsOn)}</Text>
    </Stack>
  )
}

function Weekdays({ value, onChange }: { readonly value: readonly Weekday[]; readonly onChange: (days: Weekday[]) => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <Chip.Group
      multiple
      value={value.map(String)}
      onChange={(days) => onChange(weekdays.filter((day) => days.includes(String(day))))}
    >
      <Group gap="xs" role="group" aria-label={t('plan.weekdays')}>
        {weekdays.map((day) => (
          // 2024-01-01 was a Monday.
          <Chip key={day} size="xs" value={String(day)}>
            {format.weekday(addDays('2024-01-01', day - 1))}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  )
}

interface MonthlyChoiceProps {
  readonly value: RecurrenceForm
  readonly startsOn: string
  readonly onChange: (on: RecurrenceForm['on']) => void
}

function MonthlyChoice({ value, startsOn, onChange }: MonthlyChoiceProps) {
  const t = useT()
  const wordsOf = useRepeatWords()
  const offered = monthlyChoices(startsOn)
  const isOffered = offered.some((on) => JSON.stringify(on) === JSON.stringify(value.on))
  const choices = isOffered ? offered : [value.on, ...offered]
  return (
    <Select
      label={t('plan.on')}
      flex={1}
      miw={200}
      allowDeselect={false}
      data={choices.map((on) => ({
        value: JSON.stringify(on),
        label: wordsOf(ruleOfForm({ ...value, on, every: 1, end: { kind: 'never' } }), startsOn),
      }))}
      value={JSON.stringify(value.on)}
      onChange={(chosen) => {
        const on = choices.find((each) => JSON.stringify(each) === chosen)
        if (on) onChange(on)
      }}
    />
  )
}

interface RepeatEndProps {
  readonly value: RecurrenceForm['end']
  readonly startsOn: string
  readonly onChange: (end: RecurrenceForm['end']) => void
}

function RepeatEnd({ value, startsOn, onChange }: RepeatEndProps) {
  const t = useT()
  const kinds = ['never', 'until', 'count'] as const
  const made = {
    never: { kind: 'never' },
    until: { kind: 'until', day: addDays(startsOn, 90) },
    count: { kind: 'count', count: 10 },
  } as const
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <Select
        label={t('plan.repeats.ends')}
        w={160}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`plan.repeats.ends.${kind}`) }))}
        value={value.kind}
        onChange={(kind) => {
          const known = kinds.find((each) => each === kind)
          if (known) onChange(made[known])
        }}
      />
      {value.kind === 'until' && (
        <DayInput
          label={t('plan.repeats.ends.day')}
          clearable={false}
          value={value.day}
          onChange={(day) => day !== null && onChange({ kind: 'until', day })}
        />
      )}
      {value.kind === 'count' && (
        <NumberInput
          label={t('plan.repeats.ends.times')}
          w={96}
          min={1}
          max={1000}
          allowDecimal={false}
          value={value.count}
          onChange={(count) => typeof count === 'number' && count >= 1 && onChange({ kind: 'count', count })}
        />
      )}
    </Group>
  )
}
