// Which ways the network lets through, in words, and when that was found out.
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useNow, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { useFocusAgain } from '#renderer/ui/use-focus-back.ts'
import { connection } from '#shared/help/topics/computers.ts'
import { Findings } from './Findings.tsx'
import { HelpLink } from './HelpLink.tsx'

export function ConnectionTest() {
  const t = useT()
  const format = useFormat()
  const now = useNow()
  const [testedAt, setTestedAt] = useState<string | null>(null)
  const test = useAction(useApi().network.test.act(), {
    errors: 'caller',
    onDone: () => setTestedAt(new Date(now()).toISOString()),
  })
  const begin = useFocusAgain(test.isPending)

  return (
    <Section isWide title={t('network_page.test')} text={t('network_page.test_text')}>
      <Group gap="sm">
        <Button ref={begin} variant="default" loading={test.isPending} onClick={() => test.mutate({})}>
          {t(test.data ? 'network_page.test_again' : 'network_page.test_run')}
        </Button>
        {test.isPending && (
          <Button variant="default" onClick={test.cancel}>
            {t('network_page.test_stop')}
          </Button>
        )}
        <HelpLink topic={connection} />
      </Group>
      {test.error && test.error.code !== 'cancelled' && <ErrorNote error={test.error} />}
      <div role="status" aria-label={t('network_page.test')}>
        {test.isPending && <Text c="dimmed">{t('network_page.test_running')}</Text>}
        {test.data && testedAt !== null && !test.isPending && (
          <>
            <Text c="dimmed">{t('network_page.tested', { when: format.nearTime(testedAt) })}</Text>
            <Findings findings={test.data} />
          </>
        )}
      </div>
    </Section>
  )
}
