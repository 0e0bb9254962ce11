// The menu of a list's bar: its records can also come from a file, and be looked through for doubles.
import { Menu } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ImportEntity } from '#shared/imports/plan.ts'
import { MoreMenu } from './MoreMenu.tsx'

/** Those that have a list of their own. */
type ListedEntity = Exclude<ImportEntity, 'user' | 'link' | 'orderLine'>

export function ImportMenu({ entity }: { readonly entity: ListedEntity }) {
  const t = useT()
  return (
    <MoreMenu>
      <Menu.Item component={Link} to={`/import?entity=${entity}`}>
        {t(`imports.screen.of_${entity}`)}
      </Menu.Item>
      {(entity === 'company' || entity === 'contact') && (
        <Menu.Item component={Link} to={`/duplicates?kind=${entity}`}>
          {t('duplicates.action.scan')}
        </Menu.Item>
      )}
    </MoreMenu>
  )
}
