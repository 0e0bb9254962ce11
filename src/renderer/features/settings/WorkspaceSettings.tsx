// What the whole office shares: name, currency, paper and time zone.
import { Button, Group, NumberInput, SegmentedControl, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { type Settings, settings as schema } from '#shared/settings/settings.ts'

export function WorkspaceSettings() {
  const t = useT()
  const settings = useQuery(useApi().settings.get({}))

  return (
    <Section title={t('settings.workspace')} text={t('settings.workspace_hint')}>
      {settings.isError && <ErrorNote error={settings.error} />}
      {settings.data && <WorkspaceForm settings={settings.data} />}
    </Section>
  )
}

function WorkspaceForm({ settings }: { readonly settings: Settings }) {
  const t = useT()
  const format = useFormat()
  const { workspaceName, currency, paper, timeZone, attachmentLimitMb } = settings
  // Naming all zones of the world takes a while: only once the list is opened.
  const [isOpened, setIsOpened] = useState(false)
  const zones = useMemo(
    () =>
      [...new Set([timeZone, ...(isOpened ? Intl.supportedValuesOf('timeZone') : [])])].map((value) => ({
        value,
        label: format.zone(value),
      })),
    [timeZone, isOpened, format],
  )
  const stored = { workspaceName, currency, paper, timeZone, attachmentLimitMb }
  const { submit, action, field, modal } = useRecordForm({
    ...{ initialValues: stored, stored },
    schema: schema.partial(),
    action: useApi().settings.update(),
    toInput: (values) => values,
    said: () => t('settings.saved'),
    onDone: () => {},
  })

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="lg">
        <TextInput label={t('settings.workspace_name')} {...field('workspaceName')} />
        <SimpleGrid cols={2}>
          <CurrencySelect label={t('settings.currency')} {...field('currency')} />
          <Field label={t('settings.paper')}>
            <SegmentedControl aria-label={t('settings.paper')} data={[...schema.shape.paper.options]} {...field('paper')} />
          </Field>
        </SimpleGrid>
        <Select
          searchable
          allowDeselect={false}
          label={t('settings.time_zone')}
          data={zones}
          onDropdownOpen={() => setIsOpened(true)}
          limit={200}
          {...field('timeZone')}
        />
        <NumberInput
          label={t('settings.attachment_limit')}
          description={t('settings.attachment_limit_help')}
          suffix=" MB"
          min={1}
          max={4096}
          allowDecimal={false}
          {...field('attachmentLimitMb')}
        />
      </Stack>
      {action.isError && <ErrorNote error={action.error} />}
      <Group justify="flex-end" mt="lg">
        <Button type="submit" variant="default" disabled={!modal.unsaved.isDirty} loading={action.isPending}>
          {t('base.save')}
        </Button>
      </Group>
    </form>
  )
}
