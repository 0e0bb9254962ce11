// What can stand against merging records.
import { catalogue } from '#shared/base/messages.ts'

export const mergesErrors = catalogue(
  {
    'merges.tooFew': 'Choose at least two records to merge.',
    'merges.tooMany': 'At most {most, number} records can be merged at once; {count, number} were chosen.',
    'merges.otherKind': 'Companies can only be merged with companies, people only with people.',
    'merges.gone': 'One of these records is no longer there. Choose them again.',
    'merges.archived': '“{name}” is archived. Restore it first, then merge it.',
    'merges.mergedAlready': '“{name}” has been merged into “{winner}” already.',
    'merges.noRestore': 'This record was merged into “{winner}”. Undo the merge in the history to get it back.',
  },
  {
    'merges.tooFew': '请至少选择两条要合并的记录。',
    'merges.tooMany': '一次最多合并 {most, number} 条记录，现在选择了 {count, number} 条。',
    'merges.otherKind': '公司只能与公司合并，联系人只能与联系人合并。',
    'merges.gone': '其中有记录已不存在，请重新选择。',
    'merges.archived': '“{name}”已归档，请先恢复再合并。',
    'merges.mergedAlready': '“{name}”已经合并到“{winner}”了。',
    'merges.noRestore': '此记录已合并到“{winner}”。如需找回，请在历史记录中撤销那次合并。',
  },
)
