// The ticket statuses that a new workspace starts with.
import type { Language } from '#shared/base/messages.ts'
import type { TicketStatus } from './ticket.ts'

type StatusSeed = Pick<TicketStatus, 'name' | 'clock'>

const statuses = (
  first: string,
  progress: string,
  customer: string,
  other: string,
  solved: string,
  closed: string,
): readonly StatusSeed[] => [
  { name: first, clock: 'runs' },
  { name: progress, clock: 'runs' },
  { name: customer, clock: 'pauses' },
  { name: other, clock: 'pauses' },
  { name: solved, clock: 'stops' },
  { name: closed, clock: 'stops' },
]

export const defaultTicketStatuses: Readonly<Record<Language, readonly StatusSeed[]>> = {
  en: statuses('New', 'In progress', 'Waiting for customer', 'Waiting for third party', 'Solved', 'Closed'),
  'zh-CN': statuses('新建', '处理中', '等待客户', '等待第三方', '已解决', '已关闭'),
}
