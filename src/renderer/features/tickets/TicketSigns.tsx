// Status and priority as a shape with a word, so that neither needs a colour to be told apart.
import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconCircleDot,
  IconMinus,
  IconPlayerPause,
  IconUrgent,
  type TablerIcon,
} from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { Ticket, TicketStatus } from '#shared/tickets/ticket.ts'

const CLOCKS: Readonly<Record<TicketStatus['clock'], TablerIcon>> = {
  runs: IconCircleDot,
  pauses: IconPlayerPause,
  stops: IconCircleCheck,
}

const PRIORITIES: Readonly<Record<Ticket['priority'], TablerIcon>> = {
  low: IconArrowDown,
  normal: IconMinus,
  high: IconArrowUp,
  urgent: IconUrgent,
}

export function StatusSign({ status }: { readonly status: Pick<TicketStatus, 'name' | 'clock'> }) {
  const t = useT()
  return <Sign icon={CLOCKS[status.clock]} text={status.name} hint={t(`tickets.clock.${status.clock}`)} />
}

export function PrioritySign({ priority }: { readonly priority: Ticket['priority'] }) {
  const t = useT()
  return (
    <Sign
      icon={PRIORITIES[priority]}
      text={t(`tickets.priority.${priority}`)}
      {...(priority === 'urgent' ? { tone: 'alert' } : {})}
    />
  )
}
