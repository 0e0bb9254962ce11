// The form of a task, a call or a meeting that is planned: new, or one that stands already. Ctrl+Enter saves.
import { Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { ActionOf } from '#renderer/api/api.ts'
import { PersonSelect } from '#renderer/records/fields/PersonSelect.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { type Activity, activityFields } from '#shared/activities/activity.ts'
import { z } from 'zod'
import { fieldsOf, type PlanFields, planKinds, type PlanValues } from './plan-values.ts'
import { RecordPicker } from './RecordPicker.tsx'
import { ReminderSelect } from './ReminderSelect.tsx'
import { RepeatDetails, RepeatSelect } from './RepeatField.tsx'
import { useReminderWords } from './use-reminder-words.ts'
import { useRepeatWords } from './use-repeat-words.ts'

interface PlanFormProps<Input> {
  readonly title: string
  readonly submitLabel: string
  readonly values: PlanValues
  readonly action: ActionOf<Input, Activity>
  /** Of what stands already, only the parts that were changed reach the action. */
  readonly toInput: (fields: PlanFields, values: PlanValues) => Input
  readonly said: (activity: Activity) => string
  readonly onClose: () => void
  /** `onClose` where nothing is given. */
  readonly onSaved?: () => void
  /** The kind of what stands already does not change, and `values` are what is stored of it. */
  readonly isNew?: boolean
  /** What it is about can be chosen. */
  readonly hasAbout?: boolean
  /** One occurrence of a series: how the series repeats is no matter of it. */
  readonly hasRepeat?: boolean
  readonly draft?: string
}

const schema = z.object(activityFields).partial()

export function PlanForm<Input>(props: PlanFormProps<Input>) {
  const {
    title,
    submitLabel,
    values,
    action,
    toInput,
    said,
    onClose,
    onSaved = onClose,
    isNew = false,
    hasAbout = isNew,
    hasRepeat = true,
    draft,
  } = props
  const t = useT()
  const people = useQuery(useApi().users.list({})).data
  const ownerName = (id: string | null) => people?.find((one) => one.id === id)?.name ?? t('base.empty')
  const repeatWords = useRepeatWords()
  const reminderWords = useReminderWords()
  const { form, modal, field } = useRecordForm<PlanValues, Input, Activity>({
    initialValues: values,
    stored: isNew ? undefined : values,
    // One says nothing without the other.
    always: ['recordType', 'recordId'],
    // The whole input has parts that a form has no field for; these are the ones it has.
    schema: z.preprocess((input) => schema.safeParse(input).data ?? input, z.unknown()).pipe(schema),
    action,
    toInput: (current) => toInput(fieldsOf(current), current),
    said,
    onDone: onSaved,
    draft,
  })
  const { kind, dueOn, dueTime, recurrence } = form.values
  const repeat = (rule: string | null) => form.setFieldValue('recurrence', rule)
  const isWhole = dueTime.trim() === ''

  return (
    <FormModal isOpen size="lg" title={title} submitLabel={submitLabel} onClose={onClose} {...modal}>
      {isNew && (
        <SegmentedControl
          size="xs"
          aria-label={t('field.kind')}
          data={planKinds.map((each) => ({ value: each, label: t(`activities.kind.${each}`) }))}
          value={kind}
          onChange={(next) => form.setFieldValue('kind', next)}
          style={{ alignSelf: 'flex-start' }}
        />
      )}
      <TextInput
        data-autofocus
        label={<RequiredLabel>{t('field.title')}</RequiredLabel>}
        {...field('title')}
        error={field('title').error ?? field('text').error}
      />
      <Group grow align="flex-start">
        <DayInput label={t(kind === 'task' ? 'field.dueOn' : 'plan.day')} {...field('dueOn')} />
        <TextInput label={t('plan.time')} placeholder={t('plan.time.none')} {...field('dueTime')} />
        {!isWhole && (
          <TextInput label={t('plan.ends_at')} placeholder="15:30" {...field('endTime')} error={form.errors['durationMinutes']} />
        )}
        {isWhole && kind !== 'task' && (
          <DayInput
            label={t('plan.ends_on')}
            placeholder={t('plan.same_day')}
            {...field('endsOn')}
            {...(dueOn === null ? {} : { minDate: dueOn })}
          />
        )}
      </Group>
      <Group grow align="flex-start">
        {hasAbout && <RecordPicker label={t('plan.about')} {...field('record')} error={form.errors['recordId']} />}
        {kind === 'task' ? (
          <Select
            label={t('field.priority')}
            allowDeselect={false}
            data={(['low', 'normal', 'high'] as const).map((value) => ({ value, label: t(`plan.priority.${value}`) }))}
            {...field('priority', (value) => t(`plan.priority.${value}`))}
          />
        ) : (
          <TextInput label={t('plan.location')} {...field('location')} />
        )}
      </Group>
      <Group grow align="flex-start">
        {hasRepeat && dueOn !== null && (
          <RepeatSelect
            {...field('recurrence', (rule) => (rule === null ? t('plan.repeats.never') : repeatWords(rule, dueOn)))}
            startsOn={dueOn}
            onChange={repeat}
          />
        )}
        <ReminderSelect
          isWhole={isWhole}
          isDisabled={dueOn === null}
          {...field('reminderMinutes', (minutes) =>
            minutes === null ? t('plan.reminder.none') : reminderWords(minutes, isWhole),
          )}
        />
        <PersonSelect label={t('field.ownerId')} allowDeselect={false} {...field('ownerId', ownerName)} />
      </Group>
      {hasRepeat && dueOn !== null && recurrence !== null && (
        <RepeatDetails value={recurrence} startsOn={dueOn} onChange={repeat} />
      )}
      <Textarea autosize minRows={2} maxRows={10} label={t('plan.text')} {...field('text')} error={undefined} />
    </FormModal>
  )
}
