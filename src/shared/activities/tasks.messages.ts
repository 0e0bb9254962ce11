// The list of tasks.
import { catalogue } from '#shared/base/messages.ts'

export const tasksMessages = catalogue(
  {
    'tasks.title': 'Tasks',
    'tasks.search': 'Search tasks',
    'tasks.new': 'New task',
    'tasks.view.today': 'Today',
    'tasks.view.overdue': 'Overdue',
    'tasks.view.upcoming': 'Upcoming',
    'tasks.view.undated': 'No date',
    'tasks.empty.today': 'No task of yours is due today.',
    'tasks.empty.overdue': 'Nothing is overdue.',
    'tasks.empty.upcoming': 'No task of yours is due later.',
    'tasks.empty.undated': 'Every task of yours has a day.',
    'tasks.empty.other': 'No tasks yet. What is to be done stands here, by day.',
  },
  {
    'tasks.title': '任务',
    'tasks.search': '搜索任务',
    'tasks.new': '新建任务',
    'tasks.view.today': '今天',
    'tasks.view.overdue': '已逾期',
    'tasks.view.upcoming': '即将到期',
    'tasks.view.undated': '未定日期',
    'tasks.empty.today': '您今天没有到期的任务。',
    'tasks.empty.overdue': '没有逾期的任务。',
    'tasks.empty.upcoming': '您之后没有到期的任务。',
    'tasks.empty.undated': '您的任务都已定日期。',
    'tasks.empty.other': '还没有任务。要做的事会按日期列在这里。',
  },
)
