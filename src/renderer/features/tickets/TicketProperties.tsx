// What is known of a ticket, each value edited where it stands.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { OwnerProperty } from '#renderer/features/customers/OwnerProperty.tsx'
import { RecordTypeProperty } from '#renderer/features/customers/RecordTypeProperty.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { RecordProperties } from '#renderer/records/RecordProperties.tsx'
import { EditableChoice } from '#renderer/ui/EditableChoice.tsx'
import { EditableReference } from '#renderer/ui/EditableReference.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Property } from '#renderer/ui/PropertyList.tsx'
import { ticketChannel, ticketFields, ticketPriority } from '#shared/tickets/ticket.ts'
import type { TicketRecord } from './ticket-record.ts'

export function TicketProperties({ ticket }: { readonly ticket: TicketRecord }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const statuses = useQuery(api.tickets.statuses({}))
  const { id, number, company, contact } = ticket
  const isReadOnly = ticket.archivedAt !== null
  const update = useAction(api.tickets.update(), { said: () => t('tickets.said.saved', { number }), errors: 'caller' })
  const assign = useAction(api.tickets.assign(), { said: () => t('tickets.said.saved', { number }), errors: 'caller' })
  const setStatus = useAction(api.tickets.setStatus(), {
    said: ({ statusId }) =>
      t('tickets.said.status', { number, status: statuses.data?.find((status) => status.id === statusId)?.name ?? '' }),
    errors: 'caller',
  })
  const save = (changes: Omit<Parameters<typeof update.mutateAsync>[0], 'id'>) => update.mutateAsync({ id, ...changes })

  return (
    <RecordProperties
      label={t('tickets.page.properties')}
      entity="ticket"
      record={ticket}
      isReadOnly={isReadOnly}
      onSaveCustom={(custom) => save({ custom })}
      first={
        <EditableText
          label={t('field.subject')}
          field="subject"
          value={ticket.subject}
          schema={ticketFields.subject}
          isReadOnly={isReadOnly}
          onSave={(subject) => save({ subject: subject ?? '' })}
        />
      }
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
            label={t('field.priority')}
            field="priority"
            value={ticket.priority}
            choices={ticketPriority.options.map((value) => ({ value, label: t(`tickets.priority.${value}`) }))}
            isReadOnly={isReadOnly}
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
          <EditableReference
            label={t('field.companyId')}
            field="companyId"
            value={company}
            query={(text) => api.companies.pick({ text })}
            href={company ? `/companies/${company.id}` : undefined}
            linkLabel={t('tickets.page.open_company')}
            isReadOnly={isReadOnly}
            onSave={(chosen) => save({ companyId: chosen?.id ?? null })}
          />
        ),
        contactId: (
          <EditableReference
            label={t('field.contactId')}
            field="contactId"
            value={contact}
            query={(text) => api.contacts.pick({ text, companyId: ticket.companyId })}
            href={contact ? `/contacts/${contact.id}` : undefined}
            linkLabel={t('tickets.page.open_contact')}
            isReadOnly={isReadOnly}
            onSave={(chosen) => save({ contactId: chosen?.id ?? null })}
          />
        ),
        channel: (
          <EditableChoice
            label={t('field.channel')}
            field="channel"
            value={ticket.channel}
            choices={ticketChannel.options.map((value) => ({ value, label: t(`tickets.channel.${value}`) }))}
            isReadOnly={isReadOnly}
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
        description: (
          <EditableText
            label={t('tickets.page.description')}
            field="description"
            value={ticket.description}
            schema={ticketFields.description}
            isMultiline
            isReadOnly={isReadOnly}
            onSave={(description) => save({ description })}
          />
        ),
        externalId: (
          <EditableText
            label={t('field.externalId')}
            field="externalId"
            value={ticket.externalId}
            schema={ticketFields.externalId}
            isReadOnly={isReadOnly}
            onSave={(externalId) => save({ externalId })}
          />
        ),
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
