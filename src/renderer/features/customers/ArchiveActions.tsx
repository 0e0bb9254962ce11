// Archive or restore a company or contact. Nothing is lost, so nothing is asked; the quiet line offers Undo.
import { Alert, Button } from '@mantine/core'
import type { ActionOf } from '#renderer/api/api.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'

interface ArchiveActionsProps {
  readonly id: string
  readonly name: string
  readonly isArchived: boolean
  readonly archive: ActionOf<{ id: string }, null>
  readonly restore: ActionOf<{ id: string }, null>
}

export function ArchiveActions({ id, name, isArchived, archive, restore }: ArchiveActionsProps) {
  const t = useT()
  const archiving = useAction(archive, { said: () => t('customers.record_archived', { name }) })
  const restoring = useAction(restore, { said: () => t('customers.record_restored', { name }) })

  return isArchived ? (
    <Button loading={restoring.isPending} onClick={() => restoring.mutate({ id })}>
      {t('base.restore')}
    </Button>
  ) : (
    <Button variant="default" loading={archiving.isPending} onClick={() => archiving.mutate({ id })}>
      {t('base.archive')}
    </Button>
  )
}

export function ArchivedNotice() {
  const t = useT()
  return (
    <Alert color="gray" variant="light" p="sm">
      {t('customers.is_archived')}
    </Alert>
  )
}
