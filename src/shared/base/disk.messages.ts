// What a disk or a database file can do to a call.
import { catalogue } from './messages.ts'

export const diskMessages = catalogue(
  {
    'errors.diskFull': 'The disk is full, so nothing was saved. Make room on the disk of the workspace and try again.',
    'errors.readOnly':
      'The workspace’s folder cannot be written to, so nothing was saved. Check that the disk is not write-protected.',
    'errors.damaged': 'The database of this workspace is damaged. Close Kith, keep the folder as it is, and restore a backup.',
    'errors.disk': 'The disk of the workspace did not answer as it should, so nothing was saved. Check the disk and try again.',
    'errors.busy': 'The workspace is busy with something else. Try again in a moment.',
  },
  {
    'errors.diskFull': '磁盘已满，未能保存。请在工作区所在的磁盘上腾出空间后再试。',
    'errors.readOnly': '工作区文件夹不可写入，未能保存。请检查磁盘是否处于写保护状态。',
    'errors.damaged': '此工作区的数据库已损坏。请关闭 Kith，原样保留该文件夹，并从备份恢复。',
    'errors.disk': '工作区所在的磁盘响应异常，未能保存。请检查磁盘后再试。',
    'errors.busy': '工作区正忙，请稍后再试。',
  },
)
