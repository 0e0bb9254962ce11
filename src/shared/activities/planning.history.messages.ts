// What the history says of planning: series, calls, templates, working time and calendar files.
import { catalogue } from '#shared/base/messages.ts'

export const planningHistoryMessages = catalogue(
  {
    'history.did.activities.skip': 'Left out one of a series',
    'history.did.activities.editSeries': 'Changed a series',
    'history.did.activities.pin': 'Pinned or unpinned an entry of the timeline',
    'history.did.activities.logCall': 'Logged a call',
    'history.did.activityTemplates.create': 'Made an activity template',
    'history.did.activityTemplates.update': 'Changed an activity template',
    'history.did.activityTemplates.archive': 'Archived an activity template',
    'history.did.activityTemplates.restore': 'Restored an activity template',
    'history.did.activityTemplates.apply': 'Applied an activity template',
    'history.did.workingTime.set': 'Changed the working hours',
    'history.did.workingTime.putDays': 'Added days to the working calendar',
    'history.did.workingTime.removeDays': 'Removed days from the working calendar',
    'history.did.calendarFiles.import': 'Imported a calendar file',
  },
  {
    'history.did.activities.skip': '跳过了一次重复日程',
    'history.did.activities.editSeries': '修改了重复日程',
    'history.did.activities.pin': '置顶或取消置顶了跟进',
    'history.did.activities.logCall': '记录了通话',
    'history.did.activityTemplates.create': '新建了跟进模板',
    'history.did.activityTemplates.update': '修改了跟进模板',
    'history.did.activityTemplates.archive': '归档了跟进模板',
    'history.did.activityTemplates.restore': '恢复了跟进模板',
    'history.did.activityTemplates.apply': '套用了跟进模板',
    'history.did.workingTime.set': '修改了工作时段',
    'history.did.workingTime.putDays': '向工作日历添加了日期',
    'history.did.workingTime.removeDays': '从工作日历移除了日期',
    'history.did.calendarFiles.import': '导入了日历文件',
  },
)
