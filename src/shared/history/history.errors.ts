// What can stand against taking something back.
import { catalogue } from '#shared/base/messages.ts'

export const historyErrors = catalogue(
  {
    'history.notUndoable': 'Setting up the workspace cannot be taken back.',
    'history.nothingToUndo': 'There is nothing to take back.',
    'history.nothingToRedo': 'There is nothing to do again.',
  },
  {
    'history.notUndoable': '工作区的初始设置无法撤销。',
    'history.nothingToUndo': '没有可以撤销的操作。',
    'history.nothingToRedo': '没有可以重做的操作。',
  },
)
