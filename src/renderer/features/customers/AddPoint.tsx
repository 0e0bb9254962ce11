// Below the properties: adds one more phone, e-mail, address, messenger or page.
import { Button, Group, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { type PointKind, pointKind } from '#shared/customers/contact-point.ts'
import type { CustomerCard } from './customer-cards.ts'
import { PointForm } from './PointForm.tsx'

export function AddPoint({ customer }: { readonly customer: CustomerCard }) {
  const t = useT()
  const [kind, setKind] = useState<PointKind | null>(null)
  if (customer.archivedAt !== null) return null
  return (
    <Group>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            fw={400}
            leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          >
            {t('record.point.add_button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pointKind.options.map((option) => (
            <Menu.Item key={option} onClick={() => setKind(option)}>
              {t(`field.${option}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {kind !== null && <PointForm customer={customer} kind={kind} onClose={() => setKind(null)} />}
    </Group>
  )
}
