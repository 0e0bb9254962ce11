// One computer of the office: whether it is there, what waits between it and this one, and what is the matter with it.
import {
  IconAlertTriangle,
  IconCircleArrowUp,
  IconClockExclamation,
  IconDeviceDesktop,
  IconInfoCircle,
  IconPlugConnected,
  IconPlugConnectedX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import { PairingSigns } from '#renderer/ui/PairingSigns.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import type { FourSigns } from '#shared/sync/pairing-signs.ts'
import classes from './Network.module.css'
import { clockText, isClockOff, spanText } from './network-words.ts'

type Device = NetworkStatus['devices'][number]

interface ComputerRowProps {
  readonly device: Device
  /** Of one that was let in here a short while ago. */
  readonly signs: FourSigns | undefined
  readonly children: ReactNode
}

export function ComputerRow({ device, signs, children }: ComputerRowProps) {
  const t = useT()
  const format = useFormat()
  const { name, letter, isThis, isConnected, lastUserName, app, isNewer, address, clockAheadMs, trouble, unreached, untilAt } =
    device
  const until = untilAt === null ? '' : format.timeOf(untilAt)
  const facts = [
    ...waitingWords(t, device),
    ...(lastUserName === null ? [] : [t('network_page.last_user', { name: lastUserName })]),
    ...(letter === '' ? [] : [t('network_page.letter', { letter })]),
    ...(app === null ? [] : [t('network_page.version', { version: app })]),
    ...(isConnected && clockAheadMs !== null && !isClockOff(clockAheadMs) ? [clockText(t, clockAheadMs)] : []),
    ...(address === null ? [] : [address]),
  ]

  return (
    <li className={classes['computer']}>
      <IconDeviceDesktop size={18} stroke={1.5} aria-hidden />
      <div className={classes['about']}>
        <div className={classes['names']}>
          <span className={classes['name']}>{name}</span>
          {isThis ? <span className={classes['quiet']}>{t('network_page.this')}</span> : <Presence device={device} />}
        </div>
        <Facts isQuiet facts={facts} />
        {signs && <PairingSigns signs={signs} text={t('pairing_signs.came')} />}
        {letter === '' && !isThis && <Sign isSentence icon={IconInfoCircle} tone="quiet" text={t('network_page.unlisted')} />}
        {trouble !== null && (
          <Sign isSentence icon={IconAlertTriangle} tone="alert" text={t.known(trouble, 'network.end.trouble', { until })} />
        )}
        {unreached !== null && (
          <Sign
            isSentence
            icon={IconPlugConnectedX}
            tone="warn"
            text={t.known(unreached.messageKey, 'sync.dial.other_machine', unreached.params)}
          />
        )}
        {isNewer && <Sign isSentence icon={IconCircleArrowUp} tone="warn" text={t('network_page.newer')} />}
        {clockAheadMs !== null && isClockOff(clockAheadMs) && (
          <Sign
            isSentence
            icon={IconClockExclamation}
            tone="warn"
            text={t(clockAheadMs > 0 ? 'network_page.clock_ahead' : 'network_page.clock_behind', {
              span: spanText(t, clockAheadMs),
            })}
          />
        )}
      </div>
      {children}
    </li>
  )
}

function Presence({ device: { isConnected, lastSeenAt } }: { readonly device: Device }) {
  const t = useT()
  const format = useFormat()
  if (isConnected) return <Sign icon={IconPlugConnected} tone="good" text={t('network_page.connected')} />
  const text = lastSeenAt === null ? t('network_page.never_seen') : t('network_page.seen', { when: format.nearTime(lastSeenAt) })
  return <Sign icon={IconPlugConnectedX} tone="quiet" text={text} />
}

const waitingWords = (t: ReturnType<typeof useT>, { isThis, toSend, toTake }: Device): string[] => {
  if (isThis || (toSend === null && toTake === null)) return []
  const waiting = [
    ...(toSend ? [t('network_page.to_send', { count: toSend })] : []),
    ...(toTake ? [t('network_page.to_take', { count: toTake })] : []),
  ]
  return waiting.length > 0 ? waiting : [t('network_page.up_to_date')]
}
