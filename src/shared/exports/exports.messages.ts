// What taking data out says: headings of files, steps, and what can go wrong.
import { catalogue } from '#shared/base/messages.ts'

export const exportsMessages = catalogue(
  {
    'exports.heading.currency': '{field} (currency)',
    'exports.step.rows': 'Writing rows',
    'exports.step.tables': 'Writing tables',
    'exports.step.files': 'Writing files',
    'exports.step.reading': 'Checking the export',
    'exports.step.keeping': 'Taking in files',
    'exports.step.restoring': 'Taking in rows',
    'exports.noCards': 'Only companies and contacts can be written as cards of an address book.',
    'exports.noColumns': 'None of these columns exists any more.',
    'exports.changedMeanwhile':
      'Something was changed while the file was being written, so it would not be right. Please export again.',
    'exports.diskFull': 'The disk is full, so “{name}” was not written. Free some space or choose another disk.',
    'exports.openElsewhere': '“{name}” is open in another program, such as Excel. Close it there and export again.',
    'exports.notWritten':
      '“{name}” could not be written. Check that the folder still exists and that you may write there, then export again.',
  },
  {
    'exports.heading.currency': '{field}（币种）',
    'exports.step.rows': '正在写入数据',
    'exports.step.tables': '正在写入表格',
    'exports.step.files': '正在写入附件',
    'exports.step.reading': '正在检查导出内容',
    'exports.step.keeping': '正在收入附件',
    'exports.step.restoring': '正在恢复数据',
    'exports.noCards': '只有公司和联系人可以导出为名片（vCard）。',
    'exports.noColumns': '所选的列都已不存在。',
    'exports.changedMeanwhile': '写入文件期间数据有变动，文件内容可能不准确。请重新导出。',
    'exports.diskFull': '磁盘已满，“{name}”未能写入。请腾出空间或换一个磁盘。',
    'exports.openElsewhere': '“{name}”正在其他程序（如 Excel）中打开。请先关闭，再重新导出。',
    'exports.notWritten': '“{name}”无法写入。请确认文件夹仍然存在且您有写入权限，然后重新导出。',
  },
)
