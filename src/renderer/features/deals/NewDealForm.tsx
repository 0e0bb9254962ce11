// The form for a new deal. A company that is not there yet can be made on the way.
import { Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { CustomerPickers } from '#renderer/features/customers/CustomerPickers.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PersonSelect } from '#renderer/records/fields/PersonSelect.tsx'
import { OwnFields } from '#renderer/records/fields/OwnFields.tsx'
import { filledCustom, ownForm } from '#renderer/records/fields/own-form.ts'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { draftKey } from '#renderer/ui/draft-key.ts'
import type { Reference } from '#shared/base/fields.ts'
import type { CustomValues } from '#shared/custom-fields/custom-values.ts'
import { type Deal, newDeal, type Stage } from '#shared/deals/deal.ts'
import { firstStageOf } from '#shared/deals/pipeline.ts'

interface NewDealFormProps {
  readonly stages: readonly Stage[]
  /** The company or contact that the deal is for, where the form was opened on its page. */
  readonly company?: Reference | null
  readonly contact?: Reference | null
  readonly onClose: () => void
  readonly onCreated: (deal: Deal) => void
}

interface Values extends Record<string, unknown> {
  readonly title: string
  readonly companyId: Reference | null
  readonly contactId: Reference | null
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly expectedCloseOn: string | null
  readonly stageId: string | null
  readonly ownerId: string | null
  readonly recordTypeId: string | null
  readonly custom: CustomValues
}

export function NewDealForm({ stages, company = null, contact = null, onClose, onCreated }: NewDealFormProps) {
  const t = useT()
  const api = useApi()
  const settings = useQuery(api.settings.get({}))
  const me = useQuery(api.users.me({}))
  // A deal that is over already comes in by import, with its day and reason.
  const open = stages.filter(({ outcome }) => outcome === null)
  const initialValues: Values = {
    title: '',
    companyId: company,
    contactId: contact,
    amountMinor: null,
    currency: null,
    expectedCloseOn: null,
    stageId: firstStageOf(stages, null)?.id ?? null,
    ownerId: null,
    recordTypeId: null,
    custom: {},
  }
  const { form, modal, field } = useRecordForm({
    initialValues,
    schema: newDeal,
    action: api.deals.create(),
    toInput: ({ companyId, contactId, currency, stageId, ownerId, ...values }) => ({
      title: values.title,
      amountMinor: values.amountMinor,
      expectedCloseOn: values.expectedCloseOn,
      recordTypeId: values.recordTypeId,
      custom: filledCustom(values.custom),
      companyId: companyId?.id ?? null,
      contactId: contactId?.id ?? null,
      ownerId: ownerId ?? me.data?.id ?? null,
      ...(currency === null ? {} : { currency }),
      ...(stageId === null ? {} : { stageId }),
    }),
    said: ({ title }) => t('deals.said.created', { title }),
    onDone: onCreated,
    draft: draftKey('deals.create', company, contact),
  })
  const currency = form.values.currency ?? settings.data?.currency ?? null

  return (
    <FormModal isOpen size="lg" title={t('deals.new.title')} submitLabel={t('deals.new.submit')} onClose={onClose} {...modal}>
      <TextInput data-autofocus label={<RequiredLabel>{t('field.title')}</RequiredLabel>} {...field('title')} />
      <CustomerPickers company={field('companyId')} contact={field('contactId')} />
      <Group grow align="flex-start">
        {currency !== null && <MoneyInput label={t('field.amountMinor')} currency={currency} {...field('amountMinor')} />}
        <CurrencySelect {...field('currency')} value={currency} />
      </Group>
      <Group grow align="flex-start">
        <DayInput label={t('field.expectedCloseOn')} {...field('expectedCloseOn')} />
        <Select
          label={t('field.stageId')}
          allowDeselect={false}
          data={open.map(({ id, name }) => ({ value: id, label: name }))}
          {...field('stageId')}
        />
      </Group>
      <PersonSelect
        label={t('field.ownerId')}
        allowDeselect={false}
        {...field('ownerId')}
        value={form.values.ownerId ?? me.data?.id ?? null}
      />
      <OwnFields entity="deal" form={ownForm(form)} record={{ status: 'open', ...form.values }} />
    </FormModal>
  )
}
