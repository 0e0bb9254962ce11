// The sample data: added to look around, removed in one click. What someone has changed since is kept, and named.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Section } from '#renderer/ui/Section.tsx'

export function SampleSettings() {
  const t = useT()
  const api = useApi()
  const language = useLanguage()
  const status = useQuery(api.samples.status({}))
  const add = useAction(api.samples.create(), { said: ({ records }) => t('settings.samples_added', { count: records }) })
  const remove = useAction(api.samples.remove(), { said: ({ removed }) => t('settings.samples_removed', { count: removed }) })
  const records = status.data?.records ?? 0
  const kept = remove.data?.kept ?? []

  return (
    <Section title={t('settings.samples')}>
      {status.isError && <ErrorNote error={status.error} />}
      {status.isSuccess && (
        <Text>{records === 0 ? t('settings.samples_none') : t('settings.samples_text', { count: records })}</Text>
      )}
      <Group gap="sm">
        {status.isSuccess && records === 0 && (
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate({ language })}>
            {t('settings.samples_add')}
          </Button>
        )}
        {records > 0 && (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate({})}>
            {t('settings.samples_remove')}
          </Button>
        )}
      </Group>
      {kept.length > 0 && <Text c="dimmed">{t('settings.samples_kept', { names: kept.map(({ name }) => name) })}</Text>}
    </Section>
  )
}
