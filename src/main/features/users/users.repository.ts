// The SQL of users.
import { type User, user } from '#shared/users/user.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive } from '#main/db/selection.ts'

const usersByName = prepared<Record<never, never>>()(() =>
  build.selectFrom('users').select(columnsOf('users', user)).where(isActive('users')).orderBy('sortName').orderBy('id'),
)

export const listUsers = (db: Db): User[] => usersByName(db, {})

const userById = prepared<{ id: string }>()((param) =>
  build.selectFrom('users').select(columnsOf('users', user)).where('id', '=', param('id')),
)

export const findUser = (db: Db, id: string): User | undefined => userById(db, { id })[0]
