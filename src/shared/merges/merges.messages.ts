// The words of merging records.
import { catalogue } from '#shared/base/messages.ts'

export const mergesMessages = catalogue(
  {
    'merges.note.of': 'Merged from “{name}”, not taken over:',
    'merges.note.own': 'Stood here before the merge:',
    'merges.note.line': '{field}: {value}',
    'merges.step.moving': 'Moving what belongs to them',
    'history.did.merges.run': 'Merged records',
  },
  {
    'merges.note.of': '合并自“{name}”，未采用的资料：',
    'merges.note.own': '合并前此记录的原有资料：',
    'merges.note.line': '{field}：{value}',
    'merges.step.moving': '正在转移相关资料',
    'history.did.merges.run': '合并了记录',
  },
)
