// An invitation as a file, for a computer that this one does not see, and those that are still open.
import { Button, Group, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import classes from './Network.module.css'

export function FileCard({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const settings = useQuery(api.settings.get({}))
  const [saved, setSaved] = useState<string | null>(null)
  const save = useAction(api.network.saveInvitation(), { errors: 'caller' })
  const choose = useAction(useShell().chooseTarget(), {
    onDone: (target) => {
      if (target) save.mutate({ path: target.file }, { onSuccess: () => setSaved(target.name) })
    },
  })
  const withdraw = useAction(api.network.withdraw())
  const suggestedName = t('network_page.file_name', { name: settings.data?.workspaceName ?? t('base.app') })

  return (
    <section className={classes['way']} aria-label={t('network_page.file')}>
      <Title order={3}>{t('network_page.file')}</Title>
      <Text c="dimmed">{t('network_page.file_text')}</Text>
      {save.error && save.error.code !== 'cancelled' && <ErrorNote error={save.error} />}
      <div role="status">
        {saved !== null && !save.isPending && (
          <Sign isSentence icon={IconCircleCheck} tone="good" text={t('network_page.file_saved', { name: saved })} />
        )}
      </div>
      <Group>
        <Button
          variant="default"
          loading={choose.isPending || save.isPending}
          onClick={() => {
            setSaved(null)
            choose.mutate({ kind: 'invitation', suggestedName })
          }}
        >
          {t('network_page.file_save')}
        </Button>
      </Group>
      {status.files.length > 0 && (
        <div>
          <Text c="dimmed">{t('network_page.files')}</Text>
          <ul className={classes['files']} aria-label={t('network_page.files')}>
            {status.files.map(({ id, until }) => {
              const when = format.moment(until)
              return (
                <li key={id}>
                  <span>{t('network_page.file_until', { when })}</span>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('network_page.file_withdraw_label', { when })}
                    onClick={() => withdraw.mutate({ id })}
                  >
                    {t('network_page.file_withdraw')}
                  </Button>
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </section>
  )
}
