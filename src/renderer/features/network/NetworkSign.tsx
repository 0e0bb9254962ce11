// How the office network is doing, at the end of every status line: a shape and a sentence that lead to its page. Nothing while it is off.
import { Tooltip } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import { ownClock } from './clocks.ts'
import classes from './Network.module.css'
import { saidText, spanText } from './network-words.ts'
import { stateSigns } from './state-signs.ts'
import { useSteady } from './use-steady.ts'

export function NetworkSign() {
  const t = useT()
  const status = useSteady(useQuery(useApi().network.status({})).data)
  if (!status || status.state === 'off') return null

  const clock = ownClock(status.devices)
  const isClockSaid = clock !== null && clock.only === null && (status.state === 'quiet' || status.state === 'syncing')
  const sentence = isClockSaid
    ? t('network_page.sign.own_clock', { span: spanText(t, clock.aheadMs), way: clock.aheadMs > 0 ? 'behind' : 'ahead' })
    : saidText(t, status.sentence)
  const sign = isClockSaid ? ({ icon: IconClockExclamation, tone: 'warn' } as const) : stateSigns[status.state]
  return (
    <Tooltip label={t('network_page.sign.title', { sentence })} position="top-end" multiline maw={420}>
      <Link
        to="/settings/network"
        className={classes['sign']}
        data-state={status.state}
        aria-label={t('network_page.sign.title', { sentence })}
      >
        <Sign {...sign} text={sentence} />
      </Link>
    </Tooltip>
  )
}
