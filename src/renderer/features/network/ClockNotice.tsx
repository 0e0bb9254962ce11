// Says that the clock of this computer is wrong, as the others see it; or that one of two is.
import { Alert } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { ownClock } from './clocks.ts'
import { spanText } from './network-words.ts'

export function ClockNotice({ devices }: { readonly devices: NetworkStatus['devices'] }) {
  const t = useT()
  const clock = ownClock(devices)
  if (clock === null) return null
  const span = spanText(t, clock.aheadMs)
  return (
    <Alert color="yellow" icon={<IconClockExclamation size={18} stroke={1.5} aria-hidden />}>
      {clock.only === null
        ? t('network_page.own_clock', { span, way: clock.aheadMs > 0 ? 'behind' : 'ahead' })
        : t('network_page.two_clocks', { span, name: clock.only.name })}
    </Alert>
  )
}
