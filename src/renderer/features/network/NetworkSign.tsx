// How the office network is doing, at the end of every status line: a shape and a sentence that lead to its page. Nothing while it is off.
import { Tooltip } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import classes from './Network.module.css'
import { saidText } from './network-words.ts'
import { signOf } from './state-signs.ts'
import { useNetworkStatus } from './use-network-status.ts'
import { useSteady } from './use-steady.ts'

export function NetworkSign() {
  const t = useT()
  const status = useSteady(useNetworkStatus().data)
  if (!status || status.state === 'off') return null

  const sentence = saidText(t, status.sentence)
  const title = t('network_page.sign', { sentence })
  return (
    <Tooltip label={title} position="top-end" multiline maw={420} events={{ hover: true, focus: true, touch: false }}>
      <Link to="/settings/network" className={classes['sign']} aria-label={title}>
        <Sign {...signOf(status)} text={sentence} />
      </Link>
    </Tooltip>
  )
}
