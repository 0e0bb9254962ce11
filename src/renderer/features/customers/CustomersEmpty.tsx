// What would stand in an empty list of companies or contacts, and the way to the first.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

interface CustomersEmptyProps {
  readonly kind: 'companies' | 'contacts'
  /** Which of the list's own views holds nothing. */
  readonly viewId: string
  readonly onCreate: () => void
}

export function CustomersEmpty({ kind, viewId, onCreate }: CustomersEmptyProps) {
  const t = useT()
  if (viewId === 'mine') return <EmptyState text={t('lists.empty.mine')} />
  if (viewId === 'pool') return <EmptyState text={t('lists.empty.pool')} />
  return (
    <EmptyState
      text={t(`customers.no_${kind}`)}
      action={
        <Button variant="default" onClick={onCreate}>
          {t(kind === 'companies' ? 'customers.first_company' : 'customers.first_contact')}
        </Button>
      }
    />
  )
}
