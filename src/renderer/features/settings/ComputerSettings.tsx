// Language, appearance and row height: of this computer only, and at once.
import { SegmentedControl, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useClient, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { preferences as schema } from '#shared/shell/shell.contract.ts'

export function ComputerSettings() {
  const t = useT()
  const shell = useShell()
  const preferences = useQuery(shell.preferences({}))
  const change = useAction(shell.setPreferences())
  const { quietLine } = useClient()
  if (!preferences.data) return null
  const { language, colorScheme, density, isScreenPrivate } = preferences.data

  return (
    <Section title={t('settings.this_computer')}>
      <Select
        label={t('settings.language')}
        allowDeselect={false}
        data={[
          { value: 'zh-CN', label: t('entry.language.name.zh') },
          { value: 'en', label: t('entry.language.name.en') },
        ]}
        value={language}
        onChange={(value) => {
          change.mutate({ language: schema.shape.language.parse(value) })
          // It would go on speaking the language that was left.
          quietLine.clear()
        }}
      />
      <Field label={t('settings.scheme')}>
        <SegmentedControl
          aria-label={t('settings.scheme')}
          data={schema.shape.colorScheme.options.map((value) => ({ value, label: t(`settings.scheme.${value}`) }))}
          value={colorScheme}
          onChange={(value) => change.mutate({ colorScheme: value })}
        />
      </Field>
      <Field label={t('settings.density')}>
        <SegmentedControl
          aria-label={t('settings.density')}
          data={schema.shape.density.options.map((value) => ({ value, label: t(`settings.density.${value}`) }))}
          value={density}
          onChange={(value) => change.mutate({ density: value })}
        />
      </Field>
      <Switch
        label={t('settings.private_screen')}
        description={t('settings.private_screen_help')}
        checked={isScreenPrivate}
        onChange={({ currentTarget }) => change.mutate({ isScreenPrivate: currentTarget.checked })}
      />
    </Section>
  )
}
