// Asks all around for the computers of the office that are not there. Only while there are some.
import { Button, Group, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useFocusAgain } from '#renderer/ui/use-focus-back.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { Findings } from './Findings.tsx'
import classes from './Network.module.css'

export function SearchComputers({ devices }: Pick<NetworkStatus, 'devices'>) {
  const t = useT()
  const search = useAction(useApi().network.searchComputers.act(), { errors: 'caller' })
  const begin = useFocusAgain(search.isPending)
  const isAnyMissing = devices.some(({ isThis, isConnected }) => !isThis && !isConnected)

  return (
    <>
      {(isAnyMissing || search.isPending) && (
        <>
          <Text c="dimmed">{t('network_page.search_text')}</Text>
          <Group gap="sm">
            <Button ref={begin} variant="default" loading={search.isPending} onClick={() => search.mutate({})}>
              {t('network_page.search')}
            </Button>
            {search.isPending && (
              <Button variant="default" onClick={search.cancel}>
                {t('network_page.test_stop')}
              </Button>
            )}
            {search.progress !== null && (
              <Text c="dimmed">
                {t('joining.search_progress', { done: search.progress.done, total: search.progress.total ?? 0 })}
              </Text>
            )}
          </Group>
        </>
      )}
      {search.error && search.error.code !== 'cancelled' && <ErrorNote error={search.error} />}
      <div className={classes['outcome']} role="status" aria-label={t('network_page.search')}>
        {search.data && !search.isPending && <Findings findings={[search.data]} />}
      </div>
    </>
  )
}
