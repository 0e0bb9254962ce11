// The history as a page of its own.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { GoBackModal } from './GoBackModal.tsx'
import { OperationList } from './OperationList.tsx'

export function HistoryPage() {
  const t = useT()
  const [isGoingBack, setGoingBack] = useState(false)
  return (
    <Page
      title={t('history.title')}
      actions={
        <Button variant="default" onClick={() => setGoingBack(true)}>
          {t('history.go_back')}
        </Button>
      }
    >
      <OperationList />
      {isGoingBack && <GoBackModal onClose={() => setGoingBack(false)} />}
    </Page>
  )
}
