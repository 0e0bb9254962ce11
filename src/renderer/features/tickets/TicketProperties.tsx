// What is known of a ticket, each value edited where it stands.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { CompanyProperty, ContactProperty } from '#renderer/features/customers/CustomerProperties.tsx'
import { OwnerProperty } from '#renderer/features/customers/OwnerProperty.tsx'
import { RecordTypeProperty } from '#renderer/features/customers/RecordTypeProperty.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { useFieldProps } from '#renderer/records/fields/use-field-props.ts'
import { RecordProperties } from '#renderer/records/RecordProperties.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { ticketChannel, ticketFields, ticketPriority } from '#shared/tickets/ticket.ts'
import type { TicketRecord } from './ticket-record.ts'

export function TicketProperties({ ticket }: { readonly ticket: TicketRecord }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const statuses = useQuery(api.tickets.statuses({}))
  const { id, number } = ticket
  const isReadOnly = ticket.archivedAt !== null
  const update = useAction(api.tickets.update(), { said: () => t('tickets.said.saved', { number }), errors: 'caller' })
  const assign = useAction(api.tickets.assign(), { said: () => t('tickets.said.saved', { number }), errors: 'caller' })
  const setStatus = useAction(api.tickets.setStatus(), {
    said: ({ statusId }) =>
      t('tickets.said.status', { number, status: statuses.data?.find((status) => status.id === statusId)?.name ?? '' }),
    errors: 'caller',
  })
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })
  const of = useFieldProps({ record: ticket, schemas: ticketFields, isReadOnly, save })

  return (
    <RecordProperties
      label={t('tickets.page.properties')}
      entity="ticket"
      record={ticket}
      isReadOnly={isReadOnly}
      onSaveCustom={(custom) => save({ custom })}
      first={<EditableText {...of('subject')} onSave={(subject) => save({ subject: subject ?? '' })} />}
      builtIn={{
        statusId: (
          <EditableChoice
            label={t('field.statusId')}
            field="statusId"
            value={ticket.statusId}
            choices={(statuses.data ?? []).map((status) => ({ value: status.id, label: status.name }))}
            isReadOnly={isReadOnly}
            onSave={(statusId) => setStatus.mutateAsync({ id, statusId: statusId ?? ticket.statusId })}
          />
        ),
        priority: (
          <EditableChoice
            {...of('priority')}
            choices={ticketPriority.options.map((value) => ({ value, label: t(`tickets.priority.${value}`) }))}
            onSave={(priority) => save({ priority: priority ?? ticket.priority })}
          />
        ),
        assigneeId: (
          <OwnerProperty
            label={t('field.assigneeId')}
            field="assigneeId"
            ownerId={ticket.assigneeId}
            isReadOnly={isReadOnly}
            onSave={(assigneeId) => assign.mutateAsync({ id, assigneeId })}
          />
        ),
        companyId: (
          <CompanyProperty company={ticket.company} isReadOnly={isReadOnly} onSave={(companyId) => save({ companyId })} />
        ),
        contactId: (
          <ContactProperty
            contact={ticket.contact}
            companyId={ticket.companyId}
            isReadOnly={isReadOnly}
            onSave={(contactId) => save({ contactId })}
          />
        ),
        channel: (
          <EditableChoice
            {...of('channel')}
            choices={ticketChannel.options.map((value) => ({ value, label: t(`tickets.channel.${value}`) }))}
            onSave={(channel) => save({ channel: channel ?? ticket.channel })}
          />
        ),
        recordTypeId: (
          <RecordTypeProperty
            entity="ticket"
            value={ticket.recordTypeId}
            isReadOnly={isReadOnly}
            onSave={(recordTypeId) => save({ recordTypeId })}
          />
        ),
        description: <EditableText {...of('description')} label={t('tickets.page.description')} isMultiline />,
        externalId: <EditableText {...of('externalId')} />,
      }}
      last={
        <>
          <Property label={t('field.createdAt')}>{format.moment(ticket.createdAt)}</Property>
          <Property label={t('tickets.page.first_reply')}>
            {ticket.firstReplyAt === null ? t('tickets.page.no_reply') : format.moment(ticket.firstReplyAt)}
          </Property>
          {ticket.closedAt !== null && <Property label={t('field.closedAt')}>{format.moment(ticket.closedAt)}</Property>}
        </>
      }
    />
  )
}
