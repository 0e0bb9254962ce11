// The tickets of a company or contact, on its card, open ones first.
import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import type { Reference } from '#shared/base/fields.ts'
import { NewTicketForm } from './NewTicketForm.tsx'
import { PrioritySign, StatusSign } from './TicketSigns.tsx'

interface TicketsOfRecordProps {
  readonly recordType: 'company' | 'contact'
  readonly record: Reference
  readonly isReadOnly?: boolean
}

export function TicketsOfRecord({ recordType, record, isReadOnly = false }: TicketsOfRecordProps) {
  const t = useT()
  const format = useFormat()
  const address = useAddress()
  const isAdding = address.get('add') === 'ticket'
  const setIsAdding = (isWanted: boolean) => address.set({ add: isWanted ? 'ticket' : null })
  const tickets = useQuery(useApi().tickets.ofRecord({ recordType, recordId: record.id }))
  const close = () => setIsAdding(false)

  if (tickets.isPending) return <Pending lines={3} />
  if (tickets.isError) return <ErrorNote error={tickets.error} onRetry={() => void tickets.refetch()} />
  return (
    <RelatedList
      label={t('tickets.of_record.title')}
      empty={tickets.data.length === 0 && <EmptyState isSmall text={t('tickets.of_record.empty')} />}
      actions={
        !isReadOnly && (
          <>
            <Button variant="default" onClick={() => setIsAdding(true)}>
              {t('tickets.of_record.add')}
            </Button>
            {isAdding && (
              <NewTicketForm
                {...(recordType === 'company' ? { company: record } : { contact: record })}
                onClose={close}
                onCreated={close}
              />
            )}
          </>
        )
      }
    >
      {tickets.data.map((ticket) => (
        <RelatedRow
          key={ticket.id}
          name={
            <Anchor component={Link} to={`/tickets/${ticket.id}`}>
              {ticket.number} · {ticket.subject}
            </Anchor>
          }
          facts={[
            <StatusSign key="status" status={ticket.status} />,
            <PrioritySign key="priority" priority={ticket.priority} />,
            ticket.assigneeName ?? t('tickets.page.unassigned'),
            format.nearMoment(ticket.lastMessageAt ?? ticket.createdAt),
          ]}
        />
      ))}
    </RelatedList>
  )
}
