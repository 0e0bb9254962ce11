// What is said about words that were typed and not yet saved.
import { catalogue } from '#shared/base/messages.ts'

export const draftsMessages = catalogue(
  {
    'drafts.restored': 'Draft of {when} restored',
    'drafts.discard': 'Discard',
    'drafts.discard_label': 'Discard the draft',
    'drafts.leave.title': 'Close without saving?',
    'drafts.leave.text': 'What you typed is not saved yet.',
    'drafts.leave.stay': 'Go on writing',
    'drafts.leave.keep': 'Close and keep a draft',
  },
  {
    'drafts.restored': '已恢复 {when} 的草稿',
    'drafts.discard': '放弃',
    'drafts.discard_label': '放弃草稿',
    'drafts.leave.title': '不保存就关闭吗？',
    'drafts.leave.text': '您输入的内容还没有保存。',
    'drafts.leave.stay': '继续填写',
    'drafts.leave.keep': '关闭并保留草稿',
  },
)
