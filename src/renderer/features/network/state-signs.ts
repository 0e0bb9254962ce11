// The shape and the colour of how the network is doing; the words beside them come from the engine.
import {
  IconAlertTriangle,
  IconCircleArrowUp,
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

/** A clock that is wrong and a newer Kith elsewhere stop nothing, but ask for something: they are warnings. */
export const signOf = ({ state, sentence: { messageKey } }: NetworkStatus): StateSign => {
  if (messageKey.startsWith('network.clock.')) return { icon: IconClockExclamation, tone: 'warn' }
  if (messageKey === 'network.state.newer') return { icon: IconCircleArrowUp, tone: 'warn' }
  return signs[state]
}
