// The columns of a queue.
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { RecordColumn } from '#renderer/ui/record-column.ts'
import type { TicketRow } from '#shared/tickets/ticket.ts'
import { PrioritySign, StatusSign } from './TicketSigns.tsx'

export const useTicketColumns = (): readonly RecordColumn<TicketRow>[] => {
  const t = useT()
  const format = useFormat()
  return [
    { id: 'number', title: t('field.number'), width: 96, isSortable: true, cell: ({ number }) => number },
    {
      id: 'subject',
      title: t('field.subject'),
      width: 180,
      grow: 3,
      cell: ({ subject }) => <span title={subject}>{subject}</span>,
    },
    { id: 'status', title: t('field.statusId'), width: 148, cell: ({ status }) => <StatusSign status={status} /> },
    {
      id: 'priority',
      title: t('field.priority'),
      width: 96,
      isSortable: true,
      cell: ({ priority }) => <PrioritySign priority={priority} />,
    },
    {
      id: 'customer',
      title: t('tickets.list.customer'),
      width: 230,
      grow: 4,
      cell: (row) => <span title={customerOf(row)}>{customerOf(row)}</span>,
    },
    {
      id: 'assignee',
      title: t('field.assigneeId'),
      width: 104,
      grow: 1,
      cell: ({ assigneeName }) => <span>{assigneeName ?? t('tickets.page.unassigned')}</span>,
    },
    { id: 'channel', title: t('field.channel'), width: 80, cell: ({ channel }) => t(`tickets.channel.${channel}`) },
    {
      id: 'lastMessage',
      title: t('tickets.list.last_message'),
      width: 100,
      align: 'end',
      cell: ({ lastMessageAt }) => lastMessageAt && format.nearMoment(lastMessageAt),
    },
    {
      id: 'createdAt',
      title: t('field.createdAt'),
      width: 100,
      align: 'end',
      isSortable: true,
      cell: ({ createdAt }) => format.nearMoment(createdAt),
    },
  ]
}

/** The person and where they are from: `Li Wei · Westlake Tea`. */
const customerOf = ({ contact, company }: TicketRow): string =>
  [contact?.name, company?.name].filter((name) => name !== undefined).join(' · ')
