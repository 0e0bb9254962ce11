// The form for a new order. Its lines are written on its own page, which opens next.
import { Group, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { CustomerPickers } from '#renderer/features/customers/CustomerPickers.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { PersonSelect } from '#renderer/records/fields/PersonSelect.tsx'
import { blankToNull } from '#renderer/ui/blank-to-null.ts'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { draftKey } from '#renderer/ui/draft-key.ts'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import type { Reference } from '#shared/base/fields.ts'
import { newOrder, type Order } from '#shared/orders/order.ts'

interface NewOrderFormProps {
  /** The company or contact that it is for, where the form was opened on its page. */
  readonly company?: Reference | null
  readonly contact?: Reference | null
  readonly onClose: () => void
  readonly onCreated: (order: Order) => void
}

interface Values extends Record<string, unknown> {
  readonly companyId: Reference | null
  readonly contactId: Reference | null
  readonly number: string
  readonly orderedOn: string | null
  readonly dueOn: string | null
  readonly currency: string | null
  readonly ownerId: string | null
  readonly description: string
}

export function NewOrderForm({ company = null, contact = null, onClose, onCreated }: NewOrderFormProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const settings = useQuery(api.settings.get({}))
  const me = useQuery(api.users.me({}))
  const initialValues: Values = {
    companyId: company,
    contactId: contact,
    number: '',
    orderedOn: format.today(),
    dueOn: null,
    currency: null,
    ownerId: null,
    description: '',
  }
  const { form, modal, field } = useRecordForm({
    initialValues,
    schema: newOrder,
    action: api.orders.create(),
    toInput: ({ companyId, contactId, number, orderedOn, dueOn, currency, ownerId, description }) => ({
      ...{ number, orderedOn, dueOn },
      ...blankToNull({ description }),
      companyId: companyId?.id ?? null,
      contactId: contactId?.id ?? null,
      ownerId: ownerId ?? me.data?.id ?? null,
      ...(currency === null ? {} : { currency }),
    }),
    said: ({ number }) => t('orders.said.created', { number }),
    onDone: onCreated,
    draft: draftKey('orders.create', company, contact),
  })

  return (
    <FormModal isOpen size="lg" title={t('orders.new.title')} submitLabel={t('orders.new.submit')} onClose={onClose} {...modal}>
      <CustomerPickers company={field('companyId')} contact={field('contactId')} />
      <Group grow align="flex-start">
        <TextInput data-autofocus label={t('field.number')} placeholder={t('orders.new.number_hint')} {...field('number')} />
        <CurrencySelect {...field('currency')} value={form.values.currency ?? settings.data?.currency ?? null} />
      </Group>
      <Group grow align="flex-start">
        <DayInput label={t('field.orderedOn')} {...field('orderedOn')} />
        <DayInput label={t('field.dueOn')} {...field('dueOn')} />
      </Group>
      <PersonSelect
        label={t('field.ownerId')}
        allowDeselect={false}
        {...field('ownerId')}
        value={form.values.ownerId ?? me.data?.id ?? null}
      />
      <Textarea autosize minRows={2} maxRows={8} label={t('field.description')} {...field('description')} />
    </FormModal>
  )
}
