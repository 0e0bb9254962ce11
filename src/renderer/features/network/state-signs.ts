// The shape and the colour of how the network is doing; the words beside them come from the engine.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconClockPause,
  IconPlugConnectedX,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SignTone } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

interface StateSign {
  readonly icon: TablerIcon
  readonly tone: SignTone
}

const signs: Readonly<Record<NetworkStatus['state'], StateSign>> = {
  off: { icon: IconPlugConnectedX, tone: 'quiet' },
  quiet: { icon: IconCircleCheck, tone: 'quiet' },
  syncing: { icon: IconRefresh, tone: 'quiet' },
  // A colleague's computer is off: nothing is wrong.
  behind: { icon: IconClockPause, tone: 'quiet' },
  trouble: { icon: IconAlertTriangle, tone: 'alert' },
}

/** A clock that is wrong stops nothing: it is a warning. */
export const signOf = ({ state, sentence }: NetworkStatus): StateSign =>
  sentence.messageKey.startsWith('network.clock.') ? { icon: IconClockExclamation, tone: 'warn' } : signs[state]
