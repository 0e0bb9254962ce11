// The recovery key on paper. The key comes from the shell, never from the address; the root element says when the page is ready.
import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useShell } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { KeyText } from '#renderer/ui/KeyText.tsx'
import { Sheet } from '#renderer/ui/paper/Sheet.tsx'
import { usePrintReady } from '#renderer/ui/paper/use-print-ready.ts'

export function RecoveryKeySheet() {
  const t = useT()
  const format = useFormat()
  const printable = useQuery(useShell().printable({}))
  const sheet = printable.data?.page === 'recovery-key' ? printable.data : null
  const hasFailed = printable.isError || (printable.isSuccess && sheet === null)

  usePrintReady(sheet ? 'ready' : hasFailed ? 'failed' : 'waiting')

  if (!sheet) return null
  return (
    <Sheet paper={sheet.paper}>
      <Title order={1}>{t('entry.sheet.title')}</Title>
      <Text mt="sm">{t('entry.sheet.workspace', { name: sheet.workspaceName })}</Text>
      <Text mt="xl" mb="xl">
        {t('entry.sheet.text')}
      </Text>
      <KeyText>{sheet.recoveryKey}</KeyText>
      <Text mt="xl" c="dimmed">
        {t('entry.sheet.date', { day: format.day(format.today()) })}
      </Text>
    </Sheet>
  )
}
