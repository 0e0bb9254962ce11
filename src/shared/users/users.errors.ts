// What can go wrong with people of the office.
import { catalogue } from '#shared/base/messages.ts'

export const usersErrors = catalogue(
  { 'users.nobody': 'Nobody is signed in. Unlock the workspace as yourself first.' },
  { 'users.nobody': '当前没有用户登录，请先以您的身份解锁工作区。' },
)
