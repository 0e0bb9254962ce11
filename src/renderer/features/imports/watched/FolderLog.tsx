// What a folder brought in, newest first; each taking can be taken back.
import { Button, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useUndo } from '#renderer/api/use-undo.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { type FolderEntry, LOG_LINES } from '#shared/watched-folders/watched-folder.ts'

/** At first a glance; then as much as one reads at a time. */
const FIRST = 10
const FURTHER = 50

export function FolderLog({ id }: { readonly id: string }) {
  const t = useT()
  const [limit, setLimit] = useState(FIRST)
  const log = useQuery({ ...useApi().watchedFolders.log({ id, limit }), placeholderData: keepPreviousData })

  if (log.isPending) return <Pending lines={2} />
  if (log.isError) return <ErrorNote error={log.error} onRetry={() => void log.refetch()} />
  const { entries, hasMore } = log.data
  if (entries.length === 0) return <Text c="dimmed">{t('watchedFolders.log_empty')}</Text>
  return (
    <>
      <LogTable entries={entries} />
      {hasMore && (
        <div>
          <Button
            size="xs"
            variant="subtle"
            loading={log.isPlaceholderData}
            onClick={() => setLimit(Math.min(LOG_LINES, limit + FURTHER))}
          >
            {t('watchedFolders.log_more')}
          </Button>
        </div>
      )}
    </>
  )
}

function LogTable({ entries }: { readonly entries: readonly FolderEntry[] }) {
  const t = useT()
  const format = useFormat()
  const undo = useUndo()
  return (
    <Table aria-label={t('watchedFolders.log')} verticalSpacing={4}>
      <Table.Tbody>
        {entries.map(({ at, name, fate, counts, operation, reason }) => (
          <Table.Tr key={`${at} ${name}`}>
            <Table.Td w={130}>{format.nearMoment(at)}</Table.Td>
            <Table.Td>{name}</Table.Td>
            <Table.Td w={150}>{t(`watchedFolders.fate.${fate}`)}</Table.Td>
            <Table.Td>
              {counts && fate !== 'waiting'
                ? t('watchedFolders.counts', counts)
                : reason && t.known(reason.messageKey, 'watchedFolders.fate.failed', reason.params)}
            </Table.Td>
            <Table.Td w={90}>
              {operation && (
                <Button size="compact-xs" variant="subtle" onClick={() => undo.undo(operation)}>
                  {t('watchedFolders.undo')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
