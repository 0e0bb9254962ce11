// The form for a new product.
import { Group, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { blankToNull } from '#renderer/ui/blank-to-null.ts'
import { CurrencySelect } from '#renderer/ui/CurrencySelect.tsx'
import { FormModal, RequiredLabel } from '#renderer/ui/FormModal.tsx'
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { newProduct, type Product } from '#shared/orders/product.ts'

interface NewProductFormProps {
  readonly onClose: () => void
  readonly onCreated: (product: Product) => void
}

interface Values extends Record<string, unknown> {
  readonly name: string
  readonly code: string
  readonly category: string
  readonly unit: string
  readonly unitPriceE4: number | null
  readonly currency: string | null
  readonly description: string
}

const initialValues: Values = {
  ...{ name: '', code: '', category: '', unit: '', unitPriceE4: null, currency: null, description: '' },
}

export function NewProductForm({ onClose, onCreated }: NewProductFormProps) {
  const t = useT()
  const api = useApi()
  const settings = useQuery(api.settings.get({}))
  const { form, modal, field } = useRecordForm({
    initialValues,
    schema: newProduct,
    action: api.products.create(),
    toInput: ({ name, code, category, unit, unitPriceE4, currency, description }) => ({
      ...blankToNull({ code, category, unit, description }),
      ...{ name, unitPriceE4 },
      ...(currency === null ? {} : { currency }),
    }),
    said: ({ name }) => t('products.said.created', { name }),
    onDone: onCreated,
    draft: 'products.create',
  })
  const currency = form.values.currency ?? settings.data?.currency ?? null

  return (
    <FormModal
      isOpen
      size="lg"
      title={t('products.new.title')}
      submitLabel={t('products.new.submit')}
      onClose={onClose}
      {...modal}
    >
      <TextInput data-autofocus label={<RequiredLabel>{t('field.name')}</RequiredLabel>} {...field('name')} />
      <Group grow align="flex-start">
        <TextInput label={t('field.code')} {...field('code')} />
        <TextInput label={t('field.category')} {...field('category')} />
      </Group>
      <Group grow align="flex-start">
        {currency !== null && <MoneyInput isPrice label={t('field.unitPriceE4')} currency={currency} {...field('unitPriceE4')} />}
        <CurrencySelect {...field('currency')} value={currency} />
        <TextInput label={t('field.unit')} {...field('unit')} />
      </Group>
      <Textarea autosize minRows={2} maxRows={8} label={t('field.description')} {...field('description')} />
    </FormModal>
  )
}
