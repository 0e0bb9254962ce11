// A label above a control that has none of its own.
import { Input } from '@mantine/core'
import type { ReactNode } from 'react'

export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      {children}
    </Input.Wrapper>
  )
}
