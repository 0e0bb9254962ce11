// The menu of a list's bar: its records can also come from a file.
import { Menu } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ImportEntity } from '#shared/imports/import.ts'
import { MoreMenu } from './MoreMenu.tsx'

export function ImportMenu({ entity }: { readonly entity: ImportEntity }) {
  const t = useT()
  return (
    <MoreMenu>
      <Menu.Item component={Link} to={`/import?entity=${entity}`}>
        {t(`imports.screen.of_${entity}`)}
      </Menu.Item>
    </MoreMenu>
  )
}
