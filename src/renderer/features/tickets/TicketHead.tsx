// The head of a ticket: number, status, who looks after it.
import { Button, Group, Menu, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { PlanItems } from '#renderer/ui/PlanItems.tsx'
import { RecordStar, RecordTags } from '#renderer/records/RecordMarks.tsx'
import { RecordHead } from '#renderer/ui/RecordHead.tsx'
import { PrioritySign, StatusSign } from './TicketSigns.tsx'
import type { TicketRecord } from './ticket-record.ts'

export function TicketHead({ ticket }: { readonly ticket: TicketRecord }) {
  const t = useT()
  const api = useApi()
  const { id, number, assigneeId } = ticket
  const me = useQuery(api.users.me({}))
  const assign = useAction(api.tickets.assign(), {
    said: () => t('tickets.said.assigned', { number, name: me.data?.name ?? '' }),
  })
  const archive = useAction(api.tickets.archive(), { said: () => t('tickets.said.archived', { number }) })
  const restore = useAction(api.tickets.restore(), { said: () => t('tickets.said.restored', { number }) })
  const isArchived = ticket.archivedAt !== null
  const record = { id, name: ticket.subject }

  return (
    <RecordHead
      kind={`${t('tickets.page.kind')} ${number}`}
      name={ticket.subject}
      mark={<RecordStar recordType="ticket" record={record} />}
      facts={
        <>
          <StatusSign status={ticket.status} />
          <PrioritySign priority={ticket.priority} />
          <span>{ticket.assigneeName ?? t('tickets.page.unassigned')}</span>
          <RecordTags recordType="ticket" record={record} isReadOnly={isArchived} />
        </>
      }
      actions={
        isArchived ? (
          <Button loading={restore.isPending} onClick={() => restore.mutate({ id })}>
            {t('base.restore')}
          </Button>
        ) : (
          <>
            {me.data && assigneeId !== me.data.id && (
              <Button variant="default" loading={assign.isPending} onClick={() => assign.mutate({ id, assigneeId: me.data.id })}>
                {t('tickets.page.take')}
              </Button>
            )}
            <MoreMenu>
              <PlanItems hasCall />
              <Menu.Item onClick={() => archive.mutate({ id })}>{t('base.archive')}</Menu.Item>
            </MoreMenu>
          </>
        )
      }
      notice={
        isArchived && (
          <Group>
            <Text>{t('tickets.page.archived')}</Text>
          </Group>
        )
      }
    />
  )
}
