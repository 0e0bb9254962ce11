// Archives a company. Where something stands on it, asks first whether that goes with it; Undo brings all of it back. Archiving one again asks the same.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { Reference } from '#shared/base/fields.ts'

interface ArchiveCompanyProps {
  readonly company: Reference
  readonly onClose: () => void
}

export function ArchiveCompany({ company, onClose }: ArchiveCompanyProps) {
  const t = useT()
  const { id, name } = company
  const archive = useAction(useApi().companies.archive(), {
    said: (_, { withDependents }) => t(withDependents ? 'record.archive.said_all' : 'customers.record_archived', { name }),
    onDone: onClose,
  })
  return (
    <AskDependents
      company={company}
      running={archive.isPending ? archive.variables.withDependents === true : null}
      onChoose={(withDependents) => archive.mutate({ id, withDependents })}
      onClose={onClose}
    />
  )
}

interface AskDependentsProps extends ArchiveCompanyProps {
  /** What is being done: with what stands on it, or without; null: nothing yet. */
  readonly running: boolean | null
  readonly onChoose: (withDependents: boolean) => void
}

export function AskDependents({ company: { id, name }, running, onChoose, onClose }: AskDependentsProps) {
  const t = useT()
  useFocusBack()
  const dependents = useQuery(useApi().companies.dependents({ id }))
  const { contacts = 0, deals = 0, tickets = 0, children = 0 } = dependents.data ?? {}
  const total = contacts + deals + tickets

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('record.archive.title', { name })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <Stack gap="lg">
        {dependents.isPending && <Pending lines={2} />}
        {dependents.isError && <ErrorNote error={dependents.error} onRetry={() => void dependents.refetch()} />}
        {dependents.isSuccess && (
          <Stack gap="sm">
            <Text>{t(total === 0 ? 'record.archive.alone' : 'record.archive.text')}</Text>
            <Facts
              facts={[
                ...(contacts > 0 ? [t('record.archive.contacts', { count: contacts })] : []),
                ...(deals > 0 ? [t('record.archive.deals', { count: deals })] : []),
                ...(tickets > 0 ? [t('record.archive.tickets', { count: tickets })] : []),
              ]}
            />
            {children > 0 && (
              <Text c="dimmed" size="sm">
                {t('record.archive.children', { count: children })}
              </Text>
            )}
          </Stack>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('base.cancel')}
          </Button>
          {total > 0 && (
            <Button variant="default" loading={running === true} onClick={() => onChoose(true)}>
              {t('record.archive.with', { count: total })}
            </Button>
          )}
          <Button data-autofocus disabled={!dependents.isSuccess} loading={running === false} onClick={() => onChoose(false)}>
            {t(total === 0 ? 'base.archive' : 'record.archive.keep')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
