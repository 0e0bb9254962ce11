// The files of a folder that wait for someone to decide, each with why.
import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RelatedList, RelatedRow } from '#renderer/ui/RelatedList.tsx'
import type { FolderState } from '#shared/watched-folders/watched-folder.ts'
import { fromToken } from '../import-source.ts'
import { newSession, useImportSession } from '../import-session.ts'

export function WaitingFiles({ folder: { id, waiting } }: { readonly folder: FolderState }) {
  const t = useT()
  const navigate = useNavigate()
  const api = useApi()
  const { change } = useImportSession()
  const files = useQuery(api.watchedFolders.waiting({ id }))
  const putAside = useAction(api.watchedFolders.putAside(), {
    said: (_, { name }) => t('watchedFolders.put_aside.said', { name }),
  })
  const open = useAction(useShell().openWatched(), {
    onDone: (file) => {
      change({ ...newSession(), step: 'columns', sources: [fromToken(file)], mappingId: file.mappingId })
      void navigate('/import')
    },
  })
  return (
    <RelatedList label={t('watchedFolders.waiting', { count: waiting })}>
      {files.data?.map(({ name, reason }) => (
        <RelatedRow
          key={name}
          name={name}
          facts={[reason && t.known(reason.messageKey, 'watchedFolders.fate.failed', reason.params)]}
          action={
            <Group gap="xs" wrap="nowrap">
              <Button size="xs" variant="default" onClick={() => open.mutate({ id, name })}>
                {t('watchedFolders.open')}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => putAside.mutate({ id, name })}>
                {t('watchedFolders.put_aside')}
              </Button>
            </Group>
          }
        />
      ))}
    </RelatedList>
  )
}
