// Reminders that wait for an answer, in the window.
import { catalogue } from '#shared/base/messages.ts'

export const remindersMessages = catalogue(
  {
    'reminders.label': 'Reminders',
    'reminders.title': '{count, plural, one {1 reminder} other {{count, number} reminders}}',
    'reminders.missed':
      '{count, plural, one {1 missed} other {{count, number} missed}} while Kith was closed{rest, plural, =0 {} other {, {rest, number} new}}',
    'reminders.key': 'Fold or unfold the reminders',
    'reminders.fold': 'Fold the reminders',
    'reminders.unfold': 'Show the reminders',
    'reminders.done': 'Done',
    'reminders.dismiss': 'Dismiss',
    'reminders.dismiss_one': 'Dismiss: {title}',
    'reminders.dismiss_all': 'Dismiss all',
    'reminders.snooze': 'Remind again: {title}',
    'reminders.snooze.ten_minutes': 'In 10 minutes',
    'reminders.snooze.one_hour': 'In an hour',
    'reminders.snooze.tomorrow': 'Tomorrow, when work begins',
  },
  {
    'reminders.label': '提醒',
    'reminders.title': '{count, number} 条提醒',
    'reminders.missed': '关闭期间错过 {count, number} 条提醒{rest, plural, =0 {} other {，新到 {rest, number} 条}}',
    'reminders.key': '展开或收起提醒',
    'reminders.fold': '收起提醒',
    'reminders.unfold': '展开提醒',
    'reminders.done': '完成',
    'reminders.dismiss': '不再提醒',
    'reminders.dismiss_one': '不再提醒：{title}',
    'reminders.dismiss_all': '全部不再提醒',
    'reminders.snooze': '稍后提醒：{title}',
    'reminders.snooze.ten_minutes': '10 分钟后',
    'reminders.snooze.one_hour': '1 小时后',
    'reminders.snooze.tomorrow': '下个工作日上班时',
  },
)
