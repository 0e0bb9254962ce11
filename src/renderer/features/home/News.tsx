// What the others did since one was here last.
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { AgendaSection } from '#renderer/ui/Agenda.tsx'
import { BriefList, BriefRow } from '#renderer/ui/BriefList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'

export function News() {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const seen = useAction(api.home.seen())
  const news = useQuery(api.home.news({ limit: 12 }))

  if (news.isError) return <ErrorNote error={news.error} onRetry={() => void news.refetch()} />
  const { since, operations, count, isCut } = news.data ?? { since: null, operations: [], count: 0, isCut: false }
  const rest = count - operations.length
  return (
    <AgendaSection
      title={t('home.news')}
      note={since === null ? null : t('home.since', { when: format.nearMoment(since) })}
      action={
        operations.length > 0 && (
          <Anchor component="button" type="button" inherit onClick={() => seen.mutate({})}>
            {t('home.seen')}
          </Anchor>
        )
      }
    >
      {operations.length === 0 && <EmptyState isSmall text={t('home.news_empty')} />}
      <BriefList label={t('home.news')}>
        {operations.map(({ id, at, actorName, procedure, subject, rows }) => (
          <BriefRow
            key={id}
            title={[t.known(`history.did.${procedure}`, 'history.did.other'), subject].filter(Boolean).join(' · ')}
            facts={[actorName ?? t('history.system'), rows > 1 ? t('history.rows', { count: rows }) : null]}
            when={format.nearMoment(at)}
          />
        ))}
      </BriefList>
      {(rest > 0 || isCut) && (
        <Anchor component={Link} to="/history" size="sm">
          {isCut ? t('home.more_in_history') : t('home.news_more', { count: rest })}
        </Anchor>
      )}
    </AgendaSection>
  )
}
