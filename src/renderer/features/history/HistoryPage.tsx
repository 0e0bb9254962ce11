// The history as a page of its own.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { OperationList } from './OperationList.tsx'

export function HistoryPage() {
  const t = useT()
  return (
    <Page title={t('history.title')}>
      <OperationList />
    </Page>
  )
}
