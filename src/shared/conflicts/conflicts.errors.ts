// Why a decision about changes that crossed is refused.
import { catalogue } from '#shared/base/messages.ts'

export const conflictsErrors = catalogue(
  {
    'conflicts.changed': 'There are other values here by now. Look at them, then decide again.',
    'conflicts.decided': 'Somebody has decided about this already.',
    'conflicts.notWritable': 'This value cannot be written here. Take one of those at hand, or change it where it belongs.',
    'conflicts.targetGone': '“{name}” has been archived or removed since. Restore it first, or keep what stands.',
  },
  {
    'conflicts.changed': '这里现在有了其他值。请重新查看后再作决定。',
    'conflicts.decided': '已经有人处理过这处冲突。',
    'conflicts.notWritable': '这个值不能在此填写。请选用现有的值，或到它所在的页面修改。',
    'conflicts.targetGone': '“{name}”已被归档或移除。请先恢复它，或保留当前的值。',
  },
)
