// The page of one ticket: what was said, what we know, and the tabs that the app puts beside it.
import { Anchor, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { Conversation } from './Conversation.tsx'
import type { TicketRecord } from './ticket-record.ts'
import { TicketHead } from './TicketHead.tsx'
import { TicketProperties } from './TicketProperties.tsx'

interface TicketPageProps {
  readonly tabs: (ticket: TicketRecord) => readonly RecordTab[]
}

export function TicketPage({ tabs }: TicketPageProps) {
  const t = useT()
  const { id = '' } = useParams()
  const ticket = useQuery(useApi().tickets.get({ id }))

  return (
    <Page
      title={ticket.data?.number ?? t('tickets.page.kind')}
      layout="fill"
      lead={
        <Anchor component={Link} to="/tickets">
          {t('tickets.list.title')}
        </Anchor>
      }
    >
      {ticket.isPending && <Pending />}
      {ticket.isError && (
        <Group p="xl">
          <ErrorNote error={ticket.error} onRetry={() => void ticket.refetch()} />
        </Group>
      )}
      {ticket.isSuccess && (
        <RecordLayout
          head={<TicketHead ticket={ticket.data} />}
          properties={<TicketProperties ticket={ticket.data} />}
          tabs={[
            {
              id: 'conversation',
              title: t('tickets.page.conversation'),
              count: ticket.data.messages.length,
              content: <Conversation key={id} ticket={ticket.data} />,
            },
            ...tabs(ticket.data),
          ]}
        />
      )}
    </Page>
  )
}
