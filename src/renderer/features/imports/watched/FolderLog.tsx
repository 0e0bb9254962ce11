// What a folder brought in, newest first; each taking can be taken back.
import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useUndo } from '#renderer/api/use-undo.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'

const PAGE = 10

export function FolderLog({ id }: { readonly id: string }) {
  const t = useT()
  const format = useFormat()
  const [limit, setLimit] = useState(PAGE)
  const log = useQuery(useApi().watchedFolders.log({ id, before: null, limit }))
  const undo = useUndo()

  if (log.isPending) return <Pending lines={2} />
  if (!log.data || log.data.entries.length === 0) return <Text c="dimmed">{t('watchedFolders.log_empty')}</Text>
  return (
    <>
      <Table aria-label={t('watchedFolders.log')} verticalSpacing={4}>
        <Table.Tbody>
          {log.data.entries.map(({ at, name, fate, counts, operation, reason }) => (
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
      {log.data.hasMore && limit < 200 && (
        <Button size="xs" variant="subtle" onClick={() => setLimit(200)}>
          {t('watchedFolders.log_more')}
        </Button>
      )}
    </>
  )
}
