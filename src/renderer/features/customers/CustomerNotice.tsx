// What stands across the head of a customer that is put away, or that lies in the public pool for anyone to claim.
import { Alert, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { LikelyAgain } from './LikelyAgain.tsx'
import type { CustomerCard } from './customer-cards.ts'

export function CustomerNotice({ customer }: { readonly customer: CustomerCard }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const { type, id, name, archivedAt, pooledAt } = customer
  const said = { said: () => t('customers.record_restored', { name }) }
  const restoreCompany = useAction(api.companies.restore(), said)
  const restoreContact = useAction(api.contacts.restore(), said)
  const claim = useAction(api.pool.claim(), { said: () => t('record.pool.claimed', { name }) })
  const restore = type === 'company' ? restoreCompany : restoreContact

  if (archivedAt !== null) {
    return (
      <Alert color="gray" variant="light" p="sm">
        <Group justify="space-between">
          <Text>{t('customers.is_archived')}</Text>
          <Button loading={restore.isPending} onClick={() => restore.mutate({ id })}>
            {t('base.restore')}
          </Button>
        </Group>
      </Alert>
    )
  }
  if (pooledAt !== null) {
    return (
      <Alert color="gray" variant="light" p="sm">
        <Group justify="space-between">
          <div>
            <Text>{t('record.pool.is_in', { day: format.nearDay(format.dayOf(pooledAt)) })}</Text>
            <Holding type={type} />
          </div>
          <Button loading={claim.isPending} onClick={() => claim.mutate({ recordType: type, recordId: id })}>
            {t('record.pool.claim')}
          </Button>
        </Group>
      </Alert>
    )
  }
  return <LikelyAgain type={type} id={id} />
}

/** How many one has already, where there is a most that one may have. */
function Holding({ type }: Pick<CustomerCard, 'type'>) {
  const t = useT()
  const holding = useQuery(useApi().pool.holding({}))
  const { cap = null } = holding.data ?? {}
  if (cap === null) return null
  return (
    <Text size="sm" c="dimmed">
      {t('record.pool.holding', { type, held: holding.data?.[type] ?? 0, cap })}
    </Text>
  )
}
