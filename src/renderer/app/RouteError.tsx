// A screen that broke: the frame stays, the error goes to the log, and the user is told what to do.
import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate, useRouteError } from 'react-router'
import { useShell } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EntryPanel } from '#renderer/ui/EntryPanel.tsx'
import { describe } from './log-errors.ts'

export function RouteError() {
  const t = useT()
  const thrown = useRouteError()
  const navigate = useNavigate()
  const shell = useShell()
  const [traceId, setTraceId] = useState<string | null>(null)

  const log = useEffectEvent((error: Error) => {
    shell
      .logError()
      .run(describe(error))
      .then(({ data }) => setTraceId(data.traceId), console.error)
  })
  useEffect(() => log(thrown instanceof Error ? thrown : new Error(String(thrown))), [thrown])

  return (
    <EntryPanel>
      <Title order={1}>{t('errors.page')}</Title>
      <Text mt="sm">{t('errors.page_help')}</Text>
      {traceId !== null && (
        <Text size="xs" c="dimmed" mt="sm">
          {t('errors.trace', { traceId })}
        </Text>
      )}
      <Group mt="xl" gap="sm">
        <Button onClick={() => window.location.reload()}>{t('errors.reload')}</Button>
        <Button variant="default" onClick={() => void navigate('/home')}>
          {t('app.go_home')}
        </Button>
      </Group>
    </EntryPanel>
  )
}
