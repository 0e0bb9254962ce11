// The public pool: its rules, and returning idle customers at once.
import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { PoolReturn } from './PoolReturn.tsx'
import { PoolRules } from './PoolRules.tsx'

export function PoolPage() {
  const t = useT()
  const pool = useQuery(useApi().pool.settings({}))

  return (
    <>
      <Title order={2}>{t('pool.title')}</Title>
      <Text c="dimmed" maw={680} mb="xl">
        {t('pool.help')}
      </Text>
      {pool.isPending && <Pending lines={4} />}
      {pool.isError && <ErrorNote error={pool.error} onRetry={() => void pool.refetch()} />}
      {pool.data && (
        <Sections>
          <Section title={t('pool.rules')}>
            <PoolRules pool={pool.data} />
          </Section>
          {pool.data.isOn && (
            <Section title={t('pool.now')} text={t('pool.now_help')}>
              <PoolReturn idleDays={pool.data.idleDays} />
            </Section>
          )}
        </Sections>
      )}
    </>
  )
}
