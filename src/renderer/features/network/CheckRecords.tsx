// Compares the records of this computer with their own history. Only while another computer shows something else.
import { Button, Group, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFocusAgain } from '#renderer/ui/use-focus-back.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { Findings } from './Findings.tsx'
import { JoinAgain } from './JoinAgain.tsx'
import classes from './Network.module.css'

export function CheckRecords({ devices }: Pick<NetworkStatus, 'devices'>) {
  const t = useT()
  const check = useAction(useApi().network.check.act(), { errors: 'caller' })
  const begin = useFocusAgain(check.isPending)
  const isAnyDifferent = devices.some(({ trouble }) => trouble === 'network.end.differs')

  return (
    <>
      {(isAnyDifferent || check.isPending) && (
        <>
          <Text c="dimmed">{t('network_page.check_text')}</Text>
          <Group gap="sm">
            <Button ref={begin} variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
              {t('network_page.check')}
            </Button>
            {check.isPending && (
              <Button variant="default" onClick={check.cancel}>
                {t('network_page.test_stop')}
              </Button>
            )}
            {check.progress !== null && (
              <Text c="dimmed">
                {check.progress.total === null
                  ? t('network_page.check_compare')
                  : t('network_page.check_progress', { done: check.progress.done, total: check.progress.total })}
              </Text>
            )}
          </Group>
        </>
      )}
      {check.error && check.error.code !== 'cancelled' && <ErrorNote error={check.error} />}
      <div className={classes['outcome']} role="status" aria-label={t('network_page.check')}>
        {check.data && !check.isPending && (
          <>
            <Findings findings={[check.data]} />
            <JoinAgain sentence={check.data} />
          </>
        )}
      </div>
    </>
  )
}
