// An address that leads nowhere.
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'

export function NotFoundPage() {
  const t = useT()
  return (
    <Page title={t('base.app')}>
      <EmptyState
        text={t('app.not_found')}
        action={
          <Button component={Link} to="/home" variant="default">
            {t('app.go_home')}
          </Button>
        }
      />
    </Page>
  )
}
