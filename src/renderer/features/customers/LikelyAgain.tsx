// What stands across the head of a customer that very likely is there once more, as when two computers each made it.
import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { CustomerCard } from './customer-cards.ts'
import { LookalikeStrip } from './LookalikeStrip.tsx'

export function LikelyAgain({ type, id }: Pick<CustomerCard, 'type' | 'id'>) {
  const t = useT()
  const { duplicates } = useApi()
  const found = useQuery(duplicates.ofRecord({ recordType: type, recordId: id })).data ?? []
  const dismiss = useAction(duplicates.dismiss(), {
    said: (_, { pairs }) => t('duplicates.said.not', { count: pairs.length }),
  })
  if (found.length === 0) return null
  const pairs = found.map((other) => ({ aId: id, bId: other.id }))
  return (
    <LookalikeStrip recordType={type} found={found} isFramed title={t('duplicates.again')}>
      <Group gap="xs" mt="xs">
        <Button
          component={Link}
          size="compact-sm"
          variant="default"
          to={`/merge/${type}?ids=${[id, ...found.map((other) => other.id)].join(',')}`}
        >
          {t('duplicates.compare')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate({ recordType: type, pairs })}
        >
          {t('duplicates.not')}
        </Button>
      </Group>
    </LookalikeStrip>
  )
}
