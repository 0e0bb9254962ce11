// Lists: columns, filters, views, many records at once.
import { picture, steps, text, topic } from '../help-topic.ts'

export const lists = topic(
  'lists',
  ['Lists and views', '列表与视图'],
  text(
    'Companies, contacts, deals, tickets and tasks all have the same kind of list. Click a heading to sort: Chinese names sort by pinyin, and rows without a value stand last in both directions. Columns can be chosen, moved, made wider and kept in place.',
    '公司、联系人、商机、工单和任务用的是同一种列表。点列标题排序：中文按拼音排，空值无论升序降序都排在最后。可以挑选列、移动列、调整列宽、固定列。',
  ),
  picture('list', 'A list with its views above and the count at its foot.', '列表：上方是视图，底部是条数。'),
  text(
    'What you set up can be saved as a view, for yourself or shared with the whole office. Views stand above the list. The foot of the list says how many rows there are, how many are selected, and the sums.',
    '设好的列表可以存为视图，自己用或与全办公室共享。视图排在列表上方。列表底部显示行数、已选行数和合计。',
  ),
)

export const filters = topic(
  'filters',
  ['Filters', '筛选'],
  text(
    'A filter is made of conditions joined by “and” or “or”, in groups if you like. Kith also says it as a sentence, so that you can check what it means. Days may be relative: “in the last 90 days”, “this month”; they move on at midnight by themselves.',
    '筛选由条件组成，用“且”“或”连接，也可以分组。Kith 会同时用一句话说出来，方便核对。日期可以是相对的：“最近 90 天”“本月”；过了午夜会自动推移。',
  ),
  picture('filter', 'Choosing what to filter by.', '选择按什么筛选。'),
  text(
    'If a list is empty, it says which condition or search empties it and offers to clear just that one. A condition on a field, person or choice that is gone is marked and passed over.',
    '如果列表是空的，会说明是哪个条件或搜索词造成的，并可以只清除那一个。若条件用到的字段、人员或选项已不存在，会标出来并跳过。',
  ),
)

export const many = topic(
  'many',
  ['Many records at once', '批量处理'],
  steps(
    ['Select rows with x, Space or the box; with Shift a whole range.', '用 x、空格或复选框选择行；按住 Shift 选择一段。'],
    [
      'Choose “select all” in the bar to take every result, not only those on the screen.',
      '在操作栏点“选择全部”，可选中全部结果，而不只是画面上的。',
    ],
    [
      'Change a field, the owner or the tags, or archive. A long change shows how far it is and can be cancelled; then nothing is changed.',
      '修改字段、负责人或标签，或者归档。耗时的修改会显示进度，可以取消；取消后不会有任何改动。',
    ],
    ['One Undo takes all of it back.', '一次撤销即可全部恢复。'],
  ),
  text(
    'A cell can be edited where it stands: F2, a double click or simply typing; Tab and Enter go on, Esc goes back. A block copied from Excel can be pasted onto the cells.',
    '单元格可以直接编辑：按 F2、双击或直接输入；Tab 和 Enter 继续，Esc 放弃。从 Excel 复制的一块内容可以直接粘贴到单元格上。',
  ),
)
