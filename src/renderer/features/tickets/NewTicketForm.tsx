// The form for a new ticket: what is asked for, by whom, how it came, who looks after it.
import { Group, Select, Textarea, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { CustomerPickers } from '#renderer/features/customers/CustomerPickers.tsx'
import { PersonSelect } from '#renderer/records/fields/PersonSelect.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { OwnFields } from '#renderer/records/fields/OwnFields.tsx'
import { filledCustom, ownForm } from '#renderer/records/fields/own-form.ts'
import { draftKey } from '#renderer/ui/draft-key.ts'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Reference } from '#shared/base/fields.ts'
import type { CustomValues } from '#shared/custom-fields/custom-values.ts'
import { newTicket, type Ticket, ticketChannel, ticketPriority } from '#shared/tickets/ticket.ts'

interface NewTicketFormProps {
  readonly company?: Reference | null
  readonly contact?: Reference | null
  readonly onClose: () => void
  readonly onCreated: (ticket: Ticket) => void
}

interface Values extends Record<string, unknown> {
  readonly subject: string
  readonly description: string
  readonly priority: Ticket['priority']
  readonly channel: Ticket['channel']
  readonly companyId: Reference | null
  readonly contactId: Reference | null
  readonly assigneeId: string | null
  readonly recordTypeId: string | null
  readonly custom: CustomValues
}

export function NewTicketForm({ company = null, contact = null, onClose, onCreated }: NewTicketFormProps) {
  const t = useT()
  const api = useApi()
  const initialValues: Values = {
    subject: '',
    description: '',
    companyId: company,
    contactId: contact,
    priority: 'normal',
    channel: 'phone',
    assigneeId: null,
    recordTypeId: null,
    custom: {},
  }
  const { form, modal, field } = useRecordForm({
    initialValues,
    schema: newTicket,
    action: api.tickets.create(),
    toInput: ({ subject, description, companyId, contactId, priority, channel, assigneeId, recordTypeId, custom }) => ({
      subject,
      description: description.trim() === '' ? null : description,
      companyId: companyId?.id ?? null,
      contactId: contactId?.id ?? null,
      priority,
      channel,
      assigneeId,
      recordTypeId,
      custom: filledCustom(custom),
    }),
    said: ({ number }) => t('tickets.said.created', { number }),
    onDone: onCreated,
    draft: draftKey('tickets.create', company, contact),
  })

  return (
    <FormModal isOpen size="lg" title={t('tickets.new.title')} submitLabel={t('tickets.new.submit')} onClose={onClose} {...modal}>
      <TextInput data-autofocus label={<RequiredLabel>{t('field.subject')}</RequiredLabel>} {...field('subject')} />
      <Textarea autosize minRows={3} maxRows={10} label={t('tickets.page.description')} {...field('description')} />
      <CustomerPickers company={field('companyId')} contact={field('contactId')} />
      <Group grow align="flex-start">
        <Select
          label={t('field.priority')}
          allowDeselect={false}
          data={ticketPriority.options.map((value) => ({ value, label: t(`tickets.priority.${value}`) }))}
          {...field('priority')}
        />
        <Select
          label={t('field.channel')}
          allowDeselect={false}
          data={ticketChannel.options.map((value) => ({ value, label: t(`tickets.channel.${value}`) }))}
          {...field('channel')}
        />
        <PersonSelect
          label={t('field.assigneeId')}
          clearable
          placeholder={t('tickets.page.unassigned')}
          {...field('assigneeId')}
        />
      </Group>
      <OwnFields entity="ticket" form={ownForm(form)} record={form.values} />
    </FormModal>
  )
}
