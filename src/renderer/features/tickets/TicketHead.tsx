// The head of a ticket: number, status, who looks after it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ArchivableHead } from '#renderer/records/ArchivableHead.tsx'
import { PrioritySign, StatusSign } from './TicketSigns.tsx'
import type { TicketRecord } from './ticket-record.ts'

export function TicketHead({ ticket }: { readonly ticket: TicketRecord }) {
  const t = useT()
  const api = useApi()
  const { id, number, subject, archivedAt, assigneeId } = ticket
  const me = useQuery(api.users.me({}))
  const assign = useAction(api.tickets.assign(), {
    said: () => t('tickets.said.assigned', { number, name: me.data?.name ?? '' }),
  })
  const archive = useAction(api.tickets.archive(), { said: () => t('tickets.said.archived', { number }) })
  const restore = useAction(api.tickets.restore(), { said: () => t('tickets.said.restored', { number }) })

  return (
    <ArchivableHead
      recordType="ticket"
      record={{ id, name: subject, archivedAt }}
      kind={`${t('tickets.page.kind')} ${number}`}
      facts={
        <>
          <StatusSign status={ticket.status} />
          <PrioritySign priority={ticket.priority} />
          <span>{ticket.assigneeName ?? t('tickets.page.unassigned')}</span>
        </>
      }
      actions={
        me.data &&
        assigneeId !== me.data.id && (
          <Button variant="default" loading={assign.isPending} onClick={() => assign.mutate({ id, assigneeId: me.data.id })}>
            {t('tickets.page.take')}
          </Button>
        )
      }
      hasCall
      archivedNotice={t('tickets.page.archived')}
      archive={archive}
      restore={restore}
    />
  )
}
