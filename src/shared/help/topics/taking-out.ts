// How data gets out of Kith, and back in.
import { steps, text, topic } from '../help-topic.ts'

export const exporting = topic(
  'export',
  ['Export', '导出'],
  text(
    'Every list can be written to a file as you see it: its columns in their order, its filter, its sorting and groups, all rows or the selected ones. Open the menu “…” of the list, or press Ctrl+Shift+E.',
    '每个列表都可以按您看到的样子导出：列和顺序、筛选、排序和分组都保持一致，可以导出全部或只导出已选的行。点列表的“…”菜单，或按 Ctrl+Shift+E。',
  ),
  text(
    'An Excel workbook is best for reading: numbers and dates can be computed with, phones and long numbers stay as they are. CSV is for other programs; text that Excel would take for a formula or a number gets an apostrophe in front, which an import into Kith takes off again. Companies and contacts can also be written as address cards (vCard) for phones and mail programs.',
    '查看数据最好用 Excel 工作簿：数字和日期可以计算，电话和长号码保持原样。CSV 供其他程序使用；Excel 会误当作公式或数字的文本，前面会加一个撇号，导入 Kith 时会自动去掉。公司和联系人还可以导出为名片（vCard），供手机和邮件程序使用。',
  ),
  text(
    'Tick “Further phones, e-mails and addresses” to get all of them, each in a column of its own.',
    '勾选“其他电话、邮箱和地址”，全部号码和地址都会各占一列。',
  ),
  steps(
    [
      'To take out everything, open Settings, Export everything. Kith makes a folder with one CSV file for each table, a description of every column, and all files.',
      '要导出全部数据，请打开“设置 > 导出全部”。Kith 会生成一个文件夹：每张表一个 CSV 文件、每一列的说明，以及全部附件。',
    ],
    [
      'Keep the folder safe: unlike the workspace it is not encrypted. The history of changes is not part of it.',
      '请妥善保管此文件夹：它与工作区不同，未加密。其中不包含修改历史。',
    ],
    [
      'To bring it back, create a new workspace, open the same page there and choose the folder. Say which of its people you are: what was theirs becomes yours.',
      '如需恢复，请新建一个工作区，在同一页面选择该文件夹，并指明您是其中的哪一位：原属此人的内容都将归您。',
    ],
  ),
)
