// The folders out of which files are taken in by themselves: each with what it does, what waits, and what was taken.
import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { Sections } from '#renderer/ui/Section.tsx'
import type { FolderState } from '#shared/watched-folders/watched-folder.ts'
import { FolderForm } from './FolderForm.tsx'
import { WatchedFolder } from './WatchedFolder.tsx'

export function WatchedFoldersPage() {
  const t = useT()
  const api = useApi()
  const folders = useQuery(api.watchedFolders.list({}))
  const mappings = useQuery(api.imports.mappings({}))
  const [editing, setEditing] = useState<FolderState | 'new' | null>(null)
  const hasMappings = (mappings.data?.length ?? 0) > 0

  return (
    <>
      <Title order={2}>{t('watchedFolders.title')}</Title>
      <Text c="dimmed" maw={680}>
        {t('watchedFolders.about')}
      </Text>
      <Text c="dimmed" maw={680} mb="lg">
        {t('watchedFolders.here_only')}
      </Text>
      {folders.isPending && <Pending lines={4} />}
      {folders.isError && <ErrorNote error={folders.error} onRetry={() => void folders.refetch()} />}
      {folders.data?.length === 0 && (
        <EmptyState isSmall text={t(hasMappings ? 'watchedFolders.none_hint' : 'watchedFolders.no_mapping')} />
      )}
      <Group mb="xl">
        <Button variant="default" disabled={!hasMappings} onClick={() => setEditing('new')}>
          {t('watchedFolders.add')}
        </Button>
      </Group>
      <Sections>
        {folders.data?.map((folder) => (
          <WatchedFolder key={folder.id} folder={folder} onEdit={() => setEditing(folder)} />
        ))}
      </Sections>
      {editing && (
        <FolderForm folder={editing === 'new' ? null : editing} mappings={mappings.data ?? []} onClose={() => setEditing(null)} />
      )}
    </>
  )
}
