// The form of an activity template: its name, and its steps in a row each.
import { ActionIcon, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import {
  type ActivityTemplate,
  activityTemplatesContract,
  type TemplateStep,
} from '#shared/activities/activity-templates.contract.ts'

interface TemplateFormProps {
  /** `null`: a new one. */
  readonly template: ActivityTemplate | null
  readonly onClose: () => void
}

interface Values extends Record<string, unknown> {
  readonly name: string
  readonly steps: readonly TemplateStep[]
}

const newStep = (after: number): TemplateStep => ({
  ...{ kind: 'task', title: '', text: null, after: { count: after, unit: 'working_days' } },
  ...{ dueTime: null, durationMinutes: null, priority: null, reminderMinutes: null, ownerId: null },
})

export function TemplateForm({ template, onClose }: TemplateFormProps) {
  const t = useT()
  const { activityTemplates } = useApi()
  const create = activityTemplates.create()
  const update = activityTemplates.update()
  const initialValues: Values = { name: template?.name ?? '', steps: template?.steps ?? [newStep(0)] }
  const { form, modal, field } = useRecordForm<Values, { name: string; steps: TemplateStep[] }, ActivityTemplate>({
    initialValues,
    stored: template === null ? undefined : initialValues,
    schema: activityTemplatesContract.create.input,
    action: {
      ...create,
      run: (input, options) =>
        template === null ? create.run(input, options) : update.run({ id: template.id, ...input }, options),
    },
    toInput: ({ name, steps }) => ({ name, steps: steps.filter(({ title }) => title.trim() !== '') }),
    said: ({ name }) => t('templates.said.saved', { name }),
    onDone: onClose,
  })
  const { steps } = form.values
  const { description, descriptionProps } = field('steps', (now) => now.map(({ title }) => title).join(' · '))
  const set = (index: number, change: Partial<TemplateStep>) =>
    form.setFieldValue(
      'steps',
      steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
    )

  return (
    <FormModal
      isOpen
      size="xl"
      title={t(template === null ? 'templates.new' : 'templates.edit')}
      submitLabel={t('base.save')}
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('templates.name')}</RequiredLabel>} {...field('name')} />
      <Field label={t('templates.steps')} {...(description ? { description, descriptionProps } : {})}>
        <Stack gap="sm" role="group" aria-label={t('templates.steps')}>
          {steps.map(({ kind, title, after }, index) => (
            <Group key={index} gap="sm" wrap="nowrap" align="flex-start">
              <Select
                aria-label={t('templates.step_kind', { number: index + 1 })}
                w={110}
                flex="none"
                allowDeselect={false}
                data={(['task', 'call', 'meeting'] as const).map((value) => ({ value, label: t(`activities.kind.${value}`) }))}
                value={kind}
                onChange={(value) => set(index, { kind: value === 'call' || value === 'meeting' ? value : 'task' })}
              />
              <TextInput
                aria-label={t('templates.step_title', { number: index + 1 })}
                placeholder={t('templates.step', { number: index + 1 })}
                flex={1}
                value={title}
                onChange={({ currentTarget }) => set(index, { title: currentTarget.value })}
              />
              <NumberInput
                aria-label={t('templates.step_after', { number: index + 1 })}
                w={76}
                flex="none"
                min={0}
                max={3660}
                allowDecimal={false}
                value={after.count}
                onChange={(count) => typeof count === 'number' && set(index, { after: { ...after, count } })}
              />
              <Select
                aria-label={t('templates.step_unit', { number: index + 1 })}
                w={170}
                flex="none"
                allowDeselect={false}
                data={(['days', 'working_days'] as const).map((value) => ({ value, label: t(`templates.unit.${value}`) }))}
                value={after.unit}
                onChange={(unit) => set(index, { after: { ...after, unit: unit === 'days' ? 'days' : 'working_days' } })}
              />
              <ActionIcon
                size={32}
                flex="none"
                disabled={steps.length === 1}
                aria-label={t('templates.remove_step', { number: index + 1 })}
                onClick={() =>
                  form.setFieldValue(
                    'steps',
                    steps.filter((_, at) => at !== index),
                  )
                }
              >
                <IconX size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              variant="subtle"
              leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
              disabled={steps.length >= 50}
              onClick={() => form.setFieldValue('steps', [...steps, newStep((steps.at(-1)?.after.count ?? 0) + 1)])}
            >
              {t('templates.add_step')}
            </Button>
          </Group>
        </Stack>
      </Field>
    </FormModal>
  )
}
