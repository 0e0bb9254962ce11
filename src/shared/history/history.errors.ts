// What can stand against taking something back.
import { catalogue } from '#shared/base/messages.ts'

export const historyErrors = catalogue(
  {
    'history.notUndoable': 'Setting up the workspace cannot be taken back.',
    'history.ofOffice': 'Adding or removing a computer cannot be taken back. A removed computer comes back by pairing again.',
    'history.nothingToUndo': 'There is nothing to take back.',
    'history.nothingAfter': 'Nothing was done after this moment that can be taken back.',
    'history.nothingToRedo': 'There is nothing to do again.',
    'history.alreadyUndone': 'This has been taken back already.',
    'history.newer': 'A newer version of Kith did this, and it cannot be taken back here. Update Kith on this computer first.',
    'history.obstacles':
      'This cannot be taken back: {count, plural, one {one later change stands} other {{count, number} later changes stand}} on it.',
    'history.parentCircle': 'This cannot be taken back: a company would then belong to itself.',
    'history.unknownOperation': 'This step is not in the history.',
    'history.notRestorable': 'This value follows from others and cannot be written back alone.',
  },
  {
    'history.notUndoable': '工作区的初始设置无法撤销。',
    'history.ofOffice': '添加或移除电脑无法撤销。已移除的电脑需要重新配对才能回来。',
    'history.nothingToUndo': '没有可以撤销的操作。',
    'history.nothingAfter': '这个时间点之后没有可以撤销的操作。',
    'history.nothingToRedo': '没有可以重做的操作。',
    'history.alreadyUndone': '此操作已经撤销过了。',
    'history.newer': '此操作由更新版本的 Kith 完成，无法在本机撤销。请先更新本机的 Kith。',
    'history.obstacles': '无法撤销：之后还有 {count, number} 处修改以它为基础。',
    'history.parentCircle': '无法撤销：否则会有公司隶属于自身。',
    'history.unknownOperation': '历史记录中没有这一步操作。',
    'history.notRestorable': '该值由其他内容决定，无法单独恢复。',
  },
)
