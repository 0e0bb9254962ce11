// Home: what the user has to do, by due day.
import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { TaskList } from '#renderer/features/activities/TaskList.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { Column } from '#renderer/ui/Section.tsx'

export function HomePage() {
  const t = useT()
  const me = useQuery(useApi().users.me({}))

  return (
    <Page title={t('app.nav.home')}>
      <Column>
        <Title order={2}>{t('activities.tasks.title')}</Title>
        {me.isPending && <Pending />}
        {me.isError && <ErrorNote error={me.error} onRetry={() => void me.refetch()} />}
        {me.data && <TaskList ownerId={me.data.id} />}
      </Column>
    </Page>
  )
}
