// What can go wrong with tickets.
import { catalogue } from '#shared/base/messages.ts'

export const ticketsErrors = catalogue(
  {
    'tickets.gone': 'This ticket is no longer there. It may have been removed, or its creation undone.',
    'tickets.archived': 'This ticket is archived. Restore it first, then change it.',
    'tickets.statusGone': 'This status is no longer there. Choose another.',
    'tickets.noStatus': 'There is no status in which a new ticket could start.',
  },
  {
    'tickets.gone': '该工单已不存在，可能已被移除，或其新建操作已撤销。',
    'tickets.archived': '该工单已归档，请先恢复再修改。',
    'tickets.statusGone': '该状态已不存在，请选择其他状态。',
    'tickets.noStatus': '没有可供新工单使用的起始状态。',
  },
)
