// The computers that were removed: whoever has not heard of it still lets them in, so the page says who has.
import { Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconDeviceDesktopOff, IconHourglass } from '@tabler/icons-react'
import { useId } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import classes from './Network.module.css'

export function RemovedComputers({ removed }: Pick<NetworkStatus, 'removed'>) {
  const t = useT()
  const id = useId()
  if (removed.length === 0) return null
  return (
    <Stack gap="xs" mt="sm">
      <Title order={3} id={id}>
        {t('network_page.removed_list')}
      </Title>
      {removed.some(({ unheard }) => unheard.length > 0) && <Text c="dimmed">{t('network_page.removed_text')}</Text>}
      <ul className={classes['computers']} aria-labelledby={id}>
        {removed.map((one) => (
          <RemovedRow key={one.id} {...one} />
        ))}
      </ul>
    </Stack>
  )
}

function RemovedRow({ name, at, by, heard, unheard }: NetworkStatus['removed'][number]) {
  const t = useT()
  const format = useFormat()
  const knowOfIt = t('network_page.removed_heard', { count: heard.length, names: heard })
  return (
    <li className={classes['computer']}>
      <IconDeviceDesktopOff size={18} stroke={1.5} aria-hidden />
      <div className={classes['about']}>
        <div className={classes['names']}>
          <span className={classes['name']}>{name}</span>
          <span className={classes['quiet']}>
            {at === null ? t('network_page.removed_on', { by }) : t('network_page.removed_at', { when: format.nearTime(at), by })}
          </span>
        </div>
        {unheard.length > 0 && (
          <Sign
            isSentence
            icon={IconHourglass}
            tone="warn"
            text={t('network_page.removed_unheard', { count: unheard.length, names: unheard })}
          />
        )}
        {heard.length > 0 && (
          <Sign
            isSentence
            icon={IconCircleCheck}
            tone="quiet"
            text={unheard.length > 0 ? knowOfIt : t('network_page.removed_heard_all')}
          />
        )}
      </div>
    </li>
  )
}
