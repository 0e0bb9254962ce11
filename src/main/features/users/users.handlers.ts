// What each procedure of users does.
import { AppError } from '#shared/base/app-error.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { findUser, listUsers } from './users.repository.ts'

export const usersHandlers: Handlers['users'] = {
  list: ({ db }) => listUsers(db),

  me: ({ db, actor }) => {
    const user = actor.userId === null ? undefined : findUser(db, actor.userId)
    if (!user) throw new AppError('not_found', 'users.nobody')
    return user
  },
}
