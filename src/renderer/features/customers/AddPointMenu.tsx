// A button that asks what is to be added: a phone, an e-mail, an address, a messenger or a page.
import { Group, Menu } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AddButton } from '#renderer/ui/AddButton.tsx'
import { type PointKind, pointKind } from '#shared/customers/contact-point.ts'

export function AddPointMenu({ onAdd }: { readonly onAdd: (kind: PointKind) => void }) {
  const t = useT()
  return (
    <Group>
      <Menu position="bottom-start">
        <Menu.Target>
          <AddButton>{t('record.point.add_button')}</AddButton>
        </Menu.Target>
        <Menu.Dropdown>
          {pointKind.options.map((kind) => (
            <Menu.Item key={kind} onClick={() => onAdd(kind)}>
              {t(`field.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
