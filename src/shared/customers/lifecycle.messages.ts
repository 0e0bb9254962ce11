// The page on which the office names and orders the stages of the lifecycle.
import { catalogue } from '#shared/base/messages.ts'

export const lifecycleMessages = catalogue(
  {
    'lifecycle.title': 'Lifecycle stages',
    'lifecycle.help':
      'The stages that the dealings with a company or a person go through. They may be gone through backwards, too.',
    'lifecycle.empty': 'There are no stages. Without any, records show no lifecycle.',
    'lifecycle.new': 'New stage',
    'lifecycle.add': 'Add',
    'lifecycle.name_of': 'Name of {name}',
    'lifecycle.companies': '{count, plural, one {1 company} other {{count, number} companies}}',
    'lifecycle.contacts': '{count, plural, one {1 contact} other {{count, number} contacts}}',
    'lifecycle.unused': 'Nobody is in it',
    'lifecycle.remove': 'Remove {name}',
    'lifecycle.remove_text':
      '{count, plural, one {1 record stands} other {{count, number} records stand}} in “{name}”. Where shall {count, plural, one {it} other {they}} go? The move is dated today.',
    'lifecycle.target': 'Move to',
    'lifecycle.choose': 'Choose a stage',
    'lifecycle.none': 'No stage',
    'lifecycle.remove_do':
      '{count, plural, one {Move 1 record and remove the stage} other {Move {count, number} records and remove the stage}}',
    'lifecycle.moving': '{done, number} of {total, number}',
    'lifecycle.said.made': 'Added the stage {name}',
    'lifecycle.said.renamed': 'Renamed the stage to {name}',
    'lifecycle.said.moved': 'Changed the order of the stages',
    'lifecycle.said.removed':
      '{count, plural, =0 {Removed the stage {name}} one {Removed the stage {name} and moved 1 record} other {Removed the stage {name} and moved {count, number} records}}',
  },
  {
    'lifecycle.title': '生命周期阶段',
    'lifecycle.help': '与公司或联系人往来所经历的阶段，也可以退回到之前的阶段。',
    'lifecycle.empty': '没有阶段。不设阶段时，记录上不显示生命周期。',
    'lifecycle.new': '新阶段',
    'lifecycle.add': '添加',
    'lifecycle.name_of': '“{name}”的名称',
    'lifecycle.companies': '{count, number} 家公司',
    'lifecycle.contacts': '{count, number} 位联系人',
    'lifecycle.unused': '暂无记录',
    'lifecycle.remove': '移除“{name}”',
    'lifecycle.remove_text': '“{name}”阶段有 {count, number} 条记录，移到哪个阶段？变动日期记为今天。',
    'lifecycle.target': '移到',
    'lifecycle.choose': '选择阶段',
    'lifecycle.none': '不设阶段',
    'lifecycle.remove_do': '移动 {count, number} 条记录并移除阶段',
    'lifecycle.moving': '{done, number} / {total, number}',
    'lifecycle.said.made': '已添加阶段“{name}”',
    'lifecycle.said.renamed': '阶段已改名为“{name}”',
    'lifecycle.said.moved': '已调整阶段的顺序',
    'lifecycle.said.removed': '已移除阶段“{name}”{count, plural, =0 {} other {，移动了 {count, number} 条记录}}',
  },
)
