// The box in every bar that opens the search over everything.
import { Button } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { KeyCaps } from '#renderer/ui/ShortcutHelp.tsx'

export function SearchButton({ onOpen }: { readonly onOpen: () => void }) {
  const t = useT()
  return (
    <Button
      variant="subtle"
      color="gray"
      fw={400}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={<KeyCaps keys="mod+k" isDecoration />}
      aria-keyshortcuts="Control+K"
      onClick={onOpen}
      flex="none"
    >
      {t('app.search.open')}
    </Button>
  )
}
