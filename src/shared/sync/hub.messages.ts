// What only a hub says: the office's machine that is always on, which is started from the command line.
import { catalogue } from '#shared/base/messages.ts'

export const hubMessages = catalogue(
  {
    'network.hub.whose':
      'The office let this machine in, but does not know whose password opens it. These people work there: {names}. The invitation is used up: save a new one in the office, and start again with --user and one of these names.',
    'network.hub.password_short': 'The password is too short. It needs at least {minimum} characters.',
  },
  {
    'network.hub.whose':
      '办公室已让这台机器加入，但不知道用谁的密码打开它。那里的人有：{names}。邀请文件已经用掉：请在办公室重新保存一份，再用 --user 加上其中一个姓名启动。',
    'network.hub.password_short': '密码太短，至少需要 {minimum} 个字符。',
  },
)
