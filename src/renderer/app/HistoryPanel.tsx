// The history beside any screen (Ctrl+Shift+H): what was done, in words, and each with a way to take it back, without leaving the place.
import { ActionIcon, Drawer, Tooltip } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { OperationList } from '#renderer/features/history/OperationList.tsx'

export const HISTORY_KEYS = 'mod+shift+h'

export function HistoryPanel({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT()
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" size={460} title={t('history.title')}>
      <OperationList />
    </Drawer>
  )
}

export function HistoryButton({ onOpen }: { readonly onOpen: () => void }) {
  const t = useT()
  return (
    <Tooltip label={t('app.history.open')}>
      <ActionIcon size="xs" aria-label={t('app.history.open')} aria-keyshortcuts="Control+Shift+H" onClick={onOpen}>
        <IconHistory size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
