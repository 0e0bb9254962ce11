// One watched folder: how it is looked into, the files that wait, and its log.
import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { FolderState } from '#shared/watched-folders/watched-folder.ts'
import { FolderLog } from './FolderLog.tsx'
import { spanText } from './span-text.ts'
import { WaitingFiles } from './WaitingFiles.tsx'

interface WatchedFolderProps {
  readonly folder: FolderState
  readonly onEdit: () => void
}

export function WatchedFolder({ folder, onEdit }: WatchedFolderProps) {
  const t = useT()
  const format = useFormat()
  const { watchedFolders } = useApi()
  const lookNow = useAction(watchedFolders.lookNow(), { said: () => t('watchedFolders.looking') })
  const remove = useAction(watchedFolders.remove(), { said: () => t('watchedFolders.removed', { folder: folder.folder }) })
  const facts = [
    t('watchedFolders.is_on_every', { span: spanText(t, folder.everyMinutes) }),
    folder.mappingName ?? t('watchedFolders.mapping_gone'),
    t(`watchedFolders.on_doubt.${folder.onDoubt}`),
    folder.lookedAt === null
      ? t('watchedFolders.never_looked')
      : t('watchedFolders.looked_at', { at: format.nearTime(folder.lookedAt) }),
  ]

  return (
    <Section title={folder.folder} text={facts.slice(folder.isOn ? 0 : 1).join(' · ')}>
      {!folder.isOn && <Text c="dimmed">{t('watchedFolders.off')}</Text>}
      {folder.trouble && (
        <Sign
          icon={IconAlertTriangle}
          tone="alert"
          text={t.known(folder.trouble.messageKey, 'errors.unavailable', folder.trouble.params)}
        />
      )}
      <Group gap="sm">
        <Button variant="default" size="xs" onClick={() => lookNow.mutate({ id: folder.id })}>
          {t('watchedFolders.look_now')}
        </Button>
        <Button variant="subtle" size="xs" onClick={onEdit}>
          {t('watchedFolders.edit')}
        </Button>
        <Button variant="subtle" size="xs" onClick={() => remove.mutate({ id: folder.id })}>
          {t('watchedFolders.remove')}
        </Button>
      </Group>
      {folder.waiting > 0 && <WaitingFiles folder={folder} />}
      <FolderLog id={folder.id} />
    </Section>
  )
}
