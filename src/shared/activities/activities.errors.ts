// What can go wrong with activities.
import { catalogue } from '#shared/base/messages.ts'

export const activitiesErrors = catalogue(
  {
    'activities.gone': 'This activity is no longer there. It may have been removed, or its creation undone.',
    'activities.archived': 'This activity is archived. Restore it first, then change it.',
    'activities.recordGone': 'The record that this activity belongs to is no longer there.',
    'activities.recordArchived': 'The record is archived. Restore it first, then add to it.',
    'activities.notATask': 'Only a task can be marked as done.',
    'validation.title_or_text': 'Write a title or a text.',
    'validation.only_tasks': 'Only a task has this.',
    'validation.time_without_day': 'A time of day needs a day.',
  },
  {
    'activities.gone': '这条跟进已不存在，可能已被移除，或其新建操作已撤销。',
    'activities.archived': '这条跟进已归档，请先恢复再修改。',
    'activities.recordGone': '这条跟进所属的记录已不存在。',
    'activities.recordArchived': '该记录已归档，请先恢复再添加内容。',
    'activities.notATask': '只有任务才能标为完成。',
    'validation.title_or_text': '请填写标题或内容。',
    'validation.only_tasks': '只有任务才有此项。',
    'validation.time_without_day': '填写时间前请先选择日期。',
  },
)
