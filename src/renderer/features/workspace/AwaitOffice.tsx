// A workspace that was joined and has got nothing yet: no screen would mean anything without stages and statuses. It goes by itself.
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { EntryFrame } from './EntryFrame.tsx'

export function AwaitOffice() {
  const t = useT()
  const { network, workspace } = useApi()
  const status = useQuery(network.status({})).data
  const lock = useAction(workspace.lock())

  return (
    <EntryFrame title={t('joining.waiting_title')} text={t('joining.waiting_text')}>
      {status && status.state !== 'quiet' && (
        <Text mt="lg" role="status">
          {t('joining.waiting_why', {
            sentence: t.known(status.sentence.messageKey, 'network.end.trouble', status.sentence.params),
          })}
        </Text>
      )}
      <Group justify="flex-end" mt="xl">
        <Button variant="default" onClick={() => lock.mutate({})}>
          {t('app.nav.lock')}
        </Button>
      </Group>
    </EntryFrame>
  )
}
