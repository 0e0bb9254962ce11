// The actions that are not used all the time, behind three dots.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'

interface MoreMenuProps {
  /** Whose actions they are, where several such menus stand below each other. */
  readonly label?: string
  /** `<Menu.Item>`s. */
  readonly children: ReactNode
}

export function MoreMenu({ label, children }: MoreMenuProps) {
  const t = useT()
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size={32} variant="default" aria-label={label ?? t('base.more')}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
