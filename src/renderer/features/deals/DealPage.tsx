// The page of one deal: where it stands, what is known of it, and the tabs that the app puts beside it.
import { Anchor, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import type { DealRecord } from './deal-record.ts'
import { DealHead } from './DealHead.tsx'
import { DealProperties } from './DealProperties.tsx'

interface DealPageProps {
  readonly tabs: (deal: DealRecord) => readonly RecordTab[]
}

export function DealPage({ tabs }: DealPageProps) {
  const t = useT()
  const { id = '' } = useParams()
  const deal = useQuery(useApi().deals.get({ id }))

  return (
    <Page
      title={deal.data?.title ?? t('deals.page.kind')}
      layout="fill"
      lead={
        <Anchor component={Link} to="/deals">
          {t('deals.board.title')}
        </Anchor>
      }
    >
      {deal.isPending && <Pending />}
      {deal.isError && (
        <Group p="xl">
          <ErrorNote error={deal.error} onRetry={() => void deal.refetch()} />
        </Group>
      )}
      {deal.isSuccess && (
        <RecordLayout
          head={<DealHead deal={deal.data} />}
          properties={<DealProperties deal={deal.data} />}
          tabs={tabs(deal.data)}
        />
      )}
    </Page>
  )
}
