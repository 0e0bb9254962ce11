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
    'exports.folderTaken': 'There is something called “{name}” in this place already. Choose another place.',
    'exports.restore.noExport': '“{name}” is no folder that Kith exported: it has no readable datapackage.json.',
    'exports.restore.newer': '“{name}” was exported by a newer version of Kith. Update Kith and try again.',
    'exports.restore.notEmpty':
      'This workspace holds data already. An export can only be taken into a new, empty workspace, so that nothing gets mixed up.',
    'exports.restore.badCell': '{file}, row {row, number}, column “{column}”: “{value}” cannot be right. Nothing was taken in.',
    'exports.restore.badRow': '{file}, row {row, number} cannot be right. Nothing was taken in.',
    'exports.restore.idTwice': '{file}, row {row, number}: the id {value} stands there a second time. Nothing was taken in.',
    'exports.restore.noColumn': '{file} has no column “{column}” in its place. Nothing was taken in.',
    'exports.restore.rowsMissing':
      '{file} has {rows, plural, one {1 row} other {{rows, number} rows}} where {expected, number} were exported. Nothing was taken in.',
    'exports.restore.badFile': '{file}, row {row, number}: the file “{name}” is missing or was changed. Nothing was taken in.',
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
    'exports.folderTaken': '此处已有名为“{name}”的内容，请换一个位置。',
    'exports.restore.noExport': '“{name}”不是 Kith 导出的文件夹：其中没有可读取的 datapackage.json。',
    'exports.restore.newer': '“{name}”由更新版本的 Kith 导出。请先升级 Kith 再试。',
    'exports.restore.notEmpty': '此工作区已有数据。为避免混淆，导出内容只能恢复到新建的空工作区。',
    'exports.restore.badCell': '{file} 第 {row, number} 行“{column}”列的“{value}”有误。未恢复任何数据。',
    'exports.restore.badRow': '{file} 第 {row, number} 行有误。未恢复任何数据。',
    'exports.restore.idTwice': '{file} 第 {row, number} 行的编号 {value} 重复出现。未恢复任何数据。',
    'exports.restore.noColumn': '{file} 中“{column}”列不在应有的位置。未恢复任何数据。',
    'exports.restore.rowsMissing': '{file} 有 {rows, number} 行，而导出时为 {expected, number} 行。未恢复任何数据。',
    'exports.restore.badFile': '{file} 第 {row, number} 行：文件“{name}”缺失或已被改动。未恢复任何数据。',
  },
)
