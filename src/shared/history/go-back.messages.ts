// Taking the whole office back to a moment: what it would take back, what it cannot, and the warning.
import { catalogue } from '#shared/base/messages.ts'

export const goBackMessages = catalogue(
  {
    'history.go_back': 'Go back to a moment…',
    'history.go_back.title': 'Take the office back to a moment',
    'history.go_back.text':
      'Everything that anybody did after this moment is taken back, on all computers of the office. It becomes one step of the history, which can be taken back again.',
    'history.go_back.until': 'As it stood at',
    'history.go_back.nothing': 'Nothing was done after this moment that can be taken back.',
    'history.go_back.rows':
      '{count, plural, one {1 record would be different.} other {{count, number} records would be different.}}',
    'history.go_back.operations': 'What would be taken back',
    'history.go_back.people': 'Who did it',
    'history.go_back.counted': '{what} ({count, number})',
    'history.go_back.more': '{count, plural, one {and 1 other kind} other {and {count, number} other kinds}}',
    'history.go_back.kept': 'What stays as it is',
    'history.go_back.kept.set_up': 'Setting up the workspace',
    'history.go_back.kept.office': 'Adding, naming and removing computers',
    'history.go_back.kept.newer': 'What a newer version of Kith wrote',
    'history.go_back.kept.erased': 'What was erased for good',
    'history.go_back.kept.worked_on': 'Records that earlier work at another computer still needs',
    'history.go_back.do': 'Take all of this back',
    'history.go_back.done': '{count, plural, one {Took 1 record back} other {Took {count, number} records back}}',
    'history.go_back.progress': '{done, number} of {total, number} records',
    'history.step.going_back': 'Taking back',
    'history.go_back.arrived':
      'Only what has arrived on this computer is taken back. What the others bring later stays, so wait until the line at the bottom says that everything is exchanged.',
    'history.copied':
      'This workspace was copied here or brought back from a backup. It is as it was on {when}. What is newer on the other computers of the office comes by itself, and new tickets and orders here get numbers with a letter of their own.',
    'history.copied.keep': 'Keep what is newer',
    'history.copied.go_back': 'Take the whole office back to then…',
  },
  {
    'history.go_back': '恢复到某个时间点…',
    'history.go_back.title': '把办公室恢复到某个时间点',
    'history.go_back.text':
      '这个时间点之后所有人做的改动，都会在办公室的每台电脑上撤销。这会成为历史中的一步操作，之后可以再撤销。',
    'history.go_back.until': '恢复到',
    'history.go_back.nothing': '这个时间点之后没有可以撤销的操作。',
    'history.go_back.rows': '将有 {count, number} 条记录发生变化。',
    'history.go_back.operations': '将被撤销的操作',
    'history.go_back.people': '操作的人',
    'history.go_back.counted': '{what}（{count, number}）',
    'history.go_back.more': '另有 {count, number} 种操作',
    'history.go_back.kept': '保持不变的内容',
    'history.go_back.kept.set_up': '工作区的初始设置',
    'history.go_back.kept.office': '电脑的添加、改名和移除',
    'history.go_back.kept.newer': '由较新版本的 Kith 写入的内容',
    'history.go_back.kept.erased': '已彻底清除的内容',
    'history.go_back.kept.worked_on': '其他电脑上更早的工作仍要用到的记录',
    'history.go_back.do': '全部撤销',
    'history.go_back.done': '已恢复 {count, number} 条记录',
    'history.go_back.progress': '已处理 {done, number} / {total, number} 条记录',
    'history.step.going_back': '正在撤销',
    'history.go_back.arrived': '只会撤销已同步到本机的改动，其他电脑之后带来的改动会保留。请先等到底部显示“改动已全部同步”。',
    'history.copied':
      '这个工作区是复制来的，或由备份恢复，内容停留在{when}。其他电脑上较新的内容会自动同步过来；在这里新建的工单和订单，编号会用一个新的字母。',
    'history.copied.keep': '保留较新的内容',
    'history.copied.go_back': '让整个办公室回到当时…',
  },
)
