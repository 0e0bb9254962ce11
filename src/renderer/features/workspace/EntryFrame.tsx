// The quiet page around everything that happens before the workspace is open.
import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { EntryPanel } from '#renderer/ui/EntryPanel.tsx'

interface EntryFrameProps {
  readonly title: string
  readonly text?: string
  readonly step?: string
  readonly children: ReactNode
}

export function EntryFrame({ title, text, step, children }: EntryFrameProps) {
  return (
    <EntryPanel>
      {step && (
        <Text size="xs" c="dimmed">
          {step}
        </Text>
      )}
      <Title order={1}>{title}</Title>
      {text && (
        <Text c="dimmed" mt="sm">
          {text}
        </Text>
      )}
      {children}
    </EntryPanel>
  )
}
