// One ticket, as a page or beside a list: what was said, what we know, and the tabs that the app puts beside it.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordFrame } from '#renderer/records/RecordFrame.tsx'
import { RecordLayout, type RecordTab } from '#renderer/ui/RecordLayout.tsx'
import { type RecordPlace, RecordScreen } from '#renderer/ui/RecordScreen.tsx'
import { Conversation } from './Conversation.tsx'
import type { TicketRecord } from './ticket-record.ts'
import { TicketHead } from './TicketHead.tsx'
import { TicketProperties } from './TicketProperties.tsx'

interface TicketScreenProps {
  readonly id: string
  readonly place: RecordPlace
  readonly tabs: (ticket: TicketRecord) => readonly RecordTab[]
}

export function TicketScreen({ id, place, tabs }: TicketScreenProps) {
  const t = useT()
  const card = useQuery(useApi().tickets.get({ id }))

  return (
    <RecordScreen
      place={place}
      card={card}
      kind={t('tickets.page.kind')}
      nameOf={({ number }) => number}
      up={{ to: '/tickets', label: t('tickets.list.title') }}
    >
      {(ticket) => (
        <RecordFrame recordType="ticket" record={ticket}>
          <RecordLayout
            head={<TicketHead ticket={ticket} />}
            properties={<TicketProperties ticket={ticket} />}
            tabs={[
              {
                id: 'conversation',
                title: t('tickets.page.conversation'),
                count: ticket.messages.length,
                content: <Conversation key={id} ticket={ticket} />,
              },
              ...tabs(ticket),
            ]}
          />
        </RecordFrame>
      )}
    </RecordScreen>
  )
}
