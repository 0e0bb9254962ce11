// Why a list of companies or contacts is empty, and the way on: add the first, clear the search, or go back to those in use.
import { Button } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { ListState } from '#renderer/ui/use-list-state.ts'

interface CustomersEmptyProps {
  readonly kind: 'companies' | 'contacts'
  readonly list: Pick<ListState<string>, 'text' | 'state' | 'ownerId' | 'clear' | 'setIsCreating'>
}

export function CustomersEmpty({ kind, list }: CustomersEmptyProps) {
  const t = useT()
  const clear = (
    <Button variant="default" onClick={list.clear}>
      {t('base.list.clear_filters')}
    </Button>
  )

  if (list.text !== '') return <EmptyState text={t(`customers.no_${kind}_found`, { text: list.text })} action={clear} />
  if (list.ownerId !== null) return <EmptyState text={t('customers.none_of_owner')} action={clear} />
  if (list.state === 'archived') return <EmptyState text={t(`customers.no_${kind}_archived`)} action={clear} />
  return (
    <EmptyState
      text={t(`customers.no_${kind}`)}
      action={
        <Button variant="default" onClick={() => list.setIsCreating(true)}>
          {t(kind === 'companies' ? 'customers.first_company' : 'customers.first_contact')}
        </Button>
      }
    />
  )
}
