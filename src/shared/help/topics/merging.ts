// Making one record of several.
import { steps, text, topic } from '../help-topic.ts'

export const merging = topic(
  'merging',
  ['Merging records', '合并记录'],
  steps(
    [
      'Select two to ten companies or people in a list and choose “Merge…”, or choose “Merge with…” behind the three dots of a record.',
      '在列表中选择 2 至 10 家公司或联系人，点“合并…”；或在记录右上角的“…”菜单里点“与其他记录合并…”。',
    ],
    [
      'The star in the head says which record stays. Field by field you choose whose value stays: left and right choose, up and down go to the next field.',
      '表头的星标表示保留哪条记录。再逐个字段选择保留谁的值：左右键选择，上下键切换字段。',
    ],
    [
      'The foot says how much goes over. Below the fields stands what will be there, and what is kept in a note only.',
      '底部显示会转移多少内容。字段下方列出合并后的内容，以及只写入备注的内容。',
    ],
  ),
  text(
    'Everything that hangs on the others goes over: entries, deals, tickets, orders, files, people, tags, favourites and further numbers, nothing twice. Values that do not stay are written into a note, so that nothing is lost.',
    '其他记录上的一切都会转移过来：跟进、商机、工单、订单、文件、联系人、标签、收藏和其他联系方式，重复的只留一份。未被采用的值会写入一条备注，不会丢失。',
  ),
  text(
    'Old links and bookmarks of a merged record lead to the one that stays, and its history is folded at the end of the history tab. Undo, today or next month, gives all of them back with what was their own; what was added since stays where it is.',
    '被合并记录的旧链接和收藏会打开保留的那一条；它的历史记录折叠在“历史”标签页末尾。今天或下个月都可以撤销：各条记录连同各自的内容一起恢复，之后新增的内容留在原处。',
  ),
)
