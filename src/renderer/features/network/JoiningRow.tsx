// A computer that was let in and has not come yet: until when it may.
import { IconDeviceDesktop, IconHourglass } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { PairingSigns } from '#renderer/ui/PairingSigns.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import type { FourSigns } from '#shared/sync/pairing-signs.ts'
import classes from './Network.module.css'

interface JoiningRowProps {
  readonly device: NetworkStatus['joining'][number]
  readonly signs: FourSigns | undefined
  readonly children: ReactNode
}

export function JoiningRow({ device: { name, until }, signs, children }: JoiningRowProps) {
  const t = useT()
  const format = useFormat()
  return (
    <li className={classes['computer']}>
      <IconDeviceDesktop size={18} stroke={1.5} aria-hidden />
      <div className={classes['about']}>
        <div className={classes['names']}>
          <span className={classes['name']}>{name}</span>
          <Sign icon={IconHourglass} tone="quiet" text={t('network_page.joining')} />
        </div>
        <span className={classes['quiet']}>{t('network_page.joining_until', { when: format.moment(until) })}</span>
        {signs && <PairingSigns signs={signs} text={t('pairing_signs.host')} />}
      </div>
      {children}
    </li>
  )
}
