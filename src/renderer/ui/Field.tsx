// A label above a control that has none of its own.
import { Input, type InputWrapperProps } from '@mantine/core'
import type { ReactNode } from 'react'

interface FieldProps extends Pick<InputWrapperProps, 'description' | 'descriptionProps'> {
  readonly label: string
  readonly children: ReactNode
}

export function Field({ children, ...wrapper }: FieldProps) {
  return (
    <Input.Wrapper labelElement="div" {...wrapper}>
      {children}
    </Input.Wrapper>
  )
}
