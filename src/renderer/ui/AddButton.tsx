// A quiet button below a list of rows: one more of them.
import { Button, type ButtonProps } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

export function AddButton(props: Omit<ButtonProps, 'leftSection'> & Pick<ComponentPropsWithRef<'button'>, 'onClick' | 'ref'>) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      fw={400}
      leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
      {...props}
    />
  )
}
