// The page of one task.
import { Anchor } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Column } from '#renderer/ui/Section.tsx'
import { TaskView } from './TaskView.tsx'

export function TaskPage() {
  const t = useT()
  const id = useParams()['id'] ?? ''
  return (
    <Page
      title={t('activities.kind.task')}
      lead={
        <Anchor component={Link} to="/tasks">
          {t('tasks.title')}
        </Anchor>
      }
    >
      <Column>
        <TaskView id={id} />
      </Column>
    </Page>
  )
}
