// One file of a list: its kind as a shape, its name, a few facts, and a menu.
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FileIcon, type FileShape } from './FileIcon.tsx'
import classes from './FileRow.module.css'

interface FileRowProps {
  readonly name: string
  readonly shape: FileShape
  /** Shown in order; `null` is left out. */
  readonly facts: readonly (string | null)[]
  /** Something to heed, in words. */
  readonly warning: string | null
  readonly onOpen: () => void
  readonly menuLabel: string
  /** `<Menu.Item>`s. */
  readonly menu: ReactNode
}

export function FileRow({ name, shape, facts, warning, onOpen, menuLabel, menu }: FileRowProps) {
  return (
    <li className={classes['row']}>
      <FileIcon shape={shape} />
      <UnstyledButton className={classes['name']} onClick={onOpen} title={name}>
        <bdi>{name}</bdi>
      </UnstyledButton>
      {warning !== null && <span className={classes['warning']}>{warning}</span>}
      <span className={classes['facts']}>
        {facts.map((fact) => fact !== null && fact !== '' && <span key={fact}>{fact}</span>)}
      </span>
      <Menu>
        <Menu.Target>
          <ActionIcon size={28} aria-label={menuLabel}>
            <IconDots size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{menu}</Menu.Dropdown>
      </Menu>
    </li>
  )
}
