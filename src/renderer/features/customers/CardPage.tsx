// The card of a customer as it will be printed.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { PaperPage } from '#renderer/ui/paper/PaperPage.tsx'
import { type CustomerCard, pathOf } from './customer-cards.ts'
import { useCustomerCard } from './use-customer-card.ts'

export function CardPage({ type, id }: Pick<CustomerCard, 'type' | 'id'>) {
  const t = useT()
  const { customer, error, retry, at } = useCustomerCard(type, id)
  const name = customer?.name ?? ''

  return (
    <PaperPage
      title={t('record.card.title')}
      lead={
        <Anchor component={Link} to={pathOf({ type, id })}>
          {name}
        </Anchor>
      }
      previewLabel={t('record.card.preview')}
      printableOn={(paper) => ({ page: 'card', paper, recordType: type, recordId: id })}
      fileName={t('record.card.file_name', { name })}
      content={{ isReady: customer !== null, at, error, retry }}
    />
  )
}
