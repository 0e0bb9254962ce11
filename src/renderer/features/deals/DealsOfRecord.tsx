// The deals of a company or contact, on its card, open ones first.
import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import type { Reference } from '#shared/base/fields.ts'
import { NewDealForm } from './NewDealForm.tsx'

interface DealsOfRecordProps {
  readonly recordType: 'company' | 'contact'
  readonly record: Reference
  readonly isReadOnly?: boolean
}

export function DealsOfRecord({ recordType, record, isReadOnly = false }: DealsOfRecordProps) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const address = useAddress()
  const isAdding = address.get('add') === 'deal'
  const setIsAdding = (isWanted: boolean) => address.set({ add: isWanted ? 'deal' : null })
  const deals = useQuery(api.deals.ofRecord({ recordType, recordId: record.id }))
  const pipelines = useQuery(api.deals.pipelines({}))
  const stages = pipelines.data?.[0]?.stages ?? []

  if (deals.isPending) return <Pending lines={3} />
  if (deals.isError) return <ErrorNote error={deals.error} onRetry={() => void deals.refetch()} />
  return (
    <RelatedList
      label={t('deals.of_record.title')}
      empty={deals.data.length === 0 && <EmptyState isSmall text={t('deals.of_record.empty')} />}
      actions={
        !isReadOnly && (
          <>
            <Button variant="default" onClick={() => setIsAdding(true)}>
              {t('deals.of_record.add')}
            </Button>
            {isAdding && (
              <NewDealForm
                stages={stages}
                {...(recordType === 'company' ? { company: record } : { contact: record })}
                onClose={() => setIsAdding(false)}
                onCreated={() => setIsAdding(false)}
              />
            )}
          </>
        )
      }
    >
      {deals.data.map((deal) => (
        <RelatedRow
          key={deal.id}
          name={
            <Anchor component={Link} to={`/deals/${deal.id}`}>
              {deal.title}
            </Anchor>
          }
          facts={[
            deal.stageName,
            format.money(deal.amountMinor, deal.currency),
            deal.closedOn !== null
              ? format.shortDay(deal.closedOn)
              : deal.expectedCloseOn && t('deals.card.close', { day: format.nearDay(deal.expectedCloseOn) }),
            deal.ownerName,
          ]}
        />
      ))}
    </RelatedList>
  )
}
