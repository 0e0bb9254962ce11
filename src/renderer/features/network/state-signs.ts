// The shape and the colour of each state of the network; the words beside them come from the engine.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockPause,
  IconPlugConnectedX,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SignTone } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'

export const stateSigns: Readonly<Record<NetworkStatus['state'], { readonly icon: TablerIcon; readonly tone: SignTone }>> = {
  off: { icon: IconPlugConnectedX, tone: 'quiet' },
  quiet: { icon: IconCircleCheck, tone: 'quiet' },
  syncing: { icon: IconRefresh, tone: 'quiet' },
  behind: { icon: IconClockPause, tone: 'warn' },
  trouble: { icon: IconAlertTriangle, tone: 'alert' },
}
